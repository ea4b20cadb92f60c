import type { Command } from '$shared/keys/commands.svelte';
import { stepPane } from '$shared/keys/panes';
import { m } from '$shared/messages/index.svelte';
import { navigation } from '$shared/navigation.svelte';
import { overlays } from '$shared/overlays.svelte';
import { core } from '$ipc/client';
import { attempt } from '$shared/actions';
import { shownToast, undoToast } from '$shared/toasts.svelte';
import { places } from './places';

/** What works everywhere. */
export function frameCommands(): Command[] {
  return [
    ...places.map((place): Command => ({
      id: `go-${place.name}`,
      section: 'places',
      title: () => m.places[place.name],
      icon: place.icon,
      keys: `g ${place.key}`,
      run: () => navigation.go({ name: place.name }),
    })),
    {
      id: 'new-request',
      section: 'create',
      title: () => m.requests.create.title,
      icon: 'plus',
      keys: 'c',
      run: () => overlays.show({ name: 'new-request' }),
    },
    {
      id: 'read-mail',
      section: 'application',
      title: () => m.sync.now,
      icon: 'refresh',
      run: () => void attempt(() => core.mailboxSyncNow()),
    },
    {
      id: 'outbox',
      section: 'application',
      title: () => m.conversation.outbox.title,
      icon: 'paper-plane',
      run: () => overlays.show({ name: 'outbox' }),
    },
    {
      id: 'palette',
      section: 'application',
      title: () => m.palette.title,
      keys: 'mod+k',
      keyOnly: true,
      run: () => overlays.show({ name: 'palette' }),
    },
    {
      id: 'keys',
      section: 'application',
      title: () => m.keys.title,
      icon: 'info',
      keys: '?',
      run: () => overlays.show({ name: 'keys' }),
    },
    {
      id: 'undo',
      section: 'application',
      title: () => m.actions.undo,
      keys: 'mod+z',
      keyOnly: true,
      enabled: () => shownToast.toast?.undo !== undefined,
      run: undoToast,
    },
    {
      id: 'next-pane',
      section: 'application',
      title: () => m.frame.nextPane,
      keys: 'f6',
      keyOnly: true,
      run: () => stepPane(1),
    },
    {
      id: 'previous-pane',
      section: 'application',
      title: () => m.frame.previousPane,
      keys: 'shift+f6',
      keyOnly: true,
      run: () => stepPane(-1),
    },
  ];
}
