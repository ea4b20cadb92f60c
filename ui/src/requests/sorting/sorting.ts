/** What is done with a mail that is no request yet; each step tells its result, with an undo. */
import type { IgnoredMail, RequestId, RuleVerdict } from '$ipc/bindings';
import { core } from '$ipc/client';
import { attempt } from '$shared/actions';
import { m } from '$shared/messages/index.svelte';
import { showToast } from '$shared/toasts.svelte';

/** Makes a request of a mail; answers with it. `undone` hears that this was taken back. */
export async function makeRequest(mail: IgnoredMail, undone?: () => void): Promise<RequestId | undefined> {
  const request = await attempt(() => core.ignoredMailToRequest(mail.sha256));
  if (!request) return undefined;
  showToast({
    text: m.requests.sorting.made,
    detail: mail.subject || mail.from,
    undo: () => void undo(() => core.ignoredMailFromRequest(mail.sha256, mail.reason), undone),
  });
  return request;
}

/** Leaves a mail that waits to be sorted; answers with it. `undone` hears that this was taken back. */
export async function leaveMail(mail: IgnoredMail, undone?: () => void): Promise<IgnoredMail | undefined> {
  if ((await attempt(() => core.mailLeave(mail.sha256, true))) === undefined) return undefined;
  showToast({
    text: m.requests.sorting.left,
    detail: mail.subject || mail.from,
    undo: () => void undo(() => core.mailLeave(mail.sha256, false), undone),
  });
  return mail;
}

async function undo(act: () => Promise<unknown>, undone?: () => void): Promise<void> {
  if ((await attempt(act)) !== undefined) undone?.();
}

/** Adds a rule about a sender. */
export async function addSenderRule(address: string, verdict: RuleVerdict): Promise<void> {
  const before = await attempt(() => core.rules());
  if (!before) return;
  if ((await attempt(() => core.ruleAdd('sender', address, verdict))) === undefined) return;
  const { sentence, verdicts } = m.settings.rules;
  showToast({
    text: m.requests.rule.added,
    detail: sentence.sender(address, verdicts[verdict]),
    undo: () => void attempt(() => core.rulesSave(before)),
  });
}

/** Whether a rule could make a request of such a mail: what a machine answers never is one. */
export function canBeMadeRequests(mail: IgnoredMail): boolean {
  const code = mail.reason.split(':')[0] ?? '';
  return mail.address !== '' && !['auto_reply', 'bounce', 'feedback'].includes(code);
}
