import type { TodayView } from '$ipc/bindings';
import { core } from '$ipc/client';
import { createQuery, type Query } from '$shared/query.svelte';

/** What to do today, for one member of the team or, with `null`, for all. */
export function todayFor(user: () => string | null): Query<TodayView> {
  return createQuery(
    user,
    (whose) => core.today(whose),
    ['request', 'request_deleted', 'quote', 'outbox', 'mailboxes'],
    { keep: true },
  );
}
