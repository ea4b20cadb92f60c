import { waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDraft } from '$src/test/quoteDesk';

/** Whatever is drawn of the document's one page is ready when the test says so. */
const drawing = vi.hoisted(() => {
  let finish = (): void => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  return { finished, finish };
});

vi.mock('$src/quotes/preview/pdf', () => ({
  openPdf: async () => ({ pages: [{}], close: async () => {} }),
  proportion: () => 1.414,
  drawPage: async () => {
    await drawing.finished;
    return { canvas: document.createElement('canvas'), text: document.createElement('div') };
  },
}));

beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(600);
});
afterEach(() => void vi.restoreAllMocks());

const state = () => document.querySelector('[data-pane="preview"] [role="status"]')?.textContent.trim();

it('says that it is updating while the page in sight is white, and up to date once it is drawn', async () => {
  await openDraft();
  await waitFor(() => expect(document.querySelector('[data-page="1"]')).not.toBeNull());
  expect(state()).toBe('en cours');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(state()).toBe('en cours');
  drawing.finish();
  await waitFor(() => expect(state()).toBe('à jour'));
});
