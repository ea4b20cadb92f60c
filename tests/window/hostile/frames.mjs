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
  const powers = [...document.body.querySelectorAll(elements)].map(({ tagName }) => tagName);
  for (const element of document.body.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const isLoad = name === 'src' && !/^(data:image\/|cid:)/.test(value);
      if (/^on|^(style|srcset|background|ping|id|name|target|href)$/.test(name) || isLoad) {
        powers.push(`${element.tagName} ${name}=${value}`);
      }
    }
  }
  for (const element of document.querySelectorAll('a, button, input, summary')) {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
  }
  return { ran: window.ran ?? null, powers };
}

/** The HTML that the program shows for messages, by their ids. Sent to the page as text. */
export async function framedHtml(ids) {
  return Promise.all(ids.map((id) => window.__TAURI_INTERNALS__.invoke('message_html', { id })));
}
