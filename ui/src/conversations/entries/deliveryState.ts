/** How the sending of a mail stands, in words; what happened to a recipient later wins. */
import type { DeliveryView, MessageView, RecipientView } from '$ipc/bindings';
import type { IconName } from '$shared/components/icons';
import { duration } from '$shared/format/durations';
import { m } from '$shared/messages/index.svelte';

export interface DeliveryWords {
  icon: IconName;
  tone: 'muted' | 'warn' | 'bad';
  short: string;
  /** The whole story, where something went wrong. */
  text?: string;
}

/** The words for a delivery; none once it simply arrived. */
export function deliveryWords(delivery: DeliveryView, now: number): DeliveryWords | null {
  const words = m.conversation.delivery;
  const bounced = failing(delivery, 'bounced');
  if (bounced)
    return { icon: 'warning', tone: 'bad', short: words.bounced, text: words.bouncedText(bounced.address) };
  const delayed = failing(delivery, 'delayed');
  if (delayed)
    return { icon: 'clock', tone: 'warn', short: words.delayed, text: words.delayedText(delayed.address) };
  switch (delivery.state) {
    case 'queued':
      return canBeTakenBack(delivery, now)
        ? { icon: 'clock', tone: 'muted', short: words.leavesIn(duration(delivery.not_before - now)) }
        : { icon: 'paper-plane', tone: 'muted', short: words.queued };
    case 'connecting':
    case 'data_started':
      return { icon: 'paper-plane', tone: 'muted', short: words.connecting };
    case 'retry':
      return { icon: 'clock', tone: 'warn', short: words.retry };
    case 'refused':
      return { icon: 'alert', tone: 'bad', short: words.refused, text: words.refusedText };
    case 'uncertain':
      return { icon: 'warning', tone: 'bad', short: words.uncertain, text: words.uncertainText };
    case 'sent':
      return null;
  }
}

/** How an acknowledgement of ours stands, to whom it is, and in which language: "envoyé à jan@…, NL". */
export function acknowledgementWords(message: MessageView): string {
  const to = message.to[0]?.address ?? '';
  const whom = message.language ? `${to}, ${message.language.toUpperCase()}` : to;
  const words = m.conversation.acknowledgement;
  const state = message.delivery?.state ?? 'sent';
  if (state === 'sent') return words.sent(whom);
  return state === 'refused' || state === 'uncertain' ? words.to(whom) : words.waiting(whom);
}

/** Whether the mail can still be taken back. */
export function canBeTakenBack(delivery: DeliveryView, now: number): boolean {
  return delivery.state === 'queued' && delivery.not_before > now;
}

/** What the servers said about recipients that failed, for details behind a link. */
export function serverWords(delivery: DeliveryView): string {
  return delivery.recipients
    .filter((recipient) => recipient.detail)
    .map((recipient) => `${recipient.address}\n${recipient.detail}`)
    .join('\n\n');
}

function failing(delivery: DeliveryView, state: RecipientView['state']): RecipientView | undefined {
  return delivery.recipients.find((recipient) => recipient.state === state);
}
