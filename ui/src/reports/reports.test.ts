import { waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { begin, button, plain, showRoom, violations } from '$src/test/roomDesk';
import { ticks } from './figures';
import ReportsRoom from './ReportsRoom.svelte';

beforeEach(async () => {
  await begin();
});

const open = async () => {
  const user = showRoom(ReportsRoom, {});
  await waitFor(() => expect(document.body).toHaveTextContent('Demandes par mois'));
  return user;
};

describe('reports', () => {
  it('show the figures of the year', async () => {
    await open();
    const tiles = [...document.querySelectorAll('dl > div')].map((tile) =>
      [...tile.children].map((part) => plain(part.textContent)).join(' '),
    );
    expect(tiles.slice(0, 5)).toEqual([
      'Demandes 241 16 ce mois-ci',
      'Première réponse 3 h 05 médiane',
      'Jusqu’à l’offre 2 j médiane',
      'Taux d’acceptation 61 % acceptées sur décidées',
      'Valeur acceptée 486 000 € TVAC',
    ]);
  });

  it('write their values on the charts and say them to a reader', async () => {
    await open();
    const chart = document.querySelector('svg[role="img"]');
    expect(chart?.getAttribute('aria-label')).toContain('septembre 2026 : 26'.replace(' :', '\u00a0:'));
    expect([...(chart?.querySelectorAll('text.value') ?? [])].map((text) => text.textContent)).toContain(
      '26',
    );
    expect(await violations()).toEqual([]);
  });

  it('have the same as tables', async () => {
    const user = await open();
    await user.click(button('Tableau'));
    await waitFor(() => expect(document.querySelectorAll('table')).toHaveLength(3));
    const september = [...document.querySelectorAll('tbody tr')].find((row) =>
      row.textContent.includes('septembre'),
    );
    expect([...(september?.children ?? [])].map((cell) => plain(cell.textContent))).toEqual([
      'septembre 2026',
      '26',
      '13',
      '8',
      '5',
      '49 600,00 €',
    ]);
    expect(await violations()).toEqual([]);
  });
});

it('divides an axis into round steps', () => {
  expect(ticks(26, 4)).toEqual([0, 10, 20, 30]);
  expect(ticks(56.4, 4)).toEqual([0, 20, 40, 60]);
  expect(ticks(3, 4)).toEqual([0, 1, 2, 3]);
  expect(ticks(0, 4)).toEqual([0, 1]);
});
