/** A general mailbox with the window, the mail servers, and people who write to it. */
import assert from 'node:assert/strict';
import { Application } from '../driver/application.mjs';
import { Customer } from '../mail/customer.mjs';
import { MailServers } from '../mail/servers.mjs';
import { faultsOf } from '../steps/looks.mjs';
import { chooseTheme } from '../steps/places.mjs';

export const ourAddress = 'offres@delcourt.example';

export class Office {
  async open() {
    this.servers = await MailServers.start();
    const person = (name, address) => new Customer(this.servers, name, address);
    this.sophie = person('Sophie Lambert', 'sophie.lambert@customer.example');
    this.marc = person('Marc Dubois', 'marc@bureau.example');
    this.news = person('Le Fournisseur', 'nouvelles@fournisseur.example');
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

  /** How many rows of a table meet a condition. */
  async count(table, condition = '1') {
    return (await this.application.row(`SELECT count(*) AS count FROM ${table} WHERE ${condition}`)).count;
  }

  /**
   * Keeps a picture of what is shown in both themes; `show` goes there, `leave` comes away again in between.
   * Nothing may look wrong in either.
   */
  async look(name, show, leave) {
    for (const [theme, words] of [
      ['dark', 'Sombre'],
      ['light', 'Claire'],
    ]) {
      if (theme === 'light') await leave?.();
      await chooseTheme(this.screen, words);
      await show();
      await this.screen.picture(`sorting ${theme} ${name}`);
      assert.deepEqual(await this.screen.driver.run(faultsOf.toString()), [], `${name}, ${theme}`);
    }
  }
}
