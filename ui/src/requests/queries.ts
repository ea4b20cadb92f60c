import type { Entry, IgnoredMail, RequestDetail, Rule } from '$ipc/bindings';
import { core } from '$ipc/client';
import { createQuery, type Query } from '$shared/query.svelte';
import { workspace } from '$shared/workspace.svelte';

export interface ViewCounts {
  open: number;
  mine: number;
}

/** How many requests the views hold that say so. */
export function viewCounts(): Query<ViewCounts> {
  return createQuery(
    () => workspace.me?.id ?? null,
    async (me) => {
      const [open, mine] = await Promise.all([
        core.requestList({ open_only: true }, null, 1),
        me ? core.requestList({ open_only: true, assignee: me }, null, 1) : null,
      ]);
      const sum = (page: typeof open | null) => (page ? page.counts.us + page.counts.customer : 0);
      return { open: sum(open), mine: sum(mine) };
    },
    ['request', 'request_deleted'],
    { keep: true },
  );
}

/** Whether there is any request at all, open or closed. */
export function anyRequest(): Query<boolean> {
  return createQuery(
    () => null,
    async () => (await core.requestList({}, null, 1)).rows.length > 0,
    ['request', 'request_deleted'],
    { keep: true },
  );
}

/** Everything about one request except its conversation. */
export function requestDetail(id: () => string): Query<RequestDetail> {
  return createQuery(id, (key) => core.requestDetail(key), ['request', 'contact', 'quote', 'outbox']);
}

/** What was written about one request. */
export function conversationEntries(id: () => string): Query<Entry[]> {
  return createQuery(id, (key) => core.conversationEntries(key), ['request', 'quote', 'outbox']);
}

/** Mail that arrived and is not a request. */
export function ignoredMail(): Query<IgnoredMail[]> {
  return createQuery(
    () => null,
    () => core.ignoredMail(mostIgnored),
    ['mailboxes', 'request'],
    { keep: true },
  );
}

/** Mail of a general mailbox that waits to be sorted. */
export function mailToSort(): Query<IgnoredMail[]> {
  return createQuery(
    () => null,
    () => core.mailToSort(mostIgnored),
    ['mailboxes', 'request', 'request_deleted'],
    { keep: true },
  );
}

/** The rules about which mails are requests, in their order. */
export function intakeRules(): Query<Rule[]> {
  return createQuery(
    () => null,
    () => core.rules(),
    ['settings'],
    { keep: true },
  );
}

const mostIgnored = 500;
