import { screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FakeBackend } from '$ipc/fake';
import { begin, showRoom, violations } from '$src/test/roomDesk';
import SettingsRoom from '../SettingsRoom.svelte';

let backend: FakeBackend;
beforeEach(async () => {
  backend = await begin();
});

describe('how the program behaves for this user', () => {
  it('is set at once: whether letters act, whether replies quote', async () => {
    const user = showRoom(SettingsRoom, { page: 'display' as const });
    const preferences = () => backend.world.settings.preferences;
    for (const [name, kept] of [
      ['Les lettres seules agissent', 'single_letter_keys'],
      ['Les réponses citent le mail reçu', 'quotes_answered_mail'],
    ] as const) {
      const turn = await screen.findByRole('switch', { name });
      expect(turn).toHaveAttribute('aria-checked', 'true');
      await user.click(turn);
      await waitFor(() => expect(turn).toHaveAttribute('aria-checked', 'false'));
      expect(preferences()[kept]).toBe(false);
    }
    expect(await violations()).toEqual([]);
  });
});
