/** Frames of the kind in which the program shows a mail, with bodies of the test's own. */

/**
 * Puts a frame for each body beside the program's own page; without a sandbox if asked so. The live frame's
 * document is the pattern: only the mail in it is replaced. Sent to the page as text.
 */
export function putFrames(frame, bodies, withoutSandbox) {
  const shown = frame.srcdoc;
  const from = shown.indexOf('<body>') + '<body>'.length;
  const to = shown.lastIndexOf('</body>');
  const beside = document.createElement('div');
  beside.id = 'beside';
  beside.style.cssText = 'position:fixed;inset:0;opacity:0.01;overflow:auto;pointer-events:none';
  for (const body of bodies) {
    const other = frame.cloneNode();
    if (withoutSandbox) other.removeAttribute('sandbox');
    other.srcdoc = shown.slice(0, from) + body + shown.slice(to);
    beside.append(other);
  }
  document.body.append(beside);
  return [...beside.children];
}

/** Puts a body into the very frame of the program, in place of the mail. Sent to the page as text. */
export function fillFrame(frame, body) {
  const from = frame.srcdoc.indexOf('<body>') + '<body>'.length;
  frame.srcdoc = frame.srcdoc.slice(0, from) + body;
}

/** Takes the frames beside the page away again. Sent to the page as text. */
export function removeFrames() {
  document.getElementById('beside').remove();
}

/**
 * Clicks whatever in a frame can be clicked, and says what ran there and what could still run, load or style if
 * anything allowed it. Sent to the frame as text.
 */
export function touch() {
  const elements =
    'script, iframe, object, embed, form, input, button, svg, math, link, video, audio, template';
  // By the engine's own functions: a mail may have things named like them.
  const all = (kinds) => [...Document.prototype.querySelectorAll.call(document, kinds)];
  const powers = all(elements).map((element) => element.localName);
  for (const element of all('body *')) {
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      const value = Element.prototype.getAttribute.call(element, name);
      const isLoad = name === 'src' && !/^(data:image\/|cid:)/.test(value);
      if (/^on|^(style|srcset|background|ping|id|name|target|href)$/.test(name) || isLoad) {
        powers.push(`${element.localName} ${name}=${value}`);
      }
    }
  }
  for (const element of all('a, button, input, summary')) {
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    EventTarget.prototype.dispatchEvent.call(element, click);
  }
  return { ran: window.ran ?? null, powers };
}

/**
 * What the quotation of a reply says, and which elements of a mail's own stand in it: the program itself puts
 * paragraphs, marks and links that ask first. Sent to the page as text.
 */
export function quoted(form) {
  const quotation = form.querySelector('.history');
  const own = new Set(['div', 'p', 'mark', 'button']);
  const elements = [...quotation.querySelectorAll('*')].map((element) => element.localName);
  return { words: quotation.textContent, elements: elements.filter((name) => !own.has(name)) };
}

/** The HTML that the program shows for messages, by their ids. Sent to the page as text. */
export async function framedHtml(ids) {
  return Promise.all(ids.map((id) => window.__TAURI_INTERNALS__.invoke('message_html', { id })));
}

/** Prints messages, by their ids, as the window would. Sent to the page as text. */
export async function printAll(ids) {
  for (const id of ids) {
    await window.__TAURI_INTERNALS__.invoke('message_print', { id, interfaceLanguage: 'fr' });
  }
}
