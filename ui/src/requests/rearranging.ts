/** What stands in a wrong conversation is put into the right one; each step tells its result, with an undo. */
import type { MessageId, Rearranged, RequestId, RequestRow } from '$ipc/bindings';
import { core } from '$ipc/client';
import { attempt } from '$shared/actions';
import { m } from '$shared/messages/index.svelte';
import { navigation } from '$shared/navigation.svelte';
import { showToast } from '$shared/toasts.svelte';

/** Makes a request of a message, or of it and all that came after it, and opens it. */
export async function splitOff(row: RequestRow, message: MessageId, following: boolean): Promise<void> {
  const split = await attempt(() => core.messageSplit(message, following));
  if (!split) return;
  show(split.request);
  tell(m.requests.rearrange.made, row.subject, split);
}

/** Moves a message into another request; one stays where one reads. */
export async function moveMessage(
  message: MessageId,
  to: { id: RequestId; reference: string; subject: string },
): Promise<void> {
  const moved = await attempt(() => core.messageMove(message, to.id));
  if (moved) tell(m.requests.rearrange.moved(to.reference), to.subject, moved);
}

/** Merges a request into another, and opens that one. */
export async function mergeInto(
  row: RequestRow,
  into: { id: RequestId; reference: string; subject: string },
): Promise<void> {
  const merged = await attempt(() => core.requestMerge(row.id, into.id));
  if (!merged) return;
  show(into.id);
  tell(m.requests.rearrange.merged(into.reference), row.subject, merged);
}

/** Says that one of us forwarded a message, whoever its sender seemed to be. */
export async function takeAsForward(message: MessageId): Promise<void> {
  const taken = await attempt(() => core.messageTakeAsForward(message));
  if (taken) tell(m.requests.correct.done, '', taken);
}

function tell(text: string, detail: string, moved: Rearranged): void {
  showToast({ text, ...(detail && { detail }), undo: () => void putBack(moved) });
}

async function putBack(moved: Rearranged): Promise<void> {
  const request = await attempt(() => core.rearrangementUndo(moved.id));
  if (request) show(request);
}

function show(request: RequestId): void {
  navigation.go({ name: 'requests', request });
}
