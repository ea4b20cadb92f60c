/** Stand-ins for the system's programs: they note what they were asked, and keep what they were given. */
import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export class Programs {
  constructor(folder) {
    this.folder = folder;
  }

  /** Prepares a folder for them; `path` is the search path that finds them first. */
  static async prepare(folder) {
    const programs = new Programs(folder);
    await mkdir(join(folder, 'given'), { recursive: true });
    return programs;
  }

  get path() {
    return `${this.folder}:${process.env.PATH}`;
  }

  /** Makes a program that ends well, or not. */
  async make(name, { succeeds }) {
    const script = [
      '#!/bin/sh',
      'for file in "$@"; do :; done',
      `cp "$file" "${this.folder}/given/${name}-$(date +%s%N)-$(basename "$file")"`,
      `exit ${succeeds ? 0 : 1}`,
      '',
    ];
    await writeFile(join(this.folder, name), script.join('\n'));
    await chmod(join(this.folder, name), 0o755);
  }

  /** What a program was given, oldest first: names and bytes. */
  async given(name) {
    const files = (await readdir(join(this.folder, 'given'))).filter((file) => file.startsWith(`${name}-`));
    return Promise.all(
      files.sort().map(async (file) => ({
        name: file.replace(/^.*?-\d+-/, ''),
        bytes: await readFile(join(this.folder, 'given', file)),
      })),
    );
  }
}
