/** How one last looked at the list of contacts. */
import type { ContactKind } from '$ipc/bindings';

export type KindView = ContactKind | 'all';

let query = $state('');
let kind = $state<KindView>('all');

export const contactsView = {
  get query(): string {
    return query;
  },
  set query(text: string) {
    query = text;
  },
  get kind(): KindView {
    return kind;
  },
  set kind(next: KindView) {
    kind = next;
  },
  reset(): void {
    query = '';
    kind = 'all';
  },
};
