/** Sending a draft: committed to the outbox at once, on its way once the time to take it back is over. */
import type { DraftKind } from '$ipc/bindings';
import { core } from '$ipc/client';
import { Failure } from '$ipc/errors';
import { attempt } from '$shared/actions';
import { duration } from '$shared/format/durations';
import { m } from '$shared/messages/index.svelte';
import { showToast } from '$shared/toasts.svelte';
import { workspace } from '$shared/workspace.svelte';
import { joined, nameOf } from '../entries/names';
import type { Draft } from './draft.svelte';

/**
 * Sends; throws the core's refusal, and the draft is then as it was. `onreopen` is called when the mail is
 * taken back from the toast.
 */
export async function send(
  draft: Draft,
  atOnce: boolean,
  onreopen: (kind: DraftKind, quote: string | null) => void,
): Promise<void> {
  if (!(await draft.flush()) && draft.failure) throw draft.failure;
  if (draft.to.length === 0) throw noRecipient();

  const names = joined(draft.to.map(nameOf));
  const { kind, quote } = draft;
  const outbox = await core.draftSend(draft.id);
  draft.forget();

  const seconds = atOnce ? 0 : (workspace.settings?.preferences.undo_seconds ?? 0);
  if (atOnce) await attempt(() => core.outboxSendNow(outbox));
  if (seconds === 0) {
    showToast({ text: m.conversation.composer.leaves, detail: m.conversation.composer.sentTo(names) });
    return;
  }
  countdown = {
    outbox,
    dismiss: showToast({
      text: (left) => m.conversation.composer.sendsIn(duration(left)),
      detail: m.conversation.composer.sentTo(names),
      countdown: true,
      lasts: seconds * 1000,
      undo: () => void takeBack(outbox, kind, quote, onreopen),
    }),
  };
}

/** The toast that counts down for a mail; gone with it when the mail leaves or is taken back elsewhere. */
let countdown: { outbox: string; dismiss: () => void } | null = null;

/** Ends the countdown of that mail: it was sent at once or taken back from its entry. */
export function endCountdown(outbox: string): void {
  if (countdown?.outbox === outbox) countdown.dismiss();
}

async function takeBack(
  outbox: string,
  kind: DraftKind,
  quote: string | null,
  onreopen: (kind: DraftKind, quote: string | null) => void,
): Promise<void> {
  const draft = await attempt(() => core.outboxTakeBack(outbox));
  if (draft === undefined) return;
  onreopen(kind, quote);
  showToast({ text: m.conversation.composer.takenBack });
}

function noRecipient(): Failure {
  return new Failure({
    code: 'mail',
    field: null,
    problem: null,
    state: null,
    mail: 'no_recipient',
    data: {},
  });
}
