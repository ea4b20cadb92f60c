import { waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { navigation } from '$shared/navigation.svelte';
import { begin, button, plain, showRoom, violations } from '$src/test/roomDesk';
import QuotesRoom from '../QuotesRoom.svelte';
import { quotesView } from './view.svelte';

beforeEach(async () => {
  quotesView.reset();
  quotesView.selected = undefined;
  navigation.go({ name: 'quotes' });
  await begin();
});

const rows = () => [...document.querySelectorAll<HTMLElement>('[role="row"][data-row]')];
const open = async () => {
  const user = showRoom(QuotesRoom, {});
  await waitFor(() => expect(rows().length).toBeGreaterThan(5));
  return user;
};

describe('the list of quotes', () => {
  it('shows number, title, state in words, whole euros and what expires', async () => {
    await open();
    const cells = (words: string) =>
      [...(rows().find((row) => row.textContent.includes(words))?.children ?? [])].map((cell) =>
        plain(cell.textContent),
      );
    expect(cells('salle de bain')).toEqual([
      '2026-0083',
      'Rénovation complète de la salle de bain Sophie et Marc Lambert',
      'Envoyée',
      '10 293 €',
      '20 déc.',
      'AW Amélie Wauters',
    ]);
    expect(cells('placard sous escalier')[4]).toBe('27 nov. expire dans 3 j');
    expect(await violations()).toEqual([]);
  });

  it('is filtered by state and by words, and says when nothing is left', async () => {
    const user = await open();
    await user.click(button('Brouillons'));
    await waitFor(() => expect(rows()).toHaveLength(1));
    await user.keyboard('/xyz');
    await waitFor(() => expect(document.body).toHaveTextContent('Aucune offre pour « xyz »'));
    await user.click(button('Toutes les offres'));
    await waitFor(() => expect(rows().length).toBeGreaterThan(5));
  });

  it('opens the editor with Enter', async () => {
    const user = await open();
    await user.keyboard('jj');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('2026-0083'));
    await user.keyboard('{Enter}');
    expect(navigation.place).toEqual({ name: 'quote', quote: 'quote-83' });
  });
});
