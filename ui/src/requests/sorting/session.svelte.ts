import type { IgnoredMail } from '$ipc/bindings';
import { mailToSort } from '../queries';

/** The mails that wait to be sorted, and the one looked at; made while a component begins. */
export class SortSession {
  /** The list of mails to sort stands in place of the list of requests. */
  open = $state(false);
  #place = $state(0);
  readonly mails = mailToSort();

  get list(): IgnoredMail[] {
    return this.mails.data ?? [];
  }

  /** Where in the list one is: the next mail takes the place of one that is gone. */
  get place(): number {
    return Math.max(0, Math.min(this.#place, this.list.length - 1));
  }

  get chosen(): IgnoredMail | undefined {
    return this.list[this.place];
  }

  choose(place: number): void {
    this.#place = Math.max(0, Math.min(place, this.list.length - 1));
  }
}
