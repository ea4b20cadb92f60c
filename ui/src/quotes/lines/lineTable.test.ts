import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import {
  cell,
  field,
  lineCount,
  lineRow,
  openDraft,
  openSent,
  placeOf,
  saved,
  table,
  total,
} from '$src/test/quoteDesk';
import { button, menuEntry, plain } from '$src/test/roomDesk';

/** Three headings and thirteen lines. */
const LINES = 16;
const price = () => cell('Mitigeur', 'price');

describe('the table of lines', () => {
  it('is a grid with heads, sections with their letters and sums, and one tab stop', async () => {
    await openDraft();
    const heads = [...table().querySelectorAll('[role="columnheader"]')].map((head) =>
      plain(head.textContent),
    );
    expect(heads.slice(0, 7)).toEqual([
      'Ligne',
      'Description',
      'Quantité',
      'Prix',
      'Remise',
      'TVA',
      'Total HTVA',
    ]);
    expect(plain(lineRow('Sanitaire et plomberie').textContent)).toMatch(/B\. .*4 031,40/);
    expect(plain(price().textContent)).toBe('486,00');
    expect(plain(cell('Meuble', 'price').textContent)).toBe('1 390,00');
    expect(table().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('lets arrows go between cells and keeps to the column over a heading', async () => {
    const { user } = await openDraft();
    cell('Alimentations', 'price').focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(cell('Carrelage et finitions', 'description')).toHaveFocus());
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(cell('Carrelage de sol', 'price')).toHaveFocus());
    await user.keyboard('{ArrowRight}{Home}');
    await waitFor(() => expect(cell('Carrelage de sol', 'handle')).toHaveFocus());
    await user.keyboard('{Control>}{End}{/Control}');
    await waitFor(() => expect(cell('Sèche-serviettes', 'margin')).toHaveFocus());
  });

  it('edits with Enter, restores with Escape', async () => {
    const { user } = await openDraft();
    price().focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(field('Prix unitaire')).toHaveFocus());
    await user.clear(field('Prix unitaire'));
    await user.keyboard('999{Escape}');
    await waitFor(() => expect(price()).toHaveFocus());
    expect(plain(price().textContent)).toBe('486,00');
    expect(total('Total TVAC')).toBe('10 293,03 €');
  });

  it('begins to type over with a digit, and the totals follow', async () => {
    const { user } = await openDraft();
    price().focus();
    await user.keyboard('5');
    await waitFor(() => expect(field('Prix unitaire')).toHaveFocus());
    await user.keyboard('00{Enter}');
    await waitFor(() => expect(plain(cell('Mitigeur', 'total').textContent)).toBe('450,00'));
    expect(cell('Meuble', 'price')).toHaveFocus();
    await saved();
  });

  it('opens a new line after the last of a section, and takes it away again while nothing stands on it', async () => {
    const { user } = await openDraft();
    cell('Alimentations', 'price').focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(field('Prix unitaire')).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(field('Description')).toHaveFocus());
    expect(lineCount()).toBe(LINES + 1);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(lineCount()).toBe(LINES));
  });

  it('goes on with Tab through the cells of a new line', async () => {
    const { user, backend, id } = await openDraft();
    cell('Accessoires', 'description').focus();
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    await waitFor(() => expect(field('Description')).toHaveFocus());
    await user.keyboard('Miroir{Tab}');
    expect(field('Détails')).toHaveFocus();
    await user.keyboard('{Tab}');
    await waitFor(() => expect(field('Quantité')).toHaveFocus());
    await user.keyboard('2{Tab}');
    expect(field('Unité')).toHaveFocus();
    await user.keyboard('pièce{Tab}');
    await waitFor(() => expect(field('Prix unitaire')).toHaveFocus());
    await user.keyboard('89,5{Tab}{Escape}');
    await saved();
    expect(backend.world.quote(id).input.lines.find(({ title }) => title === 'Miroir')).toMatchObject({
      quantity: '2',
      unit: 'pièce',
      unit_price: '89,5',
      vat_rate: '6',
    });
  });

  it('moves a line with Alt and the arrows, says so, and takes it back with Ctrl+Z', async () => {
    const { user } = await openDraft();
    expect(placeOf('Mitigeur')).toBe(6);
    price().focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(placeOf('Mitigeur')).toBe(5));
    await waitFor(() => expect(document.body).toHaveTextContent('encastré, maintenant ligne 6 sur 16'));
    await waitFor(() => expect(price()).toHaveFocus());
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(placeOf('Mitigeur')).toBe(6));
  });

  it('has a menu at its handle, by key too', async () => {
    const { user } = await openDraft();
    cell('Mitigeur', 'handle').focus();
    await user.keyboard('{Enter}');
    await user.click(await menuEntry('En faire une option'));
    await waitFor(() => expect(lineRow('Mitigeur')).toHaveTextContent('Option'));
    await waitFor(() => expect(total('avec toutes les options')).not.toBe(''));
  });

  it('offers the company’s VAT rates', async () => {
    const { user } = await openDraft();
    cell('Mitigeur', 'vat').focus();
    await user.keyboard('{Enter}');
    await user.click(await menuEntry('21'));
    await waitFor(() => expect(plain(cell('Mitigeur', 'vat').textContent)).toMatch(/^21 %/));
  });

  it('removes a line, with the way back', async () => {
    const { user } = await openDraft();
    price().focus();
    await user.keyboard('{Control>}{Delete}{/Control}');
    await waitFor(() => expect(lineCount()).toBe(LINES - 1));
    await waitFor(() => expect(cell('Meuble', 'price')).toHaveFocus());
    await user.click(button('Annuler'));
    await waitFor(() => expect(lineCount()).toBe(LINES));
  });

  it('takes a product from the catalogue', async () => {
    const { user } = await openDraft();
    price().focus();
    await user.keyboard('/');
    // Nothing is measured here, so that what floats counts as hidden.
    await user.type(await screen.findByRole('combobox', { hidden: true }), 'wc susp');
    await waitFor(() => expect(document.querySelector('[role="option"]')).toHaveTextContent('WC suspendu'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(field('Quantité')).toHaveFocus());
    expect(placeOf('WC suspendu')).toBe(7);
    expect(plain(cell('WC suspendu', 'price').textContent)).toBe('795,00');
  });

  it('cannot be edited once it is frozen', async () => {
    const { user } = await openSent();
    expect(table()).toHaveAttribute('aria-readonly', 'true');
    price().focus();
    await user.keyboard('{Enter}5');
    expect(table().querySelector('input')).toBeNull();
    expect(button('Créer la v2')).toBeInTheDocument();
  });
});
