/** The whole window for tests, in front of an imitation of the core with the sample company. */
import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { fakeBackend, now, World, type FakeBackend } from '$ipc/fake';
import { useBackend } from '$ipc/client';
import { clock } from '$shared/clock.svelte';
import { navigation } from '$shared/navigation.svelte';
import { overlays } from '$shared/overlays.svelte';
import { dismissToast } from '$shared/toasts.svelte';
import App from '$src/App.svelte';

export interface Desk {
  backend: FakeBackend;
  user: UserEvent;
}

/** Opens the window and waits for its first screen. */
export async function openDesk(world = new World()): Promise<Desk> {
  clock.fix(now);
  navigation.go({ name: 'requests' });
  overlays.close();
  dismissToast();
  const backend = fakeBackend(world);
  useBackend(backend);
  render(App);
  // The dialogs' layers set `pointer-events` that jsdom does not take back as a browser does.
  const user = userEvent.setup({ pointerEventsCheck: 0 });
  await waitFor(() => screen.getAllByRole('main'));
  return { backend, user };
}

/** An entry of the open menu. Nothing is measured here, so that menus count as hidden and without a name. */
export async function menuItem(words: string): Promise<HTMLElement> {
  return waitFor(() => {
    const items = screen.getAllByRole('menuitem', { hidden: true });
    const found = items.find((item) => item.textContent.includes(words));
    if (!found) throw new Error(`no menu item ${words}`);
    return found;
  });
}

/** The desk with the bathroom request of the sample open. */
export async function openBathroom(world?: World): Promise<Desk> {
  const desk = await openDesk(world);
  await screen.findByRole('heading', { name: 'Rénovation salle de bain à Namur' });
  await screen.findByText(/c’est d’accord pour nous/);
  return desk;
}
