/** The real Dovecot and Postfix, through the test support's own program (tests/support/bin/mail_servers.rs). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program =
  process.env.QUOIN_MAIL_SERVERS ??
  fileURLToPath(new URL('../../../target/debug/examples/mail_servers', import.meta.url));

export class MailServers {
  #process;
  #answers;

  /**
   * Starts both; `facts` says where they are: host, ports, password, certificate authority. `certificate` may be
   * `expired` or `wrong_name`.
   */
  static async start(certificate) {
    const servers = new MailServers();
    servers.#process = spawn(program, certificate ? [certificate] : [], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    servers.#answers = createInterface({ input: servers.#process.stdout })[Symbol.asyncIterator]();
    servers.facts = await servers.#answer();
    return servers;
  }

  /** Hands a mail to Postfix as another mail server would. */
  async receive(from, to, mail) {
    await this.#order({ receive: { from, to, mail } });
  }

  /** The mails in somebody's folder, oldest first, once there are so many. */
  async mails(address, folder, atLeast) {
    return (await this.#order({ mails: { address, folder, at_least: atLeast } })).mails;
  }

  /** Gives a folder a new UIDVALIDITY: to whoever reads it, all its mails are new. */
  async renumber(address, folder, uidValidity) {
    await this.#order({ reset_uid_validity: { address, folder, uid_validity: uidValidity } });
  }

  /** Ends both and waits until they are gone. */
  async stop() {
    const ended = once(this.#process, 'exit');
    this.#process.stdin.end();
    await ended;
  }

  async #order(order) {
    this.#process.stdin.write(`${JSON.stringify(order)}\n`);
    return this.#answer();
  }

  async #answer() {
    const { value, done } = await this.#answers.next();
    if (done) throw new Error('the mail servers ended');
    return JSON.parse(value);
  }
}
