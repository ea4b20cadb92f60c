/** A placeholder in a text that still has to be filled: `{{ date of the visit }}`. It blocks sending. */
const slot = /\{\{[^{}]*\}\}/g;

/** Where the placeholders stand that are still to be filled. */
export function openSlots(text: string): { start: number; end: number }[] {
  return [...text.matchAll(slot)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Where one begins to write: below the greeting, above the signature. */
export function placeToWrite(text: string): number {
  const gap = text.indexOf('\n\n');
  return gap < 0 ? 0 : gap + 2;
}
