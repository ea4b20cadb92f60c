/** What arrived since the list was last looked at, for those who hear it: said once, politely. */
import type { RequestRow } from '$ipc/bindings';
import { m } from '$shared/messages/index.svelte';

export class Arrivals {
  /** The words to say; empty until something arrives. */
  words = $state('');
  #latest: number | null = null;

  /** Takes note of the rows as they are; an unread one newer than all before is said. */
  note(rows: readonly RequestRow[]): void {
    const newest = rows.reduce<RequestRow | null>(
      (best, row) => (best === null || row.activity_at > best.activity_at ? row : best),
      null,
    );
    if (!newest) return;
    const isNew = this.#latest !== null && newest.activity_at > this.#latest && newest.unread;
    this.#latest = Math.max(this.#latest ?? 0, newest.activity_at);
    if (isNew) this.words = m.requests.arrived(newest.who, newest.subject);
  }
}
