/**
 * A careless program on the very engine of the application: the engine's own small browser, under its own
 * driver. What does not fire there proves nothing by staying quiet in the application.
 */
import { spawn } from 'node:child_process';
import { access, readdir } from 'node:fs/promises';
import { until } from './until.mjs';
import { WebDriver } from './webdriver.mjs';
import { freePort, prepareWorkplace } from './workplace.mjs';

/** Where systems keep the engine's own programs. */
const libraries = ['/usr/lib', '/usr/libexec', '/usr/lib64'];

/** It reaches this machine only: nobody answers at its proxy. */
const own = ['--automation', '--proxy=http://127.0.0.1:9', '--ignore-host=127.0.0.1'];

/** Opens it, lets `act` use it, and ends it. */
export async function inCarelessBrowser(act) {
  const workplace = await prepareWorkplace();
  const port = await freePort();
  const bridge = spawn('WebKitWebDriver', [`--port=${port}`], {
    env: workplace.environment,
    stdio: 'ignore',
  });
  try {
    const base = `http://127.0.0.1:${port}`;
    await until('WebKitWebDriver', async () => (await fetch(`${base}/status`)).ok);
    const options = { binary: await smallBrowser(), args: own };
    const browser = await WebDriver.open(base, { 'webkitgtk:browserOptions': options });
    try {
      return await act(browser);
    } finally {
      await browser.close();
    }
  } finally {
    bridge.kill();
    await workplace.remove();
  }
}

async function smallBrowser() {
  for (const library of libraries) {
    const names = await readdir(library).catch(() => []);
    for (const name of ['.', ...names]) {
      const path = `${library}/${name}/webkit2gtk-4.1/MiniBrowser`;
      if (await isThere(path)) return path;
    }
  }
  throw new Error('the small browser of WebKitGTK 4.1 is not installed');
}

function isThere(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
