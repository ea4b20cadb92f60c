import { core } from '$ipc/client';
import { createQuery, type Query } from '$shared/query.svelte';
import { workspace } from '$shared/workspace.svelte';

export interface TodoCounts {
  today: number;
  requests: number;
}

/** How much is to be done, for the sidebar: things listed today, and requests not closed. */
export function todoCounts(): Query<TodoCounts> {
  return createQuery(
    () => workspace.me?.id ?? null,
    async (me) => {
      const [today, open] = await Promise.all([
        core.today(me),
        core.requestList({ open_only: true }, null, 1),
      ]);
      return { today: today.tasks.length, requests: open.counts.us + open.counts.customer };
    },
    ['request', 'request_deleted', 'quote', 'outbox'],
    { keep: true },
  );
}
