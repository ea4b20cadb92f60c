/** The window as a person uses it: looks for things by what they are called, clicks, types, presses keys. */
import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { chord, typing } from './keyboard.mjs';
import { seen } from './seen.mjs';
import { until } from './until.mjs';

const pictures = new URL('../screenshots/', import.meta.url);

export class Screen {
  /** The window under control; another one after a restart. */
  driver;

  constructor(driver) {
    this.driver = driver;
  }

  /** The one element of a role with this name (text or pattern), once it is there. `within`: only inside that. */
  async find(role, name = null, { within, nth } = {}) {
    return until(`${role} ${said(name)}`, async () => {
      const { found, names } = await this.#look({ role, name: pattern(name), within });
      if (nth !== undefined) return found.at(nth);
      if (found.length > 1) throw new Error(`${found.length} of role ${role} are called ${said(name)}`);
      if (found.length === 0) throw new Error(`of role ${role} there are: ${names.join(' | ')}`);
      return found[0];
    });
  }

  /** All elements of a role with this name that are on the screen now. */
  async all(role, name = null, { within } = {}) {
    return (await this.#look({ role, name: pattern(name), within })).found;
  }

  /** The names of all elements of a role that are on the screen now. */
  async names(role, { within } = {}) {
    return (await this.#look({ role, name: null, within })).names;
  }

  /** Waits until the words are to be read somewhere; a text or a pattern. */
  async sees(words, { within, patience } = {}) {
    const text = typeof words === 'string' ? literal(words) : pattern(words);
    const look = async () => (await this.#look({ text, within })).found[0];
    return until(`the words ${said(words)}`, look, { within: patience });
  }

  /** Whether the words are to be read now. */
  async reads(words) {
    const text = typeof words === 'string' ? literal(words) : pattern(words);
    return (await this.#look({ text })).found.length > 0;
  }

  /** Waits until nothing of that role and name is on the screen. */
  async gone(role, name = null, options = {}) {
    await until(`no ${role} ${said(name)}`, async () => (await this.all(role, name, options)).length === 0);
  }

  /** Clicks the element of that role and name, once it can be. */
  async click(role, name, options = {}) {
    await until(`a click on ${role} ${said(name)}`, async () => {
      const element = await this.find(role, name, options);
      await this.driver.click(element);
      return true;
    });
  }

  /** Types a text into a field, in place of what stands there. */
  async fill(name, text, { role = 'textbox', ...options } = {}) {
    await this.click(role, name, options);
    await this.press('Control+a');
    if (text === '') return this.press('Delete');
    await this.write(text);
  }

  /** Types on whatever has the focus, key by key. */
  async write(text) {
    await this.driver.keys(typing(text));
  }

  /** Presses chords one after the other, such as `Control+Enter`. */
  async press(...chords) {
    for (const keys of chords) await this.driver.keys(chord(keys));
  }

  /** Opens the menu of a button and chooses in it. */
  async choose(button, entry, options = {}) {
    await this.click('button', button, options);
    await this.click('menuitem', entry);
  }

  /** An attribute of an element. */
  async attribute(element, name) {
    return this.driver.run((found, asked) => found.getAttribute(asked), element, name);
  }

  /** What is in a field. */
  async value(name, { role = 'textbox', ...options } = {}) {
    const field = await this.find(role, name, options);
    return this.driver.run((element) => element.value, field);
  }

  /** The role and name of what has the focus, as words for comparing. */
  async focus() {
    return this.driver.run(() => {
      const { activeElement: at } = document;
      const name = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent ?? '';
      return `${at.getAttribute('role') ?? at.tagName.toLowerCase()} ${name.replace(/\s+/g, ' ').trim()}`;
    });
  }

  /** Gives the window another size, and waits until the page has it. */
  async resize(width, height) {
    await this.driver.resize(width, height);
    const size = () => this.driver.run(() => [window.innerWidth, window.innerHeight].join('×'));
    await until(`a window of ${width}×${height}`, async () => (await size()) === `${width}×${height}`);
  }

  /** Keeps a picture of the window, once it has come to rest. */
  async picture(name) {
    await mkdir(pictures, { recursive: true });
    let shown = await this.driver.screenshot();
    for (let look = 0; look < 3; look += 1) {
      await sleep(200);
      const next = await this.driver.screenshot();
      const rests = next.equals(shown);
      shown = next;
      if (rests) break;
    }
    await writeFile(new URL(`${name}.png`, pictures), shown);
  }

  /** Keeps a picture of how it stood when a step failed, if that can still be had. */
  async pictureOfFailure(step) {
    await this.picture(`failed ${step.replace(/\W+/g, '-')}`).catch(() => {});
  }

  /** Elements are given to the page beside the query: the driver finds them only there. */
  #look({ within = null, ...query }) {
    return this.driver.run(seen.toString(), query, within);
  }
}

function said(name) {
  return name === null ? '' : String(name);
}

function pattern(name) {
  return name instanceof RegExp ? { source: name.source, flags: name.flags } : name;
}

function literal(words) {
  return { source: words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), flags: '' };
}
