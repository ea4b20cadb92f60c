/** What can be done with a request in one step; each tells its result, with an undo where there is one. */
import type { Field, Proposal, RequestRow, Status, UserId } from '$ipc/bindings';
import { core } from '$ipc/client';
import { attempt } from '$shared/actions';
import { m } from '$shared/messages/index.svelte';
import { navigation } from '$shared/navigation.svelte';
import { showToast } from '$shared/toasts.svelte';
import { workspace } from '$shared/workspace.svelte';

/** Puts a request into a status by hand; it can be taken back. */
export async function setStatus(row: RequestRow, status: Status, reason = ''): Promise<void> {
  if (row.status === status) return;
  const done = await attempt(() => core.requestSetStatus(row.id, status, reason));
  if (done === undefined) return;
  showToast({
    text: m.requests.toast.status(m.statuses[status]),
    detail: row.subject,
    undo: () => void attempt(() => core.requestTakeBackStatus(row.id)),
  });
}

/** Gives a request to someone or to nobody; it can be taken back. */
export async function assign(row: RequestRow, user: UserId | null): Promise<void> {
  if (row.assignee_id === user) return;
  const before = row.assignee_id;
  const done = await attempt(() => core.requestAssign(row.id, user));
  if (done === undefined) return;
  const name = workspace.user(user)?.name;
  showToast({
    text: name ? m.requests.toast.assigned(name) : m.requests.toast.unassigned,
    detail: row.subject,
    undo: () => void attempt(() => core.requestAssign(row.id, before)),
  });
}

/** Judges the customer's answer; `null` puts the proposal away. */
export async function judgeAnswer(row: RequestRow, judgement: Proposal | null, reason = ''): Promise<void> {
  const done = await attempt(() => core.requestJudgeAnswer(row.id, judgement, reason));
  if (done === undefined) return;
  const words = m.conversation.proposal.done;
  const text =
    judgement === null ? words.ignored : judgement === 'answer' ? words.question : words[judgement];
  showToast({ text, detail: row.subject });
}

/** Links a request to a contact, or takes the link away. */
export async function linkContact(
  row: RequestRow,
  contact: { id: string; name: string } | null,
): Promise<void> {
  const before = row.contact_id;
  const done = await attempt(() => core.requestLinkContact(row.id, contact?.id ?? null));
  if (done === undefined) return;
  showToast({
    text: contact ? m.requests.toast.linked(contact.name) : m.requests.toast.unlinked,
    undo: () => void attempt(() => core.requestLinkContact(row.id, before)),
  });
}

/** Takes found facts into the contact: all into what is empty, or one in place of what is there. */
export async function takeFound(row: RequestRow, only: Field | null): Promise<void> {
  const contact = row.contact_id;
  if (!contact) return;
  const before = await attempt(() => core.contactDetail(contact));
  if (!before) return;
  const taken = await attempt(() => core.contactTakeFound(row.id, only));
  if (taken === undefined) return;
  showToast({
    text: m.requests.side.taken(taken),
    detail: before.details.name,
    undo: taken > 0 ? () => void attempt(() => core.contactSave(contact, before.details)) : undefined,
  });
}

/** Marks a request as not looked at. */
export async function markUnread(row: RequestRow): Promise<void> {
  const done = await attempt(() => core.requestMarkRead(row.id, false));
  if (done !== undefined) showToast({ text: m.requests.toast.unread });
}

/** Goes to the quote being written for a request; begins one if there is none. */
export async function editQuote(request: string, draft: string | undefined): Promise<void> {
  const quote = draft ?? (await attempt(() => core.quoteCreate(request)));
  if (quote) navigation.go({ name: 'quote', quote });
}
