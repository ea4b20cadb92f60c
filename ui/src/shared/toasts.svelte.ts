/**
 * One result at a time, with its undo, for ten seconds; it waits while the pointer or the focus is on it.
 * A new toast takes the place of the old one, whose time is then up.
 */
export interface Toast {
  id: number;
  /** What happened; a function is told the milliseconds left and asked again as they pass. */
  text: string | ((left: number) => string);
  /** A second line: to whom, which one. */
  detail?: string;
  /** Takes the action back; shown as a button and on Ctrl+Z. */
  undo?: () => void;
  /** A ring that empties: seconds left are what the toast is about ("sends in 10 s"). */
  countdown?: boolean;
  /** Milliseconds it stays. */
  lasts: number;
  /** Announced at once rather than politely: a failed send. */
  urgent?: boolean;
}

export type NewToast = Omit<Toast, 'id' | 'lasts'> & { lasts?: number };

const usualTime = 10_000;
const tick = 100;

let count = 0;
let current = $state<Toast | null>(null);
let left = $state(0);
let held = false;
let timer: ReturnType<typeof setInterval> | undefined;

/** Shows a result, and answers how to take it away early. */
export function showToast(toast: NewToast): () => void {
  const id = ++count;
  current = { lasts: usualTime, ...toast, id };
  left = current.lasts;
  held = false;
  clearInterval(timer);
  timer = setInterval(pass, tick);
  return () => {
    if (current?.id === id) dismissToast();
  };
}

/** Takes the shown toast away. */
export function dismissToast(): void {
  clearInterval(timer);
  current = null;
}

/** Holds the time while someone looks at it. A countdown of a sending never stops: it tells the truth. */
export function holdToast(on: boolean): void {
  held = on;
}

/** Takes back what the shown toast is about. */
export function undoToast(): void {
  const undo = current?.undo;
  dismissToast();
  undo?.();
}

export const shownToast = {
  get toast(): Toast | null {
    return current;
  },
  /** Milliseconds before it goes. */
  get left(): number {
    return left;
  },
};

function pass(): void {
  if (held && !current?.countdown) return;
  left = Math.max(0, left - tick);
  if (left === 0) dismissToast();
}
