import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';
import { vi } from 'vitest';
import { language } from '$shared/messages/index.svelte';

vi.mock('$src/quotes/preview/pdf', async () => (await import('./blankPdf')).blankPdf());

configure({
  asyncUtilTimeout: 4000,
  // Without the whole document: the words say enough.
  getElementError: (message) => new Error(message ?? ''),
});

// jsdom measures nothing; the virtual list needs a height, menus need these to exist.
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
Element.prototype.scrollIntoView ??= () => {};
Element.prototype.scrollTo ??= () => {};
Element.prototype.hasPointerCapture ??= () => false;
Element.prototype.setPointerCapture ??= () => {};
Element.prototype.releasePointerCapture ??= () => {};

// A window of the usual size, with everything in sight.
window.innerWidth = 1280;
window.innerHeight = 800;

language.use('fr');
