/**
 * The rows of a list of requests. The core answers page by page, by key; how many there are in each group
 * is known from the first page, so that the list has its whole length at once and rows fill in as they
 * come into sight.
 */
import type { GroupCounts, RequestCursor, RequestFilter, RequestRow, Waiting } from '$ipc/bindings';
import { core } from '$ipc/client';
import { toFailure, type Failure } from '$ipc/errors';

const firstPage = 60;
const nextPage = 300;
/** After a change at most so many rows are asked for again; those further down come when needed. */
const mostRefreshed = 400;

/** What stands at one place of the list: the head of a group, a row, or a row that is still to come. */
export type Item =
  | { kind: 'head'; waiting: Waiting; count: number }
  | { kind: 'row'; row: RequestRow; position: number }
  | { kind: 'coming'; position: number };

const groups: { waiting: Waiting; key: keyof GroupCounts }[] = [
  { waiting: 'us', key: 'us' },
  { waiting: 'customer', key: 'customer' },
  { waiting: 'nobody', key: 'closed' },
];

export class Listing {
  rows = $state.raw<RequestRow[]>([]);
  counts = $state.raw<GroupCounts | null>(null);
  failure = $state.raw<Failure | null>(null);

  #filter: RequestFilter = {};
  #next: RequestCursor | null = null;
  #turn = 0;
  #loading = false;

  /** How many requests match. */
  get total(): number {
    return this.counts ? this.counts.us + this.counts.customer + this.counts.closed : 0;
  }

  /** How many places the list has: rows and heads of groups. */
  get length(): number {
    return this.total + this.#shownGroups().length;
  }

  /** Asks for the rows of another filter. What is shown stays until they are there. */
  async show(filter: RequestFilter): Promise<void> {
    this.#filter = filter;
    await this.#read(firstPage);
  }

  /** Asks again after a change. */
  async refresh(): Promise<void> {
    await this.#read(Math.min(Math.max(this.rows.length, firstPage), mostRefreshed));
  }

  /** Sees to it that the row at that position is there. */
  async reach(position: number): Promise<void> {
    if (this.#loading || position < this.rows.length || !this.#next) return;
    this.#loading = true;
    const turn = this.#turn;
    try {
      while (this.#next && position >= this.rows.length) {
        const page = await core.requestList(this.#filter, this.#next, nextPage);
        if (turn !== this.#turn) return;
        this.rows = [...this.rows, ...page.rows];
        this.#next = page.next;
      }
    } catch (thrown) {
      if (turn === this.#turn) this.failure = toFailure(thrown);
    } finally {
      this.#loading = false;
    }
  }

  /** What stands at a place, counted from 0. */
  item(place: number): Item {
    let start = 0;
    let position = 0;
    for (const { waiting, count } of this.#shownGroups()) {
      if (place === start) return { kind: 'head', waiting, count };
      if (place <= start + count) return this.#row(position + place - start - 1);
      start += count + 1;
      position += count;
    }
    return { kind: 'coming', position: place };
  }

  /** The place of the row at that position. */
  placeOf(position: number): number {
    let before = 0;
    let heads = 0;
    for (const { count } of this.#shownGroups()) {
      heads += 1;
      if (position < before + count) break;
      before += count;
    }
    return position + heads;
  }

  #row(position: number): Item {
    const row = this.rows[position];
    return row ? { kind: 'row', row, position } : { kind: 'coming', position };
  }

  #shownGroups(): { waiting: Waiting; count: number }[] {
    const { counts } = this;
    if (!counts) return [];
    return groups
      .map(({ waiting, key }) => ({ waiting, count: counts[key] }))
      .filter(({ count }) => count > 0);
  }

  async #read(limit: number): Promise<void> {
    const turn = ++this.#turn;
    try {
      const page = await core.requestList(this.#filter, null, limit);
      if (turn !== this.#turn) return;
      this.rows = page.rows;
      this.counts = page.counts;
      this.#next = page.next;
      this.failure = null;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = toFailure(thrown);
    }
  }
}
