/**
 * Files dragged over the window. The shell tells where they are and keeps their paths; here it is found out
 * what lies under them. A place that takes files marks itself with `use:takesFiles`.
 */
import type { FilesOverWindow } from '$ipc/bindings';

export interface DroppedFiles {
  /** The number that stands for the files in a command. */
  drop: number;
  names: string[];
  /** All are saved mails. */
  allMails: boolean;
}

interface Taker {
  drop: (files: DroppedFiles) => void;
}

const takers = new WeakMap<Element, Taker>();

let count = $state(0);
let target = $state.raw<Element | null>(null);

export const files = {
  /** How many files hover over the window; 0 when none. */
  get hovering(): number {
    return count;
  },
  /** Whether they are over that element now. */
  over(element: Element | undefined): boolean {
    return element !== undefined && target === element;
  },
};

/** Follows what the shell tells. */
export function followFiles(told: FilesOverWindow): void {
  if (told.phase === 'left') {
    count = 0;
    target = null;
    return;
  }
  const under = takerAt(told.x, told.y);
  if (told.phase === 'hover') {
    // Only when they come in it is said how many they are; while they move, 0.
    if (told.count > 0) count = told.count;
    target = under;
    return;
  }
  count = 0;
  target = null;
  if (under) takers.get(under)?.drop({ drop: told.drop, names: told.names, allMails: told.all_mails });
}

/** Svelte action: this element takes files that are dropped on it or on what it holds. */
export function takesFiles(element: Element, drop: (files: DroppedFiles) => void): { destroy: () => void } {
  element.setAttribute('data-takes-files', '');
  takers.set(element, { drop });
  return {
    destroy: () => {
      takers.delete(element);
    },
  };
}

function takerAt(x: number, y: number): Element | null {
  return document.elementFromPoint(x, y)?.closest('[data-takes-files]') ?? null;
}
