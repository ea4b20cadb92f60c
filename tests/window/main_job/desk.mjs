/** Where the main job is done: the window, the mail servers, and a customer on them. */
import { Application } from '../driver/application.mjs';
import { Customer } from '../mail/customer.mjs';
import { MailServers } from '../mail/servers.mjs';

export const ourAddress = 'offres@delcourt.example';

/** With plain spaces, as one reads it. */
export const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');

export class Desk {
  /** The mail that brought the quote to the customer. */
  quoteMail;

  /** Starts the servers and the program. */
  async open() {
    this.servers = await MailServers.start();
    this.sophie = new Customer(this.servers, 'Sophie Lambert', 'sophie.lambert@customer.example');
    this.application = await Application.prepare({
      environment: { SSL_CERT_FILE: this.servers.facts.ca_file },
    });
    await this.application.start();
  }

  async close({ keep }) {
    await this.application?.end({ keep });
    await this.servers?.stop();
  }

  /** The window; undefined before the program was started. */
  get screen() {
    return this.application?.screen;
  }

  /** The rows of a query on the workspace. */
  rows(query) {
    return this.application.rows(query);
  }

  /** The only row of a query on the workspace. */
  row(query) {
    return this.application.row(query);
  }
}
