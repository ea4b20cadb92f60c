/**
 * Who wants to know when what changed. The core says *what*, after its commit; views then ask again.
 * Many changes in a moment (a mailbox read for the first time) are told once.
 */
import type { Change } from './bindings';

export type ChangeTopic = Change['what'];

interface Listener {
  topics: ReadonlySet<ChangeTopic>;
  tell: () => void;
}

/** Milliseconds over which changes are gathered. */
const gathering = 60;

const listeners = new Set<Listener>();
const pending = new Set<Listener>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Calls `tell` after something of these kinds changed, until the result is called. */
export function onChanges(topics: readonly ChangeTopic[], tell: () => void): () => void {
  const listener = { topics: new Set(topics), tell };
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    pending.delete(listener);
  };
}

/** Passes a change on to those whom it concerns. */
export function announce(change: Change): void {
  for (const listener of listeners) if (listener.topics.has(change.what)) pending.add(listener);
  timer ??= setTimeout(tellPending, gathering);
}

function tellPending(): void {
  timer = undefined;
  const now = [...pending];
  pending.clear();
  for (const listener of now) listener.tell();
}
