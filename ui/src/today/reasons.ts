/** Why something is listed today, in words; and what would be done about it. */
import type { TodayReason, TodayTask } from '$ipc/bindings';
import type { IconName } from '$shared/components/icons';
import { daysUntil, time, weekday } from '$shared/format/dates';
import { since } from '$shared/format/durations';
import { m } from '$shared/messages/index.svelte';

export interface Reason {
  icon: IconName;
  tone: 'plain' | 'good' | 'warn' | 'bad';
  text: string;
  action: string;
  /** The key that does it, shown on the button. */
  key: string;
}

/** After so long, in milliseconds, waiting for us is a warning. */
const waitsTooLong = 24 * 3_600_000;

/** The customer waits now; the others have a date. */
const pressing = new Set<TodayReason>(['answer_to_judge', 'not_delivered', 'waits_for_us']);

export function isPressing(task: TodayTask): boolean {
  return pressing.has(task.reason);
}

/** The words for a task. */
export function reasonOf(task: TodayTask, now: number): Reason {
  const { reasons, actions } = m.today;
  switch (task.reason) {
    case 'answer_to_judge':
      return answerReason(task);
    case 'not_delivered':
      return {
        icon: 'warning',
        tone: 'bad',
        text: reasons.not_delivered,
        action: actions.not_delivered,
        key: 'enter',
      };
    case 'waits_for_us':
      return {
        icon: 'clock',
        tone: now - task.moment > waitsTooLong ? 'warn' : 'plain',
        text: reasons.waits_for_us(since(task.moment)),
        action: actions.waits_for_us,
        key: 'r',
      };
    case 'quote_to_send':
      return {
        icon: 'euro',
        tone: 'plain',
        text: reasons.quote_to_send,
        action: actions.quote_to_send,
        key: 'q',
      };
    case 'expires_soon':
      return {
        icon: 'hourglass',
        tone: 'warn',
        text: reasons.expires_soon(expiryDay(task)),
        action: actions.expires_soon,
        key: 'r',
      };
  }
}

function answerReason(task: TodayTask): Reason {
  const { reasons, actions } = m.today;
  const ago = since(task.moment);
  switch (task.request.proposal) {
    case 'accept':
      return {
        icon: 'agreement',
        tone: 'good',
        text: reasons.accept(ago),
        action: actions.accept,
        key: 'enter',
      };
    case 'refuse':
      return {
        icon: 'refusal',
        tone: 'warn',
        text: reasons.refuse(ago),
        action: actions.answer_to_judge,
        key: 'enter',
      };
    case 'question':
      return {
        icon: 'question',
        tone: 'plain',
        text: reasons.question(ago),
        action: actions.waits_for_us,
        key: 'r',
      };
    default:
      return {
        icon: 'mail',
        tone: 'plain',
        text: reasons.answer_to_judge(ago),
        action: actions.answer_to_judge,
        key: 'enter',
      };
  }
}

function expiryDay(task: TodayTask): string {
  const until = task.request.valid_until;
  if (!until) return time(task.moment);
  return daysUntil(until) === 0 ? m.dates.today : weekday(new Date(`${until}T12:00:00`).getTime());
}
