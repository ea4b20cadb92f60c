/** The real application, started through tauri-driver as a person would start it, ended and started again. */
import { spawn } from 'node:child_process';
import { open, readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { row, rows } from '../evidence/database.mjs';
import { Screen } from './screen.mjs';
import { until } from './until.mjs';
import { WebDriver } from './webdriver.mjs';
import { freePort, prepareWorkplace } from './workplace.mjs';

const root = new URL('../../../', import.meta.url);
const binary = process.env.QUOIN_BINARY ?? fileURLToPath(new URL('target/debug/quoin', root));
const bridge = process.env.TAURI_DRIVER ?? fileURLToPath(new URL('target/tools/bin/tauri-driver', root));

export class Application {
  #bridge;
  #base;
  #arguments;

  /** The window. */
  screen = new Screen(null);

  constructor(workplace, args) {
    this.workplace = workplace;
    this.#arguments = args ?? ['--workspace', workplace.workspace];
  }

  /** Prepares folders and the bridge. `args` stand in place of a workspace folder of its own. */
  static async prepare({ environment, args } = {}) {
    const application = new Application(await prepareWorkplace(environment), args);
    await application.#startBridge();
    return application;
  }

  /** The workspace's database. */
  get database() {
    return `${this.workplace.workspace}/quoin.db`;
  }

  /** The rows of a query on the workspace. */
  rows(query) {
    return rows(this.database, query);
  }

  /** The only row of a query on the workspace. */
  row(query) {
    return row(this.database, query);
  }

  async #startBridge() {
    const [port, native] = [await freePort(), await freePort()];
    const log = await open(this.workplace.log, 'a');
    this.#bridge = spawn(bridge, ['--port', port, '--native-port', native], {
      env: this.workplace.environment,
      stdio: ['ignore', log.fd, log.fd],
    });
    await log.close();
    this.#base = `http://127.0.0.1:${port}`;
    const answers = async () => (await fetch(`${this.#base}/status`)).ok;
    await until('tauri-driver', answers);
  }

  /** Opens the window; `files` are passed as if they had been opened with the program. */
  async start(...files) {
    const options = { application: binary, args: [...this.#arguments, ...files] };
    this.screen.driver = await WebDriver.open(this.#base, { 'tauri:options': options });
  }

  /** Closes the window and waits until the program is gone. */
  async quit() {
    await this.screen.driver.close();
    this.screen.driver = null;
    await until('the end of the program', async () => !(await this.#isRunning()));
  }

  /** Ends everything. The folders go unless something failed: then they say why. */
  async end({ keep = false } = {}) {
    if (this.screen.driver) await this.quit();
    this.#bridge.kill();
    if (keep) console.log(`What the program wrote is kept in ${this.workplace.root}`);
    else await this.workplace.remove();
  }

  /** Whether a process runs whose home is this workplace's. */
  async #isRunning() {
    const home = `HOME=${this.workplace.environment.HOME}`;
    for (const entry of await readdir('/proc')) {
      if (!/^\d+$/.test(entry)) continue;
      const command = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '');
      if (command.split('\0')[0] !== binary) continue;
      const environment = await readFile(`/proc/${entry}/environ`, 'utf8').catch(() => '');
      if (environment.split('\0').includes(home)) return true;
    }
    return false;
  }
}
