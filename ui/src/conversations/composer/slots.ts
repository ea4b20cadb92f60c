/** A placeholder in a text that still has to be filled: `{{ date of the visit }}`. It blocks sending. */
const slot = /\{\{[^{}]*\}\}/g;

/** Where the placeholders stand that are still to be filled. */
export function openSlots(text: string): { start: number; end: number }[] {
  return [...text.matchAll(slot)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
