/** Up to two initials of a person or a company: first and last word, particles left out. */
export function initials(name: string): string {
  const words = name
    .split(/[\s,.]+/u)
    .filter((word) => /\p{L}|\p{N}/u.test(word))
    .filter((word, _, all) => all.length < 3 || !particles.has(word.toLocaleLowerCase()));
  const first = words[0];
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return [first, last].map((word) => (word ? firstLetter(word) : '')).join('');
}

const particles = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'van',
  'den',
  'der',
  'von',
  'el',
  '&',
  'et',
  'en',
]);

function firstLetter(word: string): string {
  const match = /\p{L}|\p{N}/u.exec(word);
  return match ? match[0].toLocaleUpperCase() : '';
}
