import axe from 'axe-core';
import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { World } from '$ipc/fake';
import { navigation } from '$shared/navigation.svelte';
import { openBathroom, openDesk } from './desk';

/** Contrast is not measured here (jsdom draws nothing): the tokens were chosen for it, and the window test looks. */
async function problems(): Promise<string[]> {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

describe('what axe finds', () => {
  it('nothing in requests', async () => {
    await openBathroom();
    expect(await problems()).toEqual([]);
  });

  it('nothing while one writes', async () => {
    const { user } = await openBathroom();
    await user.keyboard('r');
    await screen.findByRole('form', { name: 'Réponse' });
    expect(await problems()).toEqual([]);
  });

  it('nothing in the palette', async () => {
    const { user } = await openBathroom();
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox', { name: 'Rechercher ou commander' });
    expect(await problems()).toEqual([]);
  });

  it('nothing in a dialog', async () => {
    const { user } = await openBathroom();
    await user.keyboard('c');
    await screen.findByRole('dialog', { name: 'Nouvelle demande' });
    expect(await problems()).toEqual([]);
  });

  it('nothing today', async () => {
    await openDesk();
    navigation.go({ name: 'today' });
    await waitFor(() => screen.getByText('Maintenant'));
    expect(await problems()).toEqual([]);
  });

  it.each([
    'company',
    'mailboxes',
    'rules',
    'acknowledgement',
    'texts',
    'numbering',
    'vat',
    'users',
    'display',
  ] as const)('nothing in the settings: %s', async (page) => {
    await openDesk();
    navigation.go({ name: 'settings', page });
    await waitFor(() => screen.getByRole('heading', { name: 'Réglages' }));
    expect(await problems()).toEqual([]);
  });

  it('nothing at the first start', async () => {
    await openDesk(new World({ firstStart: true }));
    await screen.findByRole('textbox', { name: 'Nom' });
    expect(await problems()).toEqual([]);
  });
});
