/** Where the window is: a place and what is open there. No addresses; nothing outside can set it. */

/** Views of the list of requests. */
export type RequestView = 'open' | 'mine' | 'all';

export type SettingsPage =
  'company' | 'mailboxes' | 'rules' | 'acknowledgement' | 'texts' | 'numbering' | 'vat' | 'users' | 'display';

export type Place =
  | { name: 'today' }
  | {
      name: 'requests';
      request?: string;
      /** What to begin writing there at once. */
      compose?: 'reply' | 'quote_mail';
      /** The quote that such a mail carries. */
      quote?: string;
    }
  | { name: 'quotes'; quote?: string }
  /** The editor of one quote, opened from a request or from the list. */
  | { name: 'quote'; quote: string }
  | { name: 'contacts'; contact?: string }
  | { name: 'products'; product?: string }
  | { name: 'reports' }
  | { name: 'settings'; page?: SettingsPage };

export type PlaceName = Place['name'];

let here = $state.raw<Place>({ name: 'requests' });
let trail: Place[] = [];

const trailLength = 50;

export const navigation = {
  get place(): Place {
    return here;
  },
  /** Goes there; `back` returns. */
  go(place: Place): void {
    if (place.name !== here.name) trail = [...trail.slice(-trailLength), here];
    here = place;
  },
  /** What was to be begun there has begun: coming back does not begin it again. */
  begun(): void {
    if (here.name === 'requests') here = { name: 'requests', request: here.request };
  },
  /** Returns to the place before, or to the requests. */
  back(): void {
    here = trail.pop() ?? { name: 'requests' };
  },
};
