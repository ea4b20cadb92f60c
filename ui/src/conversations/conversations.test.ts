import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { World } from '$ipc/fake';
import { menuItem, openBathroom } from '$src/test/desk';

const log = () => screen.getByRole('log', { name: 'Conversation' });

describe('the conversation', () => {
  it('is a log of articles in time order, the internal note unlike what is sent', async () => {
    await openBathroom();
    const entries = within(log()).getAllByRole('article');
    expect(entries).toHaveLength(5);
    expect(entries[2]).toHaveTextContent('Note interne');
    expect(within(log()).getAllByRole('heading', { level: 3 })).toHaveLength(5);
  });

  it('folds what we wrote before and the quoted history', async () => {
    const { user } = await openBathroom();
    expect(within(log()).queryByText(/prendre les mesures/, { selector: 'p' })).not.toBeInTheDocument();
    await user.click(within(log()).getByRole('button', { name: 'Afficher le texte cité' }));
    expect(within(log()).getByText(/Voici notre offre 2026-0083/)).toBeInTheDocument();
  });

  it('says what of a mail was not read', async () => {
    const world = new World();
    const [first, ...others] = world.entries('request-147');
    if (first?.kind !== 'incoming') throw new Error('the conversation begins with a mail');
    world.setEntries('request-147', [{ ...first, omissions: ['text', 'layout'] }, ...others]);
    await openBathroom(world);
    const [message] = within(log()).getAllByRole('article');
    expect(message).toHaveTextContent(/Son texte est plus long que ce qui est affiché/);
    expect(message).toHaveTextContent(/Sa mise en page serait trop longue à rendre sûre/);
  });

  it('frames a mail with its layout where nothing can run', async () => {
    const { user } = await openBathroom();
    const [message] = within(log()).getAllByRole('article');
    if (!message) throw new Error('no message');
    await user.click(within(message).getByRole('button', { name: 'Actions sur ce message' }));
    await user.click(await menuItem('Afficher avec sa mise en page'));
    const frame = await screen.findByTitle(/Mail de Sophie Lambert/);
    expect(frame).toHaveAttribute('sandbox', '');
    expect(frame.getAttribute('srcdoc')).toContain("default-src 'none'");
  });
});

describe('printing', () => {
  it('prints the conversation with Ctrl+P and from the menu of the request', async () => {
    const { user, backend } = await openBathroom();
    await user.keyboard('{Control>}p{/Control}');
    expect(await screen.findByText('Envoyé à l’imprimante')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Autres actions' }));
    await user.click(await menuItem('Imprimer la conversation'));
    await waitFor(() => expect(backend.world.printed).toEqual(['request-147', 'request-147']));
  });

  it('prints one mail from its menu', async () => {
    const { user, backend } = await openBathroom();
    const [message] = within(log()).getAllByRole('article');
    if (!message) throw new Error('no message');
    await user.click(within(message).getByRole('button', { name: 'Actions sur ce message' }));
    await user.click(await menuItem('Imprimer ce mail'));
    expect(await screen.findByText('Envoyé à l’imprimante')).toBeInTheDocument();
    expect(backend.world.printed).toEqual([backend.world.entries('request-147')[0]?.id]);
  });
});

describe('a reply', () => {
  it('shows who gets it, is saved while typed, leaves with Ctrl+Enter and can be taken back', async () => {
    const { user, backend } = await openBathroom();
    await user.keyboard('r');
    const composer = await screen.findByRole('form', { name: 'Réponse' });
    expect(within(composer).getByText('Sophie Lambert')).toBeInTheDocument();
    expect(within(composer).getByText('Marc Lambert')).toBeInTheDocument();

    const text = within(composer).getByRole('textbox', { name: 'Message' });
    await waitFor(() => expect(text).toHaveFocus());
    await user.type(text, 'Le 1er février.', { initialSelectionStart: 0, initialSelectionEnd: 0 });
    expect(
      await within(composer).findByText('Brouillon enregistré', {}, { timeout: 2000 }),
    ).toBeInTheDocument();
    expect(backend.world.drafts[0]?.text).toMatch(/^Le 1er février\./);

    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await within(log()).findByText(/Le 1er février\./)).toBeInTheDocument();
    expect(within(log()).getByText(/envoi dans/)).toBeInTheDocument();
    const undo = await screen.findByRole('button', { name: 'Annuler' });
    await user.click(undo);
    expect(await screen.findByRole('form', { name: 'Réponse' })).toBeInTheDocument();
    expect(backend.world.outbox).toHaveLength(0);
  });

  it('quotes the mail it answers, folded, unless one leaves that out; the draft keeps the choice', async () => {
    const { user, backend } = await openBathroom();
    await user.keyboard('r');
    const composer = await screen.findByRole('form', { name: 'Réponse' });
    const quotes = await within(composer).findByRole('checkbox', { name: /^Citer le mail/ });
    expect(quotes).toBeChecked();
    expect(within(composer).queryByText(/> .*c’est d’accord/)).not.toBeInTheDocument();
    await user.click(within(composer).getByRole('button', { name: 'Afficher le texte cité' }));
    expect(within(composer).getByText(/> .*c’est d’accord/)).toBeInTheDocument();

    await user.click(quotes);
    expect(within(composer).queryByRole('button', { name: /le texte cité/ })).not.toBeInTheDocument();
    await waitFor(() => expect(backend.world.drafts[0]?.quotes).toBe(false), { timeout: 2000 });
    await user.click(quotes);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => {
      const sent = backend.world.entries('request-147').at(-1);
      expect(sent).toMatchObject({
        kind: 'outgoing',
        quoted: expect.stringMatching(/^Sophie Lambert a écrit/),
      });
    });
  });

  it('does not leave while a field is to be filled, and selects it', async () => {
    const { user, backend } = await openBathroom();
    await user.keyboard('r');
    const composer = await screen.findByRole('form', { name: 'Réponse' });
    const text = within(composer).getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
    await user.clear(text);
    await user.type(text, 'Le {{{{ date }}.');
    expect(within(composer).getByText('1 champ à compléter')).toBeInTheDocument();
    await user.click(within(composer).getByRole('button', { name: 'Envoyer' }));
    expect(backend.world.outbox).toHaveLength(0);
    expect(text.value.slice(text.selectionStart, text.selectionEnd)).toBe('{{ date }}');
  });

  it('keeps the text and says why when it is refused', async () => {
    const { user } = await openBathroom();
    await user.keyboard('r');
    const composer = await screen.findByRole('form', { name: 'Réponse' });
    await user.click(within(composer).getByRole('button', { name: 'Retirer Sophie Lambert' }));
    await user.type(within(composer).getByRole('textbox', { name: 'Message' }), 'Bonjour');
    await user.click(within(composer).getByRole('button', { name: 'Envoyer' }));
    expect(await within(composer).findByText('Le mail n’a pas de destinataire')).toBeInTheDocument();
    expect(within(composer).getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' }).value).toContain(
      'Bonjour',
    );
  });

  it('takes files dropped on the conversation', async () => {
    await openBathroom().then(async ({ backend }) => {
      const pane = screen.getByRole('region', { name: 'Conversation' });
      document.elementFromPoint = () => pane;
      backend.signals?.files({ phase: 'hover', x: 1, y: 1, count: 2 });
      expect(await screen.findByText('Lâchez pour joindre 2 fichiers')).toBeInTheDocument();
      backend.signals?.files({
        phase: 'dropped',
        x: 1,
        y: 1,
        drop: 7,
        names: ['a.jpg', 'b.jpg'],
        all_mails: false,
      });
      const composer = await screen.findByRole('form', { name: 'Réponse' });
      expect(await within(composer).findByText('photo-7')).toBeInTheDocument();
    });
  });

  it('is never opened anew under one’s hands by a change elsewhere', async () => {
    const { user, backend } = await openBathroom();
    await user.keyboard('r');
    const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
    await user.type(text, 'Bonjour');
    backend.world.update('request-147', { unread: false });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(text.isConnected).toBe(true);
    expect(text.value).toContain('Bonjour');
  });
});

it('adds an internal note by N', async () => {
  const { user, backend } = await openBathroom();
  await user.keyboard('n');
  const note = await screen.findByRole('textbox', { name: 'Note interne' });
  await user.type(note, 'Rappeler pour la date.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await within(log()).findByText('Rappeler pour la date.')).toBeInTheDocument();
  expect(backend.world.drafts).toHaveLength(0);
});
