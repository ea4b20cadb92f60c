/** A printer that keeps what it was given, and what may not be in it. */
import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { until } from '../driver/until.mjs';
import { pagesIn, powersIn } from '../evidence/pdf_powers.mjs';
import { Programs } from '../outside/programs.mjs';

export class Printer {
  #seen = 0;

  constructor(programs) {
    this.programs = programs;
  }

  /** Prepares it in a folder; `path` is the search path that finds it first. */
  static async prepare(folder) {
    const programs = await Programs.prepare(folder);
    await programs.make('lp', { succeeds: true });
    await programs.make('xdg-open', { succeeds: true });
    return new Printer(programs);
  }

  get path() {
    return this.programs.path;
  }

  /** Waits for so many more documents, and fails if one could do anything, or is none. */
  async gotHarmless(count, what) {
    this.#seen += count;
    const names = await until(`${what} at the printer`, async () => {
      const given = await this.programs.names('lp');
      return given.length >= this.#seen && given;
    });
    assert.equal(names.length, this.#seen, what);
    for (const name of names.slice(-count)) {
      const bytes = await this.programs.bytes(name);
      assert.ok(pagesIn(bytes) >= 1, `${name} has pages`);
      assert.deepEqual(powersIn(bytes), [], name);
    }
    assert.deepEqual(await this.programs.names('xdg-open'), [], what);
  }
}

/** Fails unless the same look finds a link, a script, and a file that stand plainly or compressed in a PDF. */
export function findsWhatItLooksFor() {
  const acts = [
    '/A<</S/URI/URI(http://evil.example)>>',
    '/OpenAction<</S/JavaScript/JS(app.alert(1))>>',
    '/Names<</EmbeddedFiles 5 0 R>>',
    '/Annots[7 0 R]',
  ];
  for (const act of acts) {
    const object = `<</Type/Page${act}>>`;
    const packed = deflateSync(Buffer.from(object));
    const plain = Buffer.from(`%PDF-1.7\n1 0 obj${object}endobj\n`);
    const streamed = Buffer.concat([
      Buffer.from(`%PDF-1.7\n1 0 obj<</Type/ObjStm/Filter/FlateDecode/Length ${packed.length}>>stream\n`),
      packed,
      Buffer.from('\nendstream endobj\n'),
    ]);
    for (const file of [plain, streamed]) {
      assert.equal(pagesIn(file), 1);
      assert.notDeepEqual(powersIn(file), [], act);
    }
  }
}
