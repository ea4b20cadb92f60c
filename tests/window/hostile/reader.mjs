/** A person who goes through hostile mails one after the other, and does with each what one does with a mail. */
import assert from 'node:assert/strict';
import { until } from '../driver/until.mjs';
import { openMessageMenu } from '../steps/message.mjs';
import { quoted } from './frames.mjs';

const withLayout = 'Afficher avec sa mise en page';

export class Reader {
  /** `who` wrote the mails: the names of their senders begin with it. */
  constructor(screen, who) {
    this.screen = screen;
    this.who = who;
  }

  /**
   * Goes through all requests of that sender from the first to the last; `read` gets the name of each shape while
   * it is open. The names, in order.
   */
  async readAll(count, read) {
    await this.#searchFor(this.who);
    await this.screen.click('option', new RegExp(`^${this.who} `), { nth: 0 });
    const seen = [];
    let shown = await until('a request', () => this.#nameShown());
    for (;;) {
      seen.push(shown);
      await read(shown);
      if (seen.length >= count) return seen;
      shown = await this.#next(shown);
    }
  }

  /** Looks for the request of a shape and opens it. */
  async open(name) {
    await this.#searchFor(`Demande ${name}`);
    await until(`the request ${name}`, async () => {
      await this.screen.click('option', new RegExp(`^${this.who} ${name},`));
      return (await this.#nameShown()) === name;
    });
  }

  /** Shows the mail with its layout; whether it has one that can be shown. */
  async showLayout() {
    if ((await this.screen.all('frame')).length > 0) return true;
    await openMessageMenu(this.screen);
    const has = (await this.screen.all('menuitem', withLayout)).length > 0;
    if (has) await this.screen.click('menuitem', withLayout);
    else await this.screen.press('Escape');
    return has;
  }

  /** The frame of the mail that is shown with its layout. */
  async frame() {
    return this.screen.find('frame', new RegExp(`^Mail de ${this.who}`));
  }

  /** Begins to reply and unfolds what is quoted: words of the mail and nothing else. Leaves the reply open. */
  async reply(name) {
    await this.screen.click('button', /^Répondre à/);
    const form = await this.screen.find('form', 'Réponse');
    await this.screen.find('textbox', 'Message', { within: form });
    await this.screen.click('button', 'Afficher le texte cité', { within: form });
    await this.screen.find('button', 'Masquer le texte cité', { within: form });
    const { words, elements } = await this.screen.driver.run(quoted, form);
    assert.ok(words.includes(`une offre pour ${name}`), `${name} quotes: ${words}`);
    assert.deepEqual(elements, [], `${name} quoted`);
  }

  /** Puts the reply aside. */
  async putAside() {
    await this.screen.press('Escape');
    await this.screen.gone('form', 'Réponse');
  }

  async #searchFor(words) {
    if ((await this.screen.all('searchbox')).length === 0) await this.screen.press('/');
    await this.screen.fill('Chercher dans la liste', words, { role: 'searchbox' });
  }

  async #next(before) {
    await this.screen.press('j');
    return until(`the request after ${before}`, async () => {
      const name = await this.#nameShown();
      return name !== before && name;
    });
  }

  async #nameShown() {
    const headings = await this.screen.names('heading');
    return headings.find((heading) => heading.startsWith('Demande '))?.slice('Demande '.length);
  }
}
