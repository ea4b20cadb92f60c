import type { IgnoredMail } from '$ipc/bindings';
import { m } from '$shared/messages/index.svelte';

/** Why a mail is not a request, in words. */
export function ignoredReason(mail: IgnoredMail): string {
  return reasonWords(mail.reason);
}

/** A reason in words; the evidence (a header's name, a rule's value) follows in parentheses. */
export function reasonWords(reason: string): string {
  const [code = '', ...rest] = reason.split(':');
  const evidence = rest.join(':').trim();
  const known = m.requests.ignored.reasons as Record<string, string | undefined>;
  const words = known[code] ?? m.requests.ignored.other;
  return evidence ? `${words} (${evidence})` : words;
}
