import { screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FakeBackend } from '$ipc/fake';
import { begin, showRoom, violations } from '$src/test/roomDesk';
import SettingsRoom from '../SettingsRoom.svelte';

let backend: FakeBackend;
beforeEach(async () => {
  backend = await begin();
});

const open = async () => {
  const user = showRoom(SettingsRoom, { page: 'acknowledgement' as const });
  await screen.findByText(/Bonjour Sophie Lambert/);
  return user;
};
const saved = () => backend.world.settings.acknowledgement;
const text = () => screen.getByRole('textbox', { name: 'Texte' });

describe('the automatic reply', () => {
  it('is off until the company switches it on, and acts at once', async () => {
    const user = await open();
    const turn = screen.getByRole('switch', {
      name: 'Envoyer un accusé de réception aux nouvelles demandes',
    });
    expect(turn).toHaveAttribute('aria-checked', 'false');
    await user.type(text(), ' (à moitié écrit)');
    await user.click(turn);
    await waitFor(() => expect(turn).toHaveAttribute('aria-checked', 'true'));
    expect(saved().enabled).toBe(true);
    expect(saved().fr.body).not.toContain('à moitié écrit');
    expect(text()).toHaveValue(`${saved().fr.body} (à moitié écrit)`);
    expect(await violations()).toEqual([]);
  });

  it('has its words in each language, shown as a customer reads them', async () => {
    const user = await open();
    await user.click(screen.getByRole('radio', { name: 'NL' }));
    expect(await screen.findByText(/Dag Sophie Lambert/)).toBeInTheDocument();
    await user.clear(text());
    await user.type(text(), 'Bedankt, {{{{ name }}');
    expect(await screen.findByText('Bedankt, Sophie Lambert')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(saved().nl.body).toBe('Bedankt, {{ name }}'));
    expect(saved().enabled).toBe(false);
    expect(saved().fr.body).toContain('Merci');
  });

  it('says at once which field it does not know', async () => {
    const user = await open();
    await user.clear(text());
    await user.type(text(), '{{{{ total }}');
    expect(await screen.findByText(/total/, { selector: '.example p' })).toBeInTheDocument();
  });

  it('shows the language in which something is missing', async () => {
    const user = await open();
    await user.click(screen.getByRole('radio', { name: 'DE' }));
    await screen.findByText(/Guten Tag/);
    await user.clear(text());
    await user.click(screen.getByRole('radio', { name: 'FR' }));
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() =>
      expect(screen.getByRole('radio', { name: 'DE' })).toHaveAttribute('aria-checked', 'true'),
    );
    expect(text()).toHaveAttribute('aria-invalid', 'true');
    expect(saved().de.body).not.toBe('');
  });
});
