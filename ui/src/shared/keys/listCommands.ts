import type { Command } from './commands.svelte';
import { m } from '../messages/index.svelte';

/** The keys of a list in a room: J and K through it, `/` into its search. */
export function listCommands(
  search: { title: () => string; focus: () => void },
  step: (by: number) => void,
): Command[] {
  return [
    {
      id: 'list-next',
      section: 'application',
      title: () => m.keys.nextRow,
      keys: 'j',
      keyOnly: true,
      run: () => step(1),
    },
    {
      id: 'list-previous',
      section: 'application',
      title: () => m.keys.previousRow,
      keys: 'k',
      keyOnly: true,
      run: () => step(-1),
    },
    {
      id: 'list-search',
      section: 'application',
      title: search.title,
      icon: 'search',
      keys: '/',
      run: search.focus,
    },
  ];
}
