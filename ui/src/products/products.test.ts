import { waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FakeBackend } from '$ipc/fake';
import { begin, button, plain, showRoom, violations } from '$src/test/roomDesk';
import ProductsRoom from './ProductsRoom.svelte';

let backend: FakeBackend;
beforeEach(async () => {
  backend = await begin();
});

const rows = () => [...document.querySelectorAll<HTMLElement>('[role="row"][data-row]')];
const open = async () => {
  const user = showRoom(ProductsRoom, { product: undefined });
  await waitFor(() => expect(rows().length).toBeGreaterThan(5));
  return user;
};
const input = (words: string) => {
  const label = [...document.querySelectorAll('.dialog label')].find((one) =>
    one.textContent.startsWith(words),
  );
  const field = document.getElementById(label?.getAttribute('for') ?? '');
  if (!(field instanceof HTMLInputElement)) throw new Error(`no field ${words}`);
  return field;
};

describe('the catalogue', () => {
  it('shows prices with the decimals they have, cost and margin on the note surface', async () => {
    await open();
    const sheet = rows().find((row) => row.textContent.includes('Feuille A4'));
    const cells = [...(sheet?.children ?? [])].map((cell) => plain(cell.textContent));
    expect(cells.slice(0, 7)).toEqual([
      'IMP-200',
      'Feuille A4 quadri, 135 g',
      'feuille',
      '0,0345',
      '21 %',
      '0,021',
      '39 %',
    ]);
    expect(await violations()).toEqual([]);
  });

  it('opens an item with Enter and tells in place what cannot be read', async () => {
    const user = await open();
    await user.keyboard('jj');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-row'));
    const id = document.activeElement?.getAttribute('data-row') ?? '';
    await user.keyboard('{Enter}');
    await waitFor(() => input('Prix HTVA'));
    await user.clear(input('Prix HTVA'));
    await user.type(input('Prix HTVA'), 'abc{Enter}');
    await waitFor(() => expect(input('Prix HTVA')).toHaveAttribute('aria-invalid', 'true'));
    expect(document.querySelector('.dialog')).toHaveTextContent('Ce n’est pas un nombre.');
    await user.clear(input('Prix HTVA'));
    await user.type(input('Prix HTVA'), '1 234,5{Enter}');
    await waitFor(() => expect(document.querySelector('.dialog')).toBeNull());
    expect(backend.world.products.find((product) => product.id === id)?.unit_price).toBe(12_345_000);
  });

  it('takes a new item', async () => {
    const user = await open();
    await user.keyboard('n');
    await waitFor(() => input('Titre'));
    await user.type(input('Titre'), 'Miroir rond');
    await user.type(input('Prix HTVA'), '89{Enter}');
    await waitFor(() => expect(document.querySelector('.dialog')).toBeNull());
    expect(backend.world.products.find((product) => product.title === 'Miroir rond')).toMatchObject({
      unit_price: 890_000,
      unit_cost: null,
      vat_rate: 600,
    });
  });

  it('lets an item go only after a question, and the focus goes to the next one', async () => {
    const user = await open();
    await user.keyboard('j');
    await user.keyboard('{Control>}{Delete}{/Control}');
    await waitFor(() =>
      expect(document.querySelector('[role="alertdialog"]')).toHaveTextContent('Ballon tampon'),
    );
    await user.click(button('Retirer'));
    await waitFor(() =>
      expect(backend.world.products.some(({ title }) => title.startsWith('Ballon'))).toBe(false),
    );
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Bibliothèque sur mesure'));
  });
});
