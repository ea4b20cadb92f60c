import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type AST } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { fr } from './fr';
import { frenchSpacing } from './french';

const source = join(import.meta.dirname, '../..');

function leaves(catalogue: object, path = ''): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [key, value] of Object.entries(catalogue) as [string, unknown][]) {
    const here = path ? `${path}.${key}` : key;
    if (value !== null && typeof value === 'object')
      for (const leaf of leaves(value, here)) found.set(...leaf);
    else found.set(here, value);
  }
  return found;
}

/** A text, or what a function answers to plain arguments. */
function spoken(leaf: unknown): string {
  if (typeof leaf !== 'function') return String(leaf);
  const given = Array.from({ length: leaf.length }, () => 'x');
  return String((leaf as (...values: unknown[]) => unknown)(...given));
}

describe('the catalogues', () => {
  it('have the same texts in every language', () => {
    expect([...leaves(fr).keys()].sort()).toEqual([...leaves(en).keys()].sort());
  });

  it('leave no text empty', () => {
    for (const catalogue of [en, fr]) {
      const empty = [...leaves(catalogue)]
        .filter(([, leaf]) => spoken(leaf).trim() === '')
        .map(([key]) => key);
      expect(empty).toEqual([]);
    }
  });

  it('speak French with its no-break spaces, also where words are put together', () => {
    const wrong = [...leaves(fr)].filter(([, leaf]) => / [;:!?»€]|« /.test(spoken(leaf))).map(([key]) => key);
    expect(wrong).toEqual([]);
  });

  it('shout nowhere', () => {
    const shouting = [...leaves(en), ...leaves(fr)]
      .filter(([, leaf]) => spoken(leaf).includes('!'))
      .map(([key]) => key);
    expect(shouting).toEqual([]);
  });
});

it('puts the narrow space before high punctuation and the full one before a colon', () => {
  expect(frenchSpacing('Quand ? « oui » : 30 €')).toBe(
    'Quand\u202f? «\u202foui\u202f» :\u00a030\u00a0€'.replace(' :\u00a030', '\u00a0: 30'),
  );
});

describe('the views', () => {
  const views = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.svelte'),
  );

  it.each(views)('%s takes every word from the catalogues', (view) => {
    expect(ownWords(readFileSync(join(source, view), 'utf8'))).toEqual([]);
  });
});

/** Names and signs that are the same in every language. */
const international = new Set(['Quoin', 'TLS', 'STARTTLS']);
const spokenAttributes = new Set([
  'label',
  'title',
  'text',
  'lead',
  'hint',
  'placeholder',
  'alt',
  'legend',
  'aria-label',
  'reason',
]);

/** Letters that a view writes itself: in its text, or in attributes that are read or shown. */
function ownWords(code: string): string[] {
  const found: string[] = [];
  walk(parse(code, { modern: true }).fragment, null);
  return found;

  function walk(node: unknown, attribute: string | null): void {
    if (Array.isArray(node)) return node.forEach((child) => walk(child, attribute));
    if (node === null || typeof node !== 'object') return;
    const { type } = node as { type?: string };
    if (type === 'Text') note((node as AST.Text).data, attribute);
    if (type === 'Literal') noteSentence((node as { value: unknown }).value);
    const isAttribute = type === 'Attribute' || type === 'StyleDirective';
    const name = isAttribute ? (node as AST.Attribute | AST.StyleDirective).name : attribute;
    for (const [key, child] of Object.entries(node)) if (key !== 'parent') walk(child, name);
  }

  function note(text: string, attribute: string | null): void {
    const counts = attribute === null || spokenAttributes.has(attribute);
    if (counts && /\p{L}/u.test(text) && !international.has(text.trim())) found.push(text.trim());
  }

  /** A string in an expression that can only be words: with an accent, or several words and a capital. */
  function noteSentence(value: unknown): void {
    if (typeof value === 'string' && (/[à-ÿ’]/i.test(value) || /^\p{Lu}\p{L}+ \p{L}/u.test(value)))
      found.push(value);
  }
}
