/** Doing something that may fail: success is told in a toast, failure too, with what was kept. */
import { toFailure, wordsFor, type Failure } from '$ipc/errors';
import { showToast } from './toasts.svelte';

/**
 * Runs it; a failure is told (unless the person themselves closed a dialog) and answered as `undefined`.
 * For actions without a place of their own to show an error; forms show theirs at the field.
 */
export async function attempt<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await action();
  } catch (thrown) {
    tellFailure(toFailure(thrown));
    return undefined;
  }
}

/** Tells a failure in a toast. */
export function tellFailure(failure: Failure): void {
  if (failure.dismissed) return;
  const words = wordsFor(failure);
  showToast({ text: words.title, detail: words.text, lasts: 15_000 });
}
