/** The few commands of the WebDriver protocol that these tests need (W3C WebDriver, over HTTP). */

/** The key under which the protocol wraps an element (W3C WebDriver, section 12). */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** How long one command may take, in milliseconds. */
const longestCommand = 90_000;

/** How long the program may take until its window is there, in milliseconds: it may make sample data first. */
const longestStart = 240_000;

/** A refusal of the driver, with the protocol's own name for it. */
export class WebDriverError extends Error {
  constructor(code, message) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** One window under control. */
export class WebDriver {
  #base;
  #session;

  constructor(base, session) {
    this.#base = base;
    this.#session = session;
  }

  /** Starts the application by asking the bridge at `base` for a session. */
  static async open(base, capabilities) {
    const body = { capabilities: { alwaysMatch: capabilities } };
    const { sessionId } = await send(`${base}/session`, 'POST', body, longestStart);
    return new WebDriver(base, sessionId);
  }

  async close() {
    await this.#command('DELETE', '');
  }

  /** Runs a function in the page; elements come back as the driver's own ids. */
  async run(script, ...values) {
    const source = `return (${script})(...arguments)`;
    return unwrapped(await this.#command('POST', '/execute/sync', { script: source, args: values }));
  }

  async click(element) {
    await this.#command('POST', `/element/${element}/click`, {});
  }

  /** Presses and releases keys, in the order given, on whatever has the focus. */
  async keys(actions) {
    const all = [{ type: 'key', id: 'keyboard', actions }];
    await this.#command('POST', '/actions', { actions: all });
  }

  /** The window's picture as PNG. */
  async screenshot() {
    return Buffer.from(await this.#command('GET', '/screenshot'), 'base64');
  }

  /** Runs a function inside a frame, whatever the frame itself may do; then the driver is back at the page. */
  async runInFrame(frame, script, ...values) {
    await this.#command('POST', '/frame', { id: frame });
    try {
      return await this.run(script, ...values);
    } finally {
      await this.#command('POST', '/frame', { id: null });
    }
  }

  /** Goes to an address, as if it had been typed. */
  async visit(url) {
    await this.#command('POST', '/url', { url });
  }

  /** How many windows there are. */
  async windowCount() {
    return (await this.#command('GET', '/window/handles')).length;
  }

  async resize(width, height) {
    await this.#command('POST', '/window/rect', { width, height });
  }

  #command(method, path, body) {
    return send(`${this.#base}/session/${this.#session}${path}`, method, body);
  }
}

async function send(url, method, body, longest = longestCommand) {
  const options = {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  };
  const response = await fetch(url, { ...options, signal: AbortSignal.timeout(longest) }).catch((thrown) => {
    throw new WebDriverError('no answer', `${method} ${new URL(url).pathname}: ${thrown.message}`);
  });
  const text = await response.text();
  let value;
  try {
    ({ value } = JSON.parse(text));
  } catch {
    throw new WebDriverError('unknown', text);
  }
  if (!response.ok) throw new WebDriverError(value.error, value.message);
  return value;
}

function unwrapped(value) {
  if (Array.isArray(value)) return value.map(unwrapped);
  if (value === null || typeof value !== 'object') return value;
  if (elementKey in value) return new Element(value[elementKey]);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unwrapped(inner)]));
}

/** An element of the page, by the driver's id for it. */
export class Element {
  constructor(id) {
    this.id = id;
  }

  toString() {
    return this.id;
  }

  toJSON() {
    return { [elementKey]: this.id };
  }
}
