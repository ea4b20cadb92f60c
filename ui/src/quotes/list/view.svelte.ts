/** How one last looked at the list of quotes: it is so again when one comes back from the editor. */
import type { QuoteState } from '$ipc/bindings';

let query = $state('');
let state = $state<QuoteState | 'all'>('all');
let selected = $state<string | undefined>();

export const quotesView = {
  get query(): string {
    return query;
  },
  set query(text: string) {
    query = text;
  },
  get state(): QuoteState | 'all' {
    return state;
  },
  set state(next: QuoteState | 'all') {
    state = next;
  },
  /** The row one is on. */
  get selected(): string | undefined {
    return selected;
  },
  set selected(id: string | undefined) {
    selected = id;
  },
  reset(): void {
    query = '';
    state = 'all';
  },
};
