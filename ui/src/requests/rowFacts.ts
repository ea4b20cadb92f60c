/** What a row says beside its status: facts that matter, each with icon and words. */
import type { RequestRow } from '$ipc/bindings';
import type { IconName } from '$shared/components/icons';
import { daysUntil } from '$shared/format/dates';
import { since } from '$shared/format/durations';
import { moneyRounded } from '$shared/format/numbers';
import { shortDate } from '$shared/format/dates';
import { m } from '$shared/messages/index.svelte';

export interface RowFact {
  icon: IconName;
  tone: 'muted' | 'warn' | 'bad' | 'good';
  text: string;
}

/** From so many days before its end a quote is said to expire. */
const expiresWithin = 7;
/** After so long, in milliseconds, waiting for us is a warning. */
const waitsTooLong = 24 * 3_600_000;

/** The one fact that matters most on that row, if any. */
export function rowFact(row: RequestRow, now: number): RowFact | null {
  const words = m.requests.facts;
  if (row.delivery_failed) return { icon: 'warning', tone: 'bad', text: words.notDelivered };
  if (row.proposal) return proposalFact(row.proposal);
  if (row.waiting === 'nobody') {
    return row.closed_reason ? { icon: 'tag', tone: 'muted', text: row.closed_reason } : null;
  }
  if (row.status === 'quote_created') return { icon: 'document', tone: 'muted', text: words.toSend };
  if (row.status === 'quote_sent' && row.valid_until) {
    const expiry = expiryFact(row.valid_until);
    if (expiry) return expiry;
  }
  if (row.waiting === 'us') {
    const tone = now - row.waiting_since > waitsTooLong ? 'warn' : 'muted';
    return { icon: 'clock', tone, text: words.waitsSince(since(row.waiting_since)) };
  }
  return null;
}

function proposalFact(proposal: NonNullable<RequestRow['proposal']>): RowFact {
  const words = m.requests.facts;
  switch (proposal) {
    case 'accept':
      return { icon: 'agreement', tone: 'good', text: words.accept };
    case 'refuse':
      return { icon: 'refusal', tone: 'warn', text: words.refuse };
    case 'question':
      return { icon: 'question', tone: 'muted', text: words.question };
    case 'answer':
      return { icon: 'mail', tone: 'muted', text: words.answer };
  }
}

function expiryFact(until: string): RowFact | null {
  const days = daysUntil(until);
  const words = m.requests.facts;
  if (days < 0) return { icon: 'hourglass', tone: 'warn', text: words.expired };
  if (days === 0) return { icon: 'hourglass', tone: 'warn', text: words.expiresToday };
  if (days > expiresWithin) return null;
  return { icon: 'hourglass', tone: 'warn', text: words.expiresIn(m.durations.daysShort(days)) };
}

/** The row as a reader says it: name, subject, status, fact, amount, time, unread. */
export function rowLabel(row: RequestRow, assignee: string | undefined, now: number): string {
  return [
    row.who,
    row.subject,
    m.statuses[row.status],
    rowFact(row, now)?.text,
    row.amount ? m.requests.row.amount(moneyRounded(row.amount)) : undefined,
    assignee ?? m.facts.noAssignee,
    shortDate(row.activity_at),
    row.unread ? m.requests.row.unread : undefined,
  ]
    .filter(Boolean)
    .join(', ');
}
