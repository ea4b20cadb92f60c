import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { World } from '$ipc/fake';
import { menuItem, openBathroom, openDesk } from '$src/test/desk';

const list = () => screen.getByRole('listbox', { name: /les plus récentes/ });
const selected = () => within(list()).getByRole('option', { selected: true });
const toast = () => screen.findByRole('region', { name: 'Résultats' });

describe('the list', () => {
  it('shows requests in their groups and opens the first', async () => {
    await openBathroom();
    expect(within(list()).getByText(/Attendent notre réponse/)).toBeInTheDocument();
    expect(selected()).toHaveAccessibleName(/^Sophie Lambert, Rénovation salle de bain/);
    expect(selected()).toHaveAttribute('aria-setsize', '13');
    expect(selected()).toHaveAttribute('aria-posinset', '1');
  });

  it('is one tab stop; J and arrows move in it, Enter goes into the conversation, Escape comes back', async () => {
    const { user } = await openBathroom();
    await user.keyboard('j');
    await waitFor(() => expect(selected()).toHaveAccessibleName(/^Philippe Dardenne/));
    expect(selected()).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    await waitFor(() => expect(selected()).toHaveAccessibleName(/^Sophie Lambert/));
    expect(
      within(list())
        .getAllByRole('option')
        .filter((option) => option.tabIndex === 0),
    ).toHaveLength(1);
    await screen.findByText(/c’est d’accord pour nous/);
    await user.keyboard('{Enter}');
    expect(document.activeElement).toHaveTextContent(/c’est d’accord pour nous/);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(selected()).toHaveFocus());
  });

  it('searches and says when it finds nothing, with a way to look everywhere', async () => {
    const { user } = await openBathroom();
    await user.keyboard('/');
    await user.type(screen.getByRole('searchbox'), 'zzz');
    expect(await screen.findByText(/Aucun résultat pour «\szzz\s»/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Chercher partout' }));
    expect(screen.getByRole('tab', { name: 'Toutes' })).toHaveAttribute('aria-selected', 'true');
  });

  it('filters by status with a chip that takes the filter away again', async () => {
    const { user } = await openBathroom();
    await user.click(screen.getByRole('button', { name: 'Filtrer' }));
    await user.click(await menuItem('Reçu'));
    await waitFor(() => expect(within(list()).getAllByRole('option')).toHaveLength(2));
    await user.click(screen.getByRole('button', { name: /Sans le filtre «\sReçu\s»/ }));
    await waitFor(() => expect(within(list()).getAllByRole('option').length).toBeGreaterThan(5));
  });

  it('says politely what arrived, once', async () => {
    const { backend } = await openBathroom();
    backend.world.update('request-126', { unread: true, activity_at: Date.now() + 1e9 });
    expect(await screen.findByText(/^Nouveau mail de Garage Vandamme/)).toHaveAttribute('role', 'status');
  });

  it('begins in three ways when there is no request yet', async () => {
    await openDesk(new World({ empty: true }));
    expect(
      await screen.findByRole('heading', { name: 'Votre première demande arrivera ici' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copier l’adresse' })).toBeInTheDocument();
  });
});

describe('a request', () => {
  it('is read after a second, not at once', async () => {
    const { backend } = await openBathroom();
    expect(backend.world.row('request-147').unread).toBe(true);
    await waitFor(() => expect(backend.world.row('request-147').unread).toBe(false), { timeout: 2000 });
  });

  it('moves by S and a letter; the change can be taken back', async () => {
    const { user, backend } = await openBathroom();
    backend.world.update('request-147', { proposal: null });
    await waitFor(() => expect(screen.queryByText(/semble être un accord/)).not.toBeInTheDocument());
    await user.keyboard('s2');
    await waitFor(() => expect(backend.world.row('request-147').status).toBe('replied'));
    expect(await toast()).toHaveTextContent(/Statut : Répondu/);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(backend.world.row('request-147').status).toBe('quote_sent'));
  });

  it('asks why before it is refused', async () => {
    const { user, backend } = await openBathroom();
    await user.keyboard('sr');
    const dialog = await screen.findByRole('dialog', { name: 'Offre refusée' });
    await user.click(within(dialog).getByRole('button', { name: 'Prix' }));
    await user.click(within(dialog).getByRole('button', { name: 'Marquer comme refusée' }));
    await waitFor(() =>
      expect(backend.world.row('request-147')).toMatchObject({
        status: 'quote_refused',
        closed_reason: 'Prix',
      }),
    );
  });

  it('proposes what the answer seems to say, and the owner decides', async () => {
    const { user, backend } = await openBathroom();
    expect(screen.getByText('Cette réponse semble être un accord')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Marquer comme acceptée' }));
    await waitFor(() => expect(backend.world.row('request-147').status).toBe('quote_accepted'));
    await waitFor(() =>
      expect(screen.queryByText('Cette réponse semble être un accord')).not.toBeInTheDocument(),
    );
  });

  it('is assigned by A and a figure', async () => {
    const { user, backend } = await openBathroom();
    await user.keyboard('a2');
    await waitFor(() => expect(backend.world.row('request-147').assignee_id).toBe('user-benoit'));
  });

  it('becomes a prospect, filled in from the mail', async () => {
    const { user, backend } = await openBathroom();
    await user.click(screen.getByRole('button', { name: 'Créer un prospect' }));
    const dialog = await screen.findByRole('dialog', { name: 'Créer un prospect' });
    expect(await within(dialog).findByRole('textbox', { name: 'Nom' })).toHaveValue('Sophie Lambert');
    expect(within(dialog).getByRole('textbox', { name: /Téléphone/ })).toHaveValue('0470 00 18 42');
    await user.click(within(dialog).getByRole('button', { name: 'Créer le prospect' }));
    await waitFor(() => expect(backend.world.row('request-147').contact_id).toMatch(/^contact-new/));
  });

  it('says at the field what is wrong with it, and keeps what was typed', async () => {
    const { user } = await openBathroom();
    await user.keyboard('c');
    const dialog = await screen.findByRole('dialog', { name: 'Nouvelle demande' });
    await user.type(within(dialog).getByRole('textbox', { name: /Adresse mail/ }), 'sans arobase');
    await user.type(within(dialog).getByRole('textbox', { name: 'Qui demande' }), 'Paul');
    await user.click(within(dialog).getByRole('button', { name: 'Créer la demande' }));
    const field = within(dialog).getByRole('textbox', { name: /Adresse mail/ });
    await waitFor(() => expect(field).toBeInvalid());
    expect(field).toHaveAccessibleDescription(/Ce n’est pas une adresse mail/);
    expect(field).toHaveValue('sans arobase');
  });

  it('is linked to the contact found by a search', async () => {
    const { user, backend } = await openBathroom();
    await user.click(screen.getByRole('button', { name: 'Lier à un client' }));
    const field = await screen.findByRole('combobox', { name: /Nom, entreprise/ });
    await user.type(field, 'marc lambert');
    await waitFor(() =>
      expect(screen.getAllByRole('option', { name: /Marc Lambert.*Probable/ })).toHaveLength(1),
    );
    await user.click(screen.getByRole('option', { name: /Marc Lambert.*Probable/ }));
    await waitFor(() => expect(backend.world.row('request-147').contact_id).toBe('contact-lambert'));
  });

  it('with a numbered quote cannot be deleted, and says what to do instead', async () => {
    const { user } = await openBathroom();
    await user.keyboard('{Delete}');
    const dialog = await screen.findByRole('alertdialog');
    await user.click(within(dialog).getByRole('button', { name: 'Supprimer la demande' }));
    expect(await within(dialog).findByText(/Annulez-la plutôt/)).toBeInTheDocument();
  });

  it('without one is deleted after a question, and the next row opens', async () => {
    const { user, backend } = await openBathroom();
    await user.keyboard('j');
    await screen.findByRole('heading', { name: /Pompe à chaleur air-eau/ });
    await user.keyboard('{Delete}');
    const dialog = await screen.findByRole('alertdialog');
    await user.click(within(dialog).getByRole('button', { name: 'Supprimer la demande' }));
    await waitFor(() => expect(backend.world.rows.some((row) => row.id === 'request-153')).toBe(false));
    await screen.findByRole('heading', { name: /Badkamer gelijkvloers/ });
  });

  it('takes what was found into its contact by one click, with a way back', async () => {
    const { user, backend } = await openBathroom();
    backend.world.contact('contact-lambert').details.phone = '081 00 11 22';
    backend.world.update('request-147', { contact_id: 'contact-lambert' });
    const phone = () => backend.world.contact('contact-lambert').details.phone;
    await user.click(await screen.findByRole('button', { name: /^Reprendre dans la fiche\s:\s0470/ }));
    await waitFor(() => expect(phone()).toBe('0470 00 18 42'));
    expect(await toast()).toHaveTextContent(/1 information reprise/);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(phone()).toBe('081 00 11 22'));
  });

  it('shows the words in which something was found', async () => {
    const { user } = await openBathroom();
    await user.click(screen.getByRole('button', { name: /^Téléphone/ }));
    expect(document.querySelector('mark.lit')).toHaveTextContent('joignable au 0470 00 18 42 après 17 h');
  });
});

it('makes requests of saved mails dropped on the list', async () => {
  const { backend } = await openBathroom();
  const pane = screen.getByRole('region', { name: 'Demandes' });
  document.elementFromPoint = () => pane;
  const count = backend.world.rows.length;
  backend.signals?.files({ phase: 'hover', x: 10, y: 10, count: 1 });
  expect(await screen.findByText('Lâchez pour faire de ces mails des demandes')).toBeInTheDocument();
  backend.signals?.files({ phase: 'dropped', x: 10, y: 10, drop: 1, names: ['a.eml'], all_mails: true });
  await waitFor(() => expect(backend.world.rows.length).toBe(count + 1));
  await screen.findByRole('heading', { name: 'Mail enregistré', level: 2 });
});
