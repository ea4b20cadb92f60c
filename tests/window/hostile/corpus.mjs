/**
 * Attacks that nobody of this project wrote, read from beside the checkout when they are there; nothing of them
 * is copied. Their own calls (`alert(1)` and the like) are turned into a mark that needs no quotes.
 */
import { readFile } from 'node:fs/promises';

const file = new URL('../../../../shared/corpora/permissive/sanitize.jsonl', import.meta.url);

/** The attacks as shapes, or null where they are not beside the checkout. */
export async function corpus() {
  const path = process.env.QUOIN_ATTACKS ?? file;
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const cases = text.trim().split('\n');
  return cases.map((line, place) => ({
    who: 'Foreign',
    name: `foreign-${place}`,
    html: marked(JSON.parse(line).html),
  }));
}

function marked(html) {
  return html.replace(/\b(?:alert|confirm|prompt|print)\s*(?:\([^)]*\)|`[^`]*`)/g, '(self.ran=1,top.ran=1)');
}
