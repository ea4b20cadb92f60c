/** A customer on the same mail server: writes to the company, and reads what comes back. */
import { readLetter } from './letter.mjs';

export class Customer {
  #servers;
  #read = 0;

  constructor(servers, name, address) {
    this.#servers = servers;
    this.name = name;
    this.address = address;
  }

  /** Writes a mail and sends it. `answering`: the letter it answers. */
  async writes(to, subject, text, options) {
    await this.#servers.receive(this.address, to, this.letter(to, subject, text, options));
  }

  /** A mail of this customer's, not sent. */
  letter(to, subject, text, { answering } = {}) {
    const id = `<${crypto.randomUUID()}@${this.address.split('@')[1]}>`;
    return [
      `From: ${this.name} <${this.address}>`,
      `To: ${to}`,
      `Subject: ${encoded(subject)}`,
      `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: ${id}`,
      ...(answering ? references(answering) : []),
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      ...Buffer.from(text)
        .toString('base64')
        .match(/.{1,76}/g),
      '',
    ].join('\n');
  }

  /** The next mail in the customer's mailbox, once it is there. */
  async nextMail() {
    this.#read += 1;
    const mails = await this.#servers.mails(this.address, 'INBOX', this.#read);
    return readLetter(mails[this.#read - 1]);
  }

  /** How many mails are in the customer's mailbox now. */
  async mailCount() {
    return (await this.#servers.mails(this.address, 'INBOX', 0)).length;
  }
}

function references({ header }) {
  const known = [header.references, header['message-id']].filter(Boolean).join(' ');
  return [`In-Reply-To: ${header['message-id']}`, `References: ${known}`];
}

function encoded(words) {
  return /^[ -~]*$/.test(words) ? words : `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;
}
