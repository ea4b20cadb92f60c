import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(svelte|css)$/.test(file) && !file.endsWith('tokens.css'),
);
const tokens = new Set(
  [...readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8').matchAll(/(--[\w-]+)\s*:/g)].map(
    (m) => m[1],
  ),
);

/** The style part of a component, or the whole of a style sheet. */
function styles(file: string): string {
  const text = readFileSync(join(source, file), 'utf8');
  return file.endsWith('.css') ? text : (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '');
}

describe.each(files)('%s', (file) => {
  it('has no colour of its own', () => {
    expect(
      styles(file).match(/#[0-9a-f]{3,8}\b(?![^{]*\{)|\b(?:rgb|hsl)a?\(|:\s*(?:white|black|red)\b/gi) ?? [],
    ).toEqual([]);
  });

  it('uses tokens that exist', () => {
    const css = styles(file);
    const own = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map((m) => m[1]));
    const given = new Set([
      '--tracking',
      '--columns',
      '--status-ink',
      '--status-wash',
      '--frame-sidebar',
      '--bits-select-anchor-width',
    ]);
    const unknown = [...css.matchAll(/var\((--[\w-]+)/g)]
      .map((m) => m[1] ?? '')
      .filter((name) => !tokens.has(name) && !own.has(name) && !given.has(name));
    expect(unknown).toEqual([]);
  });
});
