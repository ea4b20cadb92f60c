/** The workspace's database, read beside the running program. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The rows of a query. */
export async function rows(database, query) {
  const { stdout } = await run('sqlite3', ['-readonly', '-json', database, '.timeout 10000', query]);
  return stdout.trim() ? JSON.parse(stdout) : [];
}

/** The only row of a query. */
export async function row(database, query) {
  const found = await rows(database, query);
  if (found.length !== 1) throw new Error(`${found.length} rows: ${query}`);
  return found[0];
}
