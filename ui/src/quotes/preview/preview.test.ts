import { waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { drawing } from '$src/test/blankPdf';
import { openDraft } from '$src/test/quoteDesk';

beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(600);
});
afterEach(() => {
  drawing.after = null;
});

const state = () => document.querySelector('[data-pane="preview"] [role="status"]')?.textContent.trim();

it('says that it is updating while the pages in sight are white, and up to date once they are drawn', async () => {
  let finish = (): void => {};
  drawing.after = new Promise<void>((resolve) => (finish = resolve));
  await openDraft();
  await waitFor(() => expect(document.querySelector('[data-page="1"]')).not.toBeNull());
  expect(state()).toBe('en cours');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(state()).toBe('en cours');
  finish();
  await waitFor(() => expect(state()).toBe('à jour'));
});
