/** The places of the sidebar, in its order, with the letter that follows `G`. */
import type { IconName } from '$shared/components/icons';
import type { PlaceName } from '$shared/navigation.svelte';

export type MainPlace = Exclude<PlaceName, 'quote'>;

export const places: readonly { name: MainPlace; icon: IconName; key: string }[] = [
  { name: 'today', icon: 'sun', key: 't' },
  { name: 'requests', icon: 'inbox', key: 'd' },
  { name: 'quotes', icon: 'document', key: 'o' },
  { name: 'contacts', icon: 'users', key: 'c' },
  { name: 'products', icon: 'box', key: 'p' },
  { name: 'reports', icon: 'chart', key: 'r' },
  { name: 'settings', icon: 'gear', key: 's' },
];
