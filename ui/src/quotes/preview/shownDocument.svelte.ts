/**
 * The very document of a quote, asked for again whenever what is saved has changed. One question at a time:
 * what changes meanwhile is asked for afterwards. What was shown stays until the next is there.
 */
import type { QuoteId } from '$ipc/bindings';
import { core } from '$ipc/client';
import { toFailure, type Failure } from '$ipc/errors';
import { tick } from 'svelte';
import { openPdf, type PdfPage, type PdfPages } from './pdf';

export class ShownDocument {
  pages = $state.raw<PdfPage[]>([]);
  failure = $state.raw<Failure | null>(null);
  busy = $state(false);

  #quote: QuoteId;
  #open: PdfPages | null = null;
  #wanted = 0;
  #closed = false;

  constructor(quote: QuoteId) {
    this.#quote = quote;
  }

  /** The saved document may look different now. */
  async refresh(): Promise<void> {
    this.#wanted += 1;
    if (this.busy) return;
    this.busy = true;
    let asked: number;
    do {
      asked = this.#wanted;
      await this.#fetch();
    } while (asked !== this.#wanted && !this.#closed);
    this.busy = false;
  }

  /** A page could not be drawn. */
  failed(thrown: unknown): void {
    this.failure = toFailure(thrown);
  }

  close(): void {
    this.#closed = true;
    void this.#open?.close();
  }

  async #fetch(): Promise<void> {
    try {
      const next = await openPdf(await core.quotePdf(this.#quote));
      const before = this.#open;
      this.#open = next;
      this.pages = next.pages;
      this.failure = null;
      // The pages let go of the old document before it is freed.
      await tick();
      await before?.close();
      if (this.#closed) await next.close();
    } catch (thrown) {
      this.failure = toFailure(thrown);
    }
  }
}
