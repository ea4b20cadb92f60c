import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { menuItem, openBathroom, type Desk } from '$src/test/desk';
import { violations } from '$src/test/roomDesk';

const log = () => screen.getByRole('log', { name: 'Conversation' });
const toast = () => screen.findByRole('region', { name: 'Résultats' });

async function menuOfLast({ user }: Desk): Promise<void> {
  const last = within(log()).getAllByRole('article').at(-1);
  if (!last) throw new Error('no message');
  await user.click(within(last).getByRole('button', { name: 'Actions sur ce message' }));
}

describe('moving by hand', () => {
  it('makes a request of a message, opens it, and takes it back', async () => {
    const desk = await openBathroom();
    const count = desk.backend.world.rows.length;
    await menuOfLast(desk);
    await desk.user.click(await menuItem('En faire une demande'));
    await screen.findByText('D-2026-0155');
    await waitFor(() => expect(within(log()).getAllByRole('article')).toHaveLength(1));
    expect(await toast()).toHaveTextContent(/Nouvelle demande/);
    await desk.user.keyboard('{Control>}z{/Control}');
    await screen.findByText('D-2026-0147');
    await waitFor(() => expect(within(log()).getAllByRole('article')).toHaveLength(5));
    expect(desk.backend.world.rows).toHaveLength(count);
  });

  it('offers to take what follows along only where something follows', async () => {
    const desk = await openBathroom();
    await menuOfLast(desk);
    await menuItem('Déplacer vers une autre demande');
    expect(screen.queryByText('En faire une demande, avec la suite')).not.toBeInTheDocument();
  });

  it('merges by M with the request found by its reference, and takes it back', async () => {
    const { user, backend } = await openBathroom();
    await user.keyboard('m');
    const dialog = await screen.findByRole('dialog', { name: 'Fusionner avec une autre demande' });
    expect(await violations()).toEqual([]);
    const field = within(dialog).getByRole('combobox', { name: 'Référence, nom, sujet' });
    await user.type(field, 'dardenne');
    await waitFor(() => expect(within(dialog).getAllByRole('option')).toHaveLength(1));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.world.rows.some((row) => row.id === 'request-147')).toBe(false));
    await screen.findByRole('heading', { name: /Pompe à chaleur air-eau/ });
    expect(await toast()).toHaveTextContent(/Fusionnée avec D-2026-0153/);
    await user.keyboard('{Control>}z{/Control}');
    await screen.findByRole('heading', { name: 'Rénovation salle de bain à Namur' });
    expect(backend.world.row('request-147').subject).toBe('Rénovation salle de bain à Namur');
  });

  it('moves a message into another request and stays where one reads', async () => {
    const desk = await openBathroom();
    const { user, backend } = desk;
    const before = backend.world.entries('request-153').length;
    await menuOfLast(desk);
    await user.keyboard('v');
    const dialog = await screen.findByRole('dialog', { name: 'Déplacer le message' });
    await user.type(within(dialog).getByRole('combobox'), 'dardenne');
    await waitFor(() => expect(within(dialog).getAllByRole('option')).toHaveLength(1));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.world.entries('request-153')).toHaveLength(before + 1));
    expect(screen.getByRole('heading', { name: 'Rénovation salle de bain à Namur' })).toBeInTheDocument();
  });
});

it('takes a mail as a forward by one of us, and puts it back', async () => {
  const desk = await openBathroom();
  const before = desk.backend.world.row('request-147').address;
  await menuOfLast(desk);
  await desk.user.click(await menuItem('C’est un transfert par nous'));
  await waitFor(() => expect(desk.backend.world.row('request-147').address).toBe('marc@petit.example'));
  expect(await toast()).toHaveTextContent(/Demandeur corrigé/);
  await desk.user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(desk.backend.world.row('request-147').address).toBe(before));
});
