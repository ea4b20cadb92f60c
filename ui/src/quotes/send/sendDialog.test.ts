import { waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { navigation } from '$shared/navigation.svelte';
import { openDraft, retype } from '$src/test/quoteDesk';
import { button, violations } from '$src/test/roomDesk';

async function dialog(): Promise<HTMLElement> {
  return waitFor(() => {
    const found = document.querySelector<HTMLElement>('[role="dialog"].dialog');
    if (!found?.querySelector('textarea')) throw new Error('no dialog');
    return found;
  });
}

describe('sending a quote', () => {
  it('shows who gets it, what its subject will be, and that a draft is frozen by it', async () => {
    const { user } = await openDraft();
    await user.keyboard('{Control>}{Enter}{/Control}');
    const shown = await dialog();
    expect(shown).toHaveTextContent('Sophie Lambert');
    expect(shown).toHaveTextContent('Marc Lambert');
    expect(shown).toHaveTextContent('offres@delcourt.example');
    expect(shown).toHaveTextContent('C’est encore un brouillon');
    expect(shown).toHaveTextContent('Offre 2026-0083');
    expect(shown.querySelector('[id^="subject-"]')).toHaveAttribute(
      'placeholder',
      'Offre 2026-0083 – Rénovation complète de la salle de bain',
    );
    expect(await violations()).toEqual([]);
  });

  it('saves the quote, sends, and leaves to the conversation with a way back', async () => {
    const { user, backend, id } = await openDraft();
    await retype(user, 'Mitigeur', 'price', 'Prix unitaire', '500');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.type((await dialog()).querySelector('textarea') ?? document.body, 'Un mot. ');
    await user.keyboard('{Control>}{Enter}{/Control}');

    await waitFor(() => expect(navigation.place).toMatchObject({ name: 'requests', request: 'request-147' }));
    const quote = backend.world.quote(id);
    expect(quote).toMatchObject({ state: 'sent', number: '2026-0083' });
    expect(quote.input.lines[6]?.unit_price).toBe('500');
    expect(backend.world.row('request-147').status).toBe('quote_sent');
    expect(backend.world.outbox).toHaveLength(1);

    await user.click(button('Annuler'));
    await waitFor(() => expect(backend.world.outbox).toHaveLength(0));
    expect(navigation.place).toEqual({ name: 'quote', quote: id });
  });

  it('stays open with the reason when it cannot leave, and keeps the text', async () => {
    const { user, backend } = await openDraft();
    await user.keyboard('{Control>}{Enter}{/Control}');
    const shown = await dialog();
    await user.click(button('Retirer Sophie Lambert'));
    await user.click(button('Retirer Marc Lambert'));
    await user.type(shown.querySelector('textarea') ?? document.body, 'Mes mots. ');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(shown.querySelector('[role="alert"]')).toHaveTextContent('pas de destinataire'),
    );
    expect(shown.querySelector('textarea')?.value).toContain('Mes mots.');
    expect(backend.world.outbox).toHaveLength(0);
  });

  it('does not send while a placeholder is still to be filled', async () => {
    const { user, backend } = await openDraft();
    await user.keyboard('{Control>}{Enter}{/Control}');
    const area = (await dialog()).querySelector('textarea');
    if (!area) throw new Error('no text');
    await user.type(area, '{{{{ date }} ');
    await waitFor(() => expect(document.body).toHaveTextContent('1 champ à compléter'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('{{ date }}');
    expect(backend.world.outbox).toHaveLength(0);
  });
});
