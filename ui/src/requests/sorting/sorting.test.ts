import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { IgnoredMail } from '$ipc/bindings';
import { navigation } from '$shared/navigation.svelte';
import { overlays } from '$shared/overlays.svelte';
import { menuItem, openDesk, type Desk } from '$src/test/desk';
import { violations } from '$src/test/roomDesk';

const toast = () => screen.findByRole('region', { name: 'Résultats' });

async function openToSort(): Promise<Desk> {
  const desk = await openDesk();
  await desk.user.click(await screen.findByRole('tab', { name: /À trier/ }));
  await screen.findByRole('listbox', { name: /Mails à trier/ });
  return desk;
}

describe('mails to sort', () => {
  it('are counted in the head of the list, and shown with the beginning of their text', async () => {
    await openToSort();
    expect(screen.getByRole('tab', { name: /À trier\s*1/ })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Facture F-8812, Sanitec' })).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it('become requests by one key, which can be taken back', async () => {
    const { user, backend } = await openToSort();
    const count = backend.world.rows.length;
    await user.keyboard('d');
    await waitFor(() => expect(backend.world.rows).toHaveLength(count + 1));
    expect(await toast()).toHaveTextContent(/Demande créée de ce mail/);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(backend.world.rows).toHaveLength(count));
  });

  it('are left by another key and stay listed with the reason', async () => {
    const { user, backend } = await openToSort();
    await user.keyboard('l');
    await waitFor(() => expect(backend.world.ignored.at(-1)?.reason).toBe('left'));
    expect(await toast()).toHaveTextContent(/il reste dans la liste/);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(backend.world.ignored.at(-1)?.reason).toBe('triage'));
  });
});

describe('the mail looked at', () => {
  const heading = (name: string) => screen.findByRole('heading', { name });

  /** Another mail comes that waits to be sorted, above those that wait. */
  function comes({ backend: { world } }: Desk, sha256: string, subject: string): void {
    const [known] = world.ignored.filter((mail) => mail.reason === 'triage') as [IgnoredMail];
    world.ignored = [{ ...known, sha256, subject }, ...world.ignored];
    world.changed({ what: 'mailboxes' });
  }

  it('stays under the keys when others come and go', async () => {
    const desk = await openToSort();
    const { user, backend } = desk;
    comes(desk, 'a'.repeat(64), 'Nos promotions');
    await screen.findByRole('tab', { name: /À trier\s*2/ });
    await heading('Facture F-8812, Sanitec');
    await user.keyboard('l');
    await waitFor(() =>
      expect(backend.world.ignored.find((mail) => mail.subject.startsWith('Facture'))?.reason).toBe('left'),
    );
    await heading('Nos promotions');
    expect(backend.world.ignored[0]?.reason).toBe('triage');
  });

  it('gives way to the next at once, so that two keys sort two mails', async () => {
    const desk = await openToSort();
    comes(desk, 'a'.repeat(64), 'Nos promotions');
    comes(desk, 'b'.repeat(64), 'Vos factures');
    await screen.findByRole('tab', { name: /À trier\s*3/ });
    await desk.user.keyboard('ll');
    await waitFor(() =>
      expect(desk.backend.world.ignored.filter((mail) => mail.reason === 'left')).toHaveLength(2),
    );
    await screen.findByRole('tab', { name: /À trier\s*1/ });
  });

  it('is looked at again after its sorting was undone', async () => {
    const desk = await openToSort();
    comes(desk, 'a'.repeat(64), 'Nos promotions');
    await screen.findByRole('tab', { name: /À trier\s*2/ });
    await desk.user.keyboard('l');
    await heading('Nos promotions');
    await desk.user.keyboard('{Control>}z{/Control}');
    await heading('Facture F-8812, Sanitec');
  });

  it('stays in the list when it could not be sorted', async () => {
    const { user, backend } = await openToSort();
    vi.spyOn(backend.core, 'mailLeave').mockRejectedValueOnce(new Error('disk'));
    await user.keyboard('l');
    await toast();
    await heading('Facture F-8812, Sanitec');
  });
});

describe('ignored mails', () => {
  it('are read again with today’s rules: shown first, then done', async () => {
    const { user, backend } = await openDesk();
    overlays.show({ name: 'ignored' });
    const dialog = await screen.findByRole('dialog', { name: 'Reçus, mais pas des demandes' });
    await within(dialog).findByText('Facture F-8812, Sanitec');
    await user.click(
      within(dialog).getByRole('button', { name: 'Actions sur «\u202fFacture F-8812, Sanitec\u202f»' }),
    );
    await user.click(await menuItem('Toujours faire des demandes des mails de sanitec@courrier.example'));
    await waitFor(() => expect(backend.world.rules).toHaveLength(1));

    await user.click(within(dialog).getByRole('button', { name: /Tout relire/ }));
    expect(await within(dialog).findByText('devient une demande')).toBeInTheDocument();
    expect(within(dialog).getByText(/1 mail changerait/)).toBeInTheDocument();
    expect(backend.world.ignored).toHaveLength(3);
    expect(await violations()).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Le faire' }));
    await waitFor(() => expect(backend.world.ignored).toHaveLength(2));
  });

  it('say so when nothing would change', async () => {
    const { user } = await openDesk();
    overlays.show({ name: 'ignored' });
    const dialog = await screen.findByRole('dialog', { name: 'Reçus, mais pas des demandes' });
    await user.click(within(dialog).getByRole('button', { name: /Tout relire/ }));
    expect(await toast()).toHaveTextContent(/rien ne changerait/);
  });
});

describe('rules', () => {
  it('are sentences, added with pickers, ordered and deleted with a way back', async () => {
    const { user, backend } = await openDesk();
    navigation.go({ name: 'settings', page: 'rules' });
    await user.click(await screen.findByRole('button', { name: 'Ajouter une règle' }));
    const dialog = await screen.findByRole('dialog', { name: 'Ajouter une règle' });
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(within(dialog).getByRole('textbox')).toBeInvalid());
    await user.type(within(dialog).getByRole('textbox'), '@firme.example');
    expect(within(dialog).getByText('Un mail de @firme.example est une demande.')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    expect(
      await screen.findByText('Un mail de @firme.example est une demande.', { selector: 'li *' }),
    ).toBeInTheDocument();
    expect(await violations()).toEqual([]);

    await user.click(screen.getByRole('button', { name: /^Supprimer la règle/ }));
    await waitFor(() => expect(backend.world.rules).toHaveLength(0));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(backend.world.rules).toHaveLength(1));
  });

  it('are offered on a request: never from this sender', async () => {
    const { user, backend } = await openDesk();
    await screen.findByRole('heading', { name: 'Rénovation salle de bain à Namur' });
    await user.click(screen.getAllByRole('button', { name: 'Autres actions' })[0] as HTMLElement);
    await user.click(await menuItem('Jamais de cet expéditeur'));
    await waitFor(() =>
      expect(backend.world.rules[0]).toMatchObject({ field: 'sender', verdict: 'ignored' }),
    );
    expect(await toast()).toHaveTextContent(/jamais une demande/);
  });
});
