/** What a list of requests is narrowed to: a view, and conditions added to it. */
import type { RequestFilter, Status, UserId } from '$ipc/bindings';
import { m } from '$shared/messages/index.svelte';
import type { RequestView } from '$shared/navigation.svelte';

export interface Narrowing {
  view: RequestView;
  status: Status | null;
  /** A salesperson, or `nobody` for requests without one. */
  assignee: UserId | 'nobody' | null;
  /** Only with activity in so many last days. */
  days: number | null;
  query: string;
}

export const periods = [7, 30, 90, 365] as const;

const dayLength = 86_400_000;

/** A view without conditions. */
export function plain(view: RequestView): Narrowing {
  return { view, status: null, assignee: null, days: null, query: '' };
}

/** Whether anything was added to the view. */
export function isNarrowed(narrowing: Narrowing): boolean {
  const { status, assignee, days, query } = narrowing;
  return status !== null || assignee !== null || days !== null || query !== '';
}

/** The filter as the core wants it. */
export function filterOf(narrowing: Narrowing, me: UserId | null, now: number): RequestFilter {
  const { view, status, assignee, days, query } = narrowing;
  const someone = assignee === 'nobody' ? null : assignee;
  return {
    status,
    assignee: someone ?? (view === 'mine' ? me : null),
    unassigned: assignee === 'nobody',
    open_only: view !== 'all' && query === '',
    since: days === null ? null : now - days * dayLength,
    query,
  };
}

/** A period in words. */
export function periodWords(days: number): string {
  return days === 365 ? m.requests.filter.year : m.requests.filter.days(days);
}
