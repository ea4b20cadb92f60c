/**
 * Which entry of a list is active while the focus stays in a text field (`aria-activedescendant`):
 * for the palette and for fields that propose. Up and Down wrap, Home and End stay the field's.
 */
export class ListCursor {
  index = $state(0);
  #length: () => number;

  constructor(length: () => number) {
    this.#length = length;
  }

  /** Back to the first entry: after the list changed. */
  reset(): void {
    this.index = 0;
  }

  /** Moves for an arrow or page key; answers whether the key was one. */
  handle(event: KeyboardEvent): boolean {
    const length = this.#length();
    if (length === 0) return false;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step === undefined) return false;
    event.preventDefault();
    this.index =
      Math.abs(step) === 1 ? (this.index + step + length) % length : clamp(this.index + step, length - 1);
    return true;
  }
}

function clamp(index: number, last: number): number {
  return Math.min(Math.max(index, 0), last);
}
