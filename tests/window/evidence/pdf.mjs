/** A PDF as its reader gets it: the text that can be copied out of it. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Its text in reading order, with plain spaces. */
export async function pdfText(bytes) {
  const folder = await mkdtemp(join(tmpdir(), 'quoin-pdf-'));
  try {
    const file = join(folder, 'quote.pdf');
    await writeFile(file, bytes);
    const { stdout } = await run('pdftotext', ['-layout', file, '-']);
    return stdout.replace(/[\u00a0\u202f ]+/g, ' ');
  } finally {
    await rm(folder, { recursive: true });
  }
}
