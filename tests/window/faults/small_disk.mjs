/** A disk that can be filled to the last byte: a small file system in memory. Only root may make one. */
import { execFile } from 'node:child_process';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export class SmallDisk {
  constructor(path) {
    this.path = path;
  }

  /** A disk of so many megabytes at a path; null where the system does not allow one. */
  static async make(path, megabytes) {
    await mkdir(path, { recursive: true });
    const mount = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'quoin-test', path];
    return run('mount', mount).then(
      () => new SmallDisk(path),
      () => null,
    );
  }

  /** Fills it to the last byte. */
  async fill() {
    const filler = await open(this.#filler, 'w');
    try {
      for (let size = 1 << 20; size >= 1; size >>= 1) await this.#pour(filler, Buffer.alloc(size));
    } finally {
      await filler.close();
    }
  }

  /** Makes room again. */
  async empty() {
    await rm(this.#filler);
  }

  async remove() {
    await run('umount', ['--lazy', this.path]);
  }

  get #filler() {
    return join(this.path, 'filler');
  }

  async #pour(filler, bytes) {
    for (;;) {
      const poured = await filler.write(bytes).catch((thrown) => {
        if (thrown.code === 'ENOSPC') return null;
        throw thrown;
      });
      if (poured === null || poured.bytesWritten < bytes.length) return;
    }
  }
}
