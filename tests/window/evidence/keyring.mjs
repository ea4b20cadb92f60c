/** What the system's keyring holds, asked through its own client. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The secret kept for a user name under Quoin's service, or null. */
export async function keptSecret(username) {
  try {
    const { stdout } = await run('secret-tool', ['lookup', 'service', 'Quoin', 'username', username]);
    return stdout;
  } catch {
    return null;
  }
}
