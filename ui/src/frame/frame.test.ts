import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { World } from '$ipc/fake';
import { openBathroom, openDesk } from '$src/test/desk';

describe('the palette', () => {
  it('lists actions on the open request first, then places, and does what is chosen', async () => {
    const { user, backend } = await openBathroom();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: 'Rechercher ou commander' }), 'statut');
    const options = screen.getAllByRole('option').filter((option) => option.textContent.includes('Statut'));
    expect(options[0]).toHaveTextContent(/Statut : offre acceptée/);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(backend.world.row('request-147').status).toBe('quote_accepted'));
  });

  it('finds requests and goes there', async () => {
    const { user } = await openBathroom();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: 'Rechercher ou commander' }), 'badkamer');
    await user.click(await screen.findByRole('option', { name: /Badkamer gelijkvloers/ }));
    await screen.findByRole('heading', { name: /Badkamer gelijkvloers/ });
  });
});

describe('the frame', () => {
  it('goes to places by G and a letter', async () => {
    const { user } = await openBathroom();
    await user.keyboard('gt');
    expect(await screen.findByRole('heading', { name: 'Mardi 24 novembre' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Aujourd’hui/ })).toHaveAttribute('aria-current', 'page');
  });

  it('lists every key that acts', async () => {
    const { user } = await openBathroom();
    await user.keyboard('?');
    const dialog = await screen.findByRole('dialog', { name: 'Touches' });
    expect(within(dialog).getByText('Répondre')).toBeInTheDocument();
  });

  it('says up to date only if every mailbox was read', async () => {
    const world = new World();
    const { backend } = await openDesk(world);
    expect(await screen.findByRole('button', { name: 'À jour il y a 12\u00a0s' })).toBeInTheDocument();
    world.sync = { ...world.sync, failing: 1 };
    backend.world.changed({ what: 'mailboxes' });
    expect(await screen.findByRole('button', { name: '1 boîte à reconnecter' })).toBeInTheDocument();
  });

  it('speaks English when asked to', async () => {
    const world = new World();
    world.workspace = { ...world.workspace, system_language: 'en-GB' };
    await openDesk(world);
    expect(await screen.findByRole('link', { name: /Requests/ })).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('en-GB');
  });
});

describe('the first start', () => {
  it('takes a name, then a mailbox, and says where a password is refused', async () => {
    const { user, backend } = await openDesk(new World({ firstStart: true }));
    await user.type(await screen.findByRole('textbox', { name: 'Nom' }), 'Lesage SRL');
    await user.keyboard('{Enter}');
    await user.type(await screen.findByRole('textbox', { name: 'Adresse mail' }), 'devis@lesage.example');
    expect(screen.getByText('imap.lesage.example')).toBeInTheDocument();
    const password = screen.getByLabelText('Mot de passe de la boîte');
    await user.type(password, 'faux');
    await user.click(screen.getByRole('button', { name: 'Connecter' }));
    expect(await screen.findByText('Le serveur refuse ce mot de passe')).toBeInTheDocument();
    expect(password).toBeInvalid();
    expect(password).toHaveValue('faux');
    await user.clear(password);
    await user.type(password, 'juste');
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    await waitFor(() => expect(backend.world.sync.accounts).toHaveLength(1));
  });

  it('opens the sample data without anything entered', async () => {
    const { user, backend } = await openDesk(new World({ firstStart: true }));
    await user.click(await screen.findByRole('button', { name: 'Essayer avec des données d’exemple' }));
    await waitFor(() => expect(backend.world.workspace.kind).toBe('demo'));
    expect(await screen.findByRole('navigation', { name: 'Principal' })).toBeInTheDocument();
  });
});
