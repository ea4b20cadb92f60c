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
      `kept="${this.folder}/given/${name}-$(date +%s%N)-$(basename "$file")"`,
      'cp "$file" "$kept.part" && mv "$kept.part" "$kept"',
      `exit ${succeeds ? 0 : 1}`,
      '',
    ];
    await writeFile(join(this.folder, name), script.join('\n'));
    await chmod(join(this.folder, name), 0o755);
  }

  /** What a program was given, oldest first: names and bytes. */
  async given(name) {
    const files = await this.names(name);
    return Promise.all(
      files.map(async (file) => ({ name: file.replace(/^.*?-\d+-/, ''), bytes: await this.bytes(file) })),
    );
  }

  /** Under which names the files that a program was given are kept, oldest first. */
  async names(name) {
    const files = await readdir(join(this.folder, 'given'));
    return files.filter((file) => file.startsWith(`${name}-`) && !file.endsWith('.part')).sort();
  }

  /** The bytes of a kept file. */
  async bytes(file) {
    return readFile(join(this.folder, 'given', file));
  }
}
