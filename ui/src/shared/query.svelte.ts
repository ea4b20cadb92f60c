/**
 * What a view asks the core for, kept until something it depends on has changed. Events from the core say
 * *what* changed and carry no state: the query then asks again. Data stays while the next is fetched,
 * so that nothing flickers or jumps.
 */
import { onChanges, type ChangeTopic } from '$ipc/changes';
import { toFailure, type Failure } from '$ipc/errors';

const slowAfter = 300;
const verySlowAfter = 2000;

export class Query<Data> {
  data = $state.raw<Data | undefined>(undefined);
  error = $state.raw<Failure | undefined>(undefined);
  /** Asked and not answered for 300 ms: time to show the shape of the content. */
  slow = $state(false);
  /** Not answered for 2 s: time for words. */
  verySlow = $state(false);

  #fetch: () => Promise<Data>;
  #turn = 0;

  constructor(fetch: () => Promise<Data>) {
    this.#fetch = fetch;
  }

  /** Asks (again). Of several answers only the one to the latest question counts. */
  async refresh(): Promise<void> {
    const turn = ++this.#turn;
    const timers = [
      setTimeout(() => (this.slow = turn === this.#turn), slowAfter),
      setTimeout(() => (this.verySlow = turn === this.#turn), verySlowAfter),
    ];
    try {
      const data = await this.#fetch();
      if (turn !== this.#turn) return;
      this.data = data;
      this.error = undefined;
    } catch (thrown) {
      if (turn === this.#turn) this.error = toFailure(thrown);
    } finally {
      timers.forEach(clearTimeout);
      if (turn === this.#turn) this.slow = this.verySlow = false;
    }
  }

  /** Forgets the data: what is asked for next is something else. */
  clear(): void {
    this.#turn += 1;
    this.data = undefined;
    this.error = undefined;
    this.slow = this.verySlow = false;
  }
}

/**
 * A query that belongs to the calling component. `key` is what it is about: when it changes the data is
 * forgotten and asked for anew; when one of `topics` changes it is asked for again.
 */
export function createQuery<Key, Data>(
  key: () => Key,
  fetch: (key: Key) => Promise<Data>,
  topics: readonly ChangeTopic[],
  options: { keep?: boolean } = {},
): Query<Data> {
  let asked: Key;
  const query = new Query<Data>(() => fetch(asked));
  // Derived, so that a parent that is drawn anew with the same key asks for nothing.
  const current = $derived(key());

  $effect.pre(() => {
    asked = current;
    if (!options.keep) query.clear();
    void query.refresh();
  });
  $effect(() => onChanges(topics, () => void query.refresh()));
  return query;
}
