/**
 * A list that the core answers page by page, each after the last row of the one before. Rows come as they are
 * scrolled to; after a change what was there is asked for again.
 */
import { toFailure, type Failure } from '$ipc/errors';

const pageLength = 100;
/** After a change at most so many rows are asked for again; those further down come when needed. */
const mostRefreshed = 400;

export type FetchPage<Row> = (after: string | null, limit: number) => Promise<Row[]>;

export class Paged<Row extends { id: string }> {
  rows = $state.raw<Row[]>([]);
  failure = $state.raw<Failure | null>(null);
  /** The first answer is there. */
  known = $state(false);
  /** There is nothing after the last row. */
  complete = $state(false);

  #fetch: FetchPage<Row> = async () => [];
  #turn = 0;
  #loading = false;

  /** Asks for another list. What is shown stays until it is there. */
  async show(fetch: FetchPage<Row>): Promise<void> {
    this.#fetch = fetch;
    await this.#read(pageLength);
  }

  /** Asks again after a change. */
  async refresh(): Promise<void> {
    await this.#read(Math.min(Math.max(this.rows.length, pageLength), mostRefreshed));
  }

  /** The next page, if there is one and it is not on its way. */
  async more(): Promise<void> {
    const last = this.rows[this.rows.length - 1];
    if (this.#loading || this.complete || !last) return;
    this.#loading = true;
    const turn = this.#turn;
    try {
      const rows = await this.#fetch(last.id, pageLength);
      if (turn !== this.#turn) return;
      this.rows = [...this.rows, ...rows];
      this.complete = rows.length < pageLength;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = toFailure(thrown);
    } finally {
      this.#loading = false;
    }
  }

  async #read(limit: number): Promise<void> {
    const turn = ++this.#turn;
    try {
      const rows = await this.#fetch(null, limit);
      if (turn !== this.#turn) return;
      this.rows = rows;
      this.complete = rows.length < limit;
      this.known = true;
      this.failure = null;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = toFailure(thrown);
    }
  }
}
