/** What a hostile mail did, seen from outside it: in the program's page, in its database, at the listener. */
import assert from 'node:assert/strict';
import { intruder } from './attack.mjs';

export class Watch {
  constructor(application, listener) {
    this.application = application;
    this.listener = listener;
  }

  /** Fails if anything ran, reached the program's commands, connected, or moved the window. */
  async sawNothing(during) {
    const { driver } = this.application.screen;
    const seen = await driver.run(() => ({
      ran: window.ran ?? null,
      title: document.title,
      address: location.href,
    }));
    assert.equal(seen.ran, null, during);
    assert.equal(seen.title, 'Quoin', during);
    assert.match(seen.address, /^tauri:\/\/localhost\/?(index\.html)?(#.*)?$/, during);
    assert.equal(await driver.windowCount(), 1, during);
    assert.deepEqual(this.listener.asked, [], during);
    assert.equal(this.listener.connections, 0, during);
    assert.deepEqual(await this.intruders(), [], during);
  }

  /** The requests that mails have made through the program's commands. */
  async intruders() {
    const query = `SELECT requester_name AS name FROM request WHERE requester_name LIKE '${intruder('')}%'`;
    return (await this.application.rows(query)).map(({ name }) => name);
  }
}
