import { mount } from 'svelte';
import App from './App.svelte';
import { evenTracking } from '$shared/tracking';
import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';

/** In a browser, without the shell, an imitation of the core stands behind the window. */
async function prepare(): Promise<void> {
  if (!import.meta.env.DEV && import.meta.env.VITE_FAKE !== '1') return;
  if ('__TAURI_INTERNALS__' in window) return;
  const { beginFake } = await import('./ipc/fake');
  beginFake(new URLSearchParams(location.search));
}

const target = document.getElementById('app');
if (target) {
  void Promise.all([prepare(), evenTracking(document)]).then(() => mount(App, { target }));
}
