import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { refuse } from '$ipc/fake/world';
import { navigation } from '$shared/navigation.svelte';
import { cell, field, lineRow, openDraft, openSent, retype, saved, total } from '$src/test/quoteDesk';
import { button, menuEntry, plain, violations } from '$src/test/roomDesk';

const body = () => document.body;
const head = () => document.querySelector('header');

describe('what a quote comes to', () => {
  it('stands below the lines: totals, VAT per rate, and internally the margin', async () => {
    await openDraft();
    expect(total('Total des lignes')).toBe('9 991,20 €');
    expect(total('Remise')).toBe('\u2212299,74 €');
    expect(total('TVA')).toBe('601,57 €');
    expect(total('Total TVAC')).toBe('10 293,03 €');
    expect(total('avec l’option')).toBe('10 746,71 €');
    const rates = [...document.querySelectorAll('footer tbody tr')].map((row) =>
      [...row.children].map((figure) => plain(figure.textContent)).join(' '),
    );
    expect(rates).toEqual(['6 % 9 557,60 573,46', '21 % 133,86 28,11']);
    expect(document.querySelector('[role="meter"]')).toHaveAttribute('aria-valuenow', '34');
  });

  it('follows the discount', async () => {
    const { user, id, backend } = await openDraft();
    const discount = document.querySelector<HTMLInputElement>('footer input');
    if (!discount) throw new Error('no discount');
    await user.clear(discount);
    await user.type(discount, '10');
    await waitFor(() => expect(total('Remise')).toBe('\u2212999,12 €'));
    await saved();
    expect(backend.world.quote(id).input.discount).toBe('10');
  });

  it('reads the same figures with VAT when told so, and says that none was changed', async () => {
    const { user } = await openDraft();
    await user.click(button('TVAC'));
    await waitFor(() => expect(total('Total TVAC')).toBe('9 691,46 €'));
    expect(plain(cell('Mitigeur', 'price').textContent)).toBe('486,00');
    expect(body()).toHaveTextContent('Aucun chiffre n’a changé.');
    await user.click(button('Annuler'));
    await waitFor(() => expect(total('Total TVAC')).toBe('10 293,03 €'));
  });
});

describe('a figure that cannot be read', () => {
  it('is told at its line in words, counts as nothing, and stays as it was typed', async () => {
    const { user, backend, id } = await openDraft();
    await retype(user, 'Mitigeur', 'price', 'Prix unitaire', '50o');
    await waitFor(() => expect(lineRow('Mitigeur')).toHaveTextContent('Prix : ce n’est pas un nombre.'));
    expect(cell('Mitigeur', 'price')).toHaveAttribute('aria-invalid', 'true');
    expect(plain(cell('Mitigeur', 'total').textContent)).toBe('0,00');
    expect(body()).toHaveTextContent('1 champ illisible');
    await saved();
    expect(backend.world.quote(id).input.lines[6]?.unit_price).toBe('50o');
  });

  it('stands in the way of finalising and sending: one is led to it', async () => {
    const { user } = await openDraft();
    await retype(user, 'Mitigeur', 'price', 'Prix unitaire', 'abc');
    await waitFor(() => expect(body()).toHaveTextContent('1 champ illisible'));
    await user.click(button('Finaliser'));
    await waitFor(() => expect(field('Prix unitaire')).toHaveFocus());
    expect(body()).toHaveTextContent('Corrigez d’abord ce qui est illisible');
    expect(document.querySelector('[role="alertdialog"]')).toBeNull();
  });
});

describe('the editor', () => {
  it('finalises after a question: number, lock, nothing to edit any more', async () => {
    const { user } = await openDraft();
    await user.click(button('Finaliser'));
    const dialog = await waitFor(() => {
      const found = document.querySelector('[role="alertdialog"]');
      if (!found) throw new Error('no question');
      return found;
    });
    expect(dialog).toHaveTextContent('est figée');
    await user.click([...dialog.querySelectorAll('button')].find((one) => one.type === 'submit') ?? body());
    await waitFor(() => expect(head()).toHaveTextContent('v2, à envoyer'));
    expect(document.querySelector('[role="grid"]')).toHaveAttribute('aria-readonly', 'true');
    expect(body()).toHaveTextContent('Finalisée sous le numéro 2026-0083');
  });

  it('says when the quote was changed elsewhere, and reloads it', async () => {
    const { user, backend } = await openDraft();
    vi.spyOn(backend.core, 'quoteSave').mockImplementation(async () =>
      refuse({ code: 'state', state: 'quote_changed_elsewhere' }),
    );
    await retype(user, 'Mitigeur', 'price', 'Prix unitaire', '499');
    const lines = await waitFor(() => screen.getByRole('region', { name: 'Lignes de l’offre' }));
    await waitFor(() => expect(within(lines).getByRole('alert')).toHaveTextContent('changée ailleurs'));
    await user.click(button('Recharger l’offre'));
    await waitFor(() => expect(within(lines).queryByRole('alert')).toBeNull());
    expect(plain(cell('Mitigeur', 'price').textContent)).toBe('486,00');
  });

  it('edits the texts around the lines', async () => {
    const { user, id, backend } = await openDraft();
    await user.click(button('En-tête'));
    const title = await waitFor(() => document.querySelector<HTMLInputElement>('#quote-texts input'));
    if (!title) throw new Error('no title');
    await user.clear(title);
    await user.type(title, 'Salle de bain');
    await saved();
    expect(backend.world.quote(id).input.title).toBe('Salle de bain');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.querySelector('#quote-texts')).toBeNull());
  });

  it('marks a sent quote as refused, with the reason', async () => {
    const { user, backend } = await openSent();
    await user.click(button('Autres actions'));
    await user.click(await menuEntry('Marquer comme refusée'));
    await waitFor(() => button('Prix'));
    await user.click(button('Délai trop long'));
    await user.click(button('Marquer comme refusée'));
    await waitFor(() => expect(head()).toHaveTextContent('v1, refusée'));
    expect(backend.world.quote('quote-83').decision_reason).toBe('Délai trop long');
  });

  it('begins the next version of a sent quote', async () => {
    const { user } = await openSent();
    await user.click(button('Créer la v2'));
    await waitFor(() => expect(navigation.place).toMatchObject({ name: 'quote' }));
    expect(navigation.place).not.toEqual({ name: 'quote', quote: 'quote-83' });
  });

  it('deletes a draft only after a question', async () => {
    const { user, backend, id } = await openDraft();
    await user.click(button('Autres actions'));
    await user.click(await menuEntry('Supprimer ce brouillon'));
    await waitFor(() => button('Supprimer le brouillon'));
    await user.click(button('Supprimer le brouillon'));
    await waitFor(() => expect(navigation.place.name).toBe('requests'));
    expect(backend.world.quotes.find((quote) => quote.id === id)).toBeUndefined();
  });

  it('has nothing that axe objects to, as draft with its texts open, and frozen', async () => {
    const { user } = await openDraft();
    expect(await violations()).toEqual([]);
    await retype(user, 'Mitigeur', 'price', 'Prix unitaire', '50o');
    await user.click(button('En-tête'));
    expect(await violations()).toEqual([]);
  });
});
