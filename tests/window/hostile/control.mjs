/** The control: hostile bodies in a careless browser, all at once, each in a frame without a sandbox. */
import { setTimeout as sleep } from 'node:timers/promises';
import { inCarelessBrowser } from '../driver/careless.mjs';
import { until } from '../driver/until.mjs';
import { page } from './attack.mjs';

/** How long after the last sign of life one listens on, in milliseconds. */
const quiet = 1500;

/** What fired: the names of shapes that connected, and what they did to the page around them. */
export async function letLoose(shapes, listener) {
  listener.forget();
  for (const { name, html } of shapes) listener.pages.set(`/raw/${name}`, page(html));
  listener.pages.set('/control', surroundings(shapes));
  return inCarelessBrowser(async (browser) => {
    await browser.visit(`${listener.address}/control`);
    await calm(listener);
    const page = await browser.run(() => ({
      ran: (window.ran ?? '').trim().split(' '),
      ordered: window.ordered,
      title: document.title,
    }));
    for (const target of ['', '_top']) {
      await browser.run(touchAll, target);
      await calm(listener);
    }
    const connected = new Set(listener.asked.map((path) => path.split('/')[1]));
    listener.forget();
    return { ...page, connected };
  });
}

/** How many of the attacks of others ran. */
export async function letLooseForeign(shapes, listener) {
  // What says it with a dialog would stop the browser: it only leaves the mark, and no frame opens any.
  const silent = '<script>alert=confirm=prompt=print=()=>{ran=1}</script>';
  for (const { name, html } of shapes) listener.pages.set(`/raw/${name}`, page(silent + html));
  listener.pages.set('/control', surroundings(shapes, 'sandbox="allow-scripts allow-same-origin"'));
  return inCarelessBrowser(async (browser) => {
    await browser.visit(`${listener.address}/control`);
    await sleep(quiet);
    await browser.run(touchAll, '');
    await sleep(quiet);
    return browser.run(countRan);
  });
}

/** Until nobody has asked for anything for a while. */
export async function calm(listener) {
  let heard = -1;
  await until('quiet at the listener', async () => {
    if (heard === listener.asked.length) return true;
    heard = listener.asked.length;
    await sleep(quiet);
    return false;
  });
}

function surroundings(shapes, attributes = '') {
  const frames = shapes.map(({ name }) => `<iframe ${attributes} src="/raw/${name}"></iframe>`).join('');
  const standIn = `window.ordered=[];window.__TAURI_INTERNALS__={invoke:(_,order)=>ordered.push(order.request.name)}`;
  return `<!doctype html><title>control</title><script>${standIn}</script>${frames}`;
}

/** How many frames hold the mark. Sent to the page as text. */
function countRan() {
  return [...document.querySelectorAll('iframe')].filter((frame) => {
    try {
      return frame.contentWindow.ran !== undefined;
    } catch {
      // It has taken itself elsewhere.
      return false;
    }
  }).length;
}

/** Clicks whatever can be clicked and opens there: `_top` takes the whole page away. Sent to the page as text. */
function touchAll(target) {
  for (const frame of document.querySelectorAll('iframe')) {
    const inside = frame.contentDocument?.querySelectorAll('a, button, input, summary') ?? [];
    for (const element of inside) {
      if ((element.target === '_top') !== (target === '_top')) continue;
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
    }
  }
}
