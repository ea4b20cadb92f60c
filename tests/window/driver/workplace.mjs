/** Where the application runs in a test: a home, data and configuration folder of its own, and free ports. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = {
  HOME: 'home',
  XDG_DATA_HOME: 'home/.local/share',
  XDG_STATE_HOME: 'home/.local/state',
  XDG_CONFIG_HOME: 'home/.config',
  XDG_CACHE_HOME: 'home/.cache',
};

/** Makes the folders. `environment` is what the application is started with. */
export async function prepareWorkplace(environment = {}) {
  const root = await mkdtemp(join(tmpdir(), 'quoin-window-'));
  const own = {};
  for (const [variable, folder] of Object.entries(folders)) {
    own[variable] = join(root, folder);
    await mkdir(own[variable], { recursive: true });
  }
  return {
    root,
    workspace: join(root, 'workspace'),
    log: join(root, 'bridge.log'),
    environment: { ...process.env, ...own, LANG: 'fr_BE.UTF-8', TZ: 'Europe/Brussels', ...environment },
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** A port on which nobody listens. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
