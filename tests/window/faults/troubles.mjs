/** Where things go wrong: the window on a small disk, mail servers, and servers whose certificate has expired. */
import { Application } from '../driver/application.mjs';
import { Customer } from '../mail/customer.mjs';
import { MailServers } from '../mail/servers.mjs';
import { SmallDisk } from './small_disk.mjs';

/** Enough for the workspace of these steps, in megabytes. */
const diskSize = 24;

export class Troubles {
  async open() {
    this.servers = await MailServers.start();
    this.expired = await MailServers.start('expired');
    this.sophie = new Customer(this.servers, 'Sophie Lambert', 'sophie.lambert@customer.example');
    const environment = { SSL_CERT_FILE: this.servers.facts.ca_file };
    this.application = await Application.prepare({ environment });
    this.disk = await SmallDisk.make(this.application.workplace.workspace, diskSize);
    await this.application.start();
  }

  async close({ keep }) {
    if (this.screen?.driver) await this.application.quit();
    await this.disk?.remove();
    await this.application?.end({ keep });
    await this.expired?.stop();
    await this.servers?.stop();
  }

  /** The window; undefined before the program was started. */
  get screen() {
    return this.application?.screen;
  }
}
