import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { IgnoredMail } from '$ipc/bindings';
import { mailToSort } from '../queries';
import { leaveMail, makeRequest } from './sorting';

/** The mails that wait to be sorted, and the one looked at; made while a component begins. */
export class SortSession {
  /** The list of mails to sort stands in place of the list of requests. */
  open = $state(false);
  readonly mails = mailToSort();
  /** Mails whose sorting the core was asked for: gone from the list at once, before the core's list follows. */
  readonly #sorted = new SvelteSet<string>();
  /** The mail looked at, and where it stood last. */
  #chosen = $state<string>();
  #place = $state(0);
  /** The mail to look at once it is in the list. */
  #awaited = $state<string>();

  constructor() {
    $effect.pre(() => {
      const waiting = this.mails.data ?? [];
      const gone = (sorted: string) => !waiting.some((mail) => mail.sha256 === sorted);
      untrack(() => [...this.#sorted].filter(gone).forEach((mail) => this.#sorted.delete(mail)));
    });
    $effect.pre(() => {
      if (!this.list.some((mail) => mail.sha256 === this.#awaited)) return;
      this.#chosen = this.#awaited;
      this.#awaited = undefined;
    });
    // Held by what it is: a mail that comes or goes must not put another one under the keys that sort.
    $effect.pre(() => {
      const { place } = this;
      const mail = this.list[place];
      untrack(() => {
        this.#chosen = mail?.sha256;
        this.#place = place;
      });
    });
  }

  get list(): IgnoredMail[] {
    return (this.mails.data ?? []).filter((mail) => !this.#sorted.has(mail.sha256));
  }

  /** Where in the list one is: the next mail takes the place of one that is gone. */
  get place(): number {
    const found = this.list.findIndex((mail) => mail.sha256 === this.#chosen);
    return found >= 0 ? found : this.#within(this.#place);
  }

  get chosen(): IgnoredMail | undefined {
    return this.list[this.place];
  }

  choose(place: number): void {
    this.#awaited = undefined;
    this.#chosen = this.list[this.#within(place)]?.sha256;
  }

  /** Makes a request of the mail. */
  async make(mail: IgnoredMail): Promise<void> {
    await this.#sort(mail, (undone) => makeRequest(mail, undone));
  }

  /** Leaves the mail. */
  async leave(mail: IgnoredMail): Promise<void> {
    await this.#sort(mail, (undone) => leaveMail(mail, undone));
  }

  async #sort({ sha256 }: IgnoredMail, act: (undone: () => void) => Promise<unknown>): Promise<void> {
    if (this.#sorted.has(sha256)) return;
    this.#sorted.add(sha256);
    const done = await act(() => this.#comeBack(sha256));
    if (done === undefined) this.#sorted.delete(sha256);
  }

  /** After its sorting was undone, one looks at the mail again as soon as it is back in the list. */
  #comeBack(mail: string): void {
    this.#sorted.delete(mail);
    this.#awaited = mail;
  }

  #within(place: number): number {
    return Math.max(0, Math.min(place, this.list.length - 1));
  }
}
