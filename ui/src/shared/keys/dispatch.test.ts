import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { offer } from './commands.svelte';
import { listenForKeys } from './dispatch';
import { keyPreference } from './preference.svelte';

let ends: (() => void)[] = [];
const ran = vi.fn();

function press(key: string, target: Element = document.body, init: KeyboardEventInit = {}): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
}

function command(id: string, keys: string) {
  return { id, keys, section: 'application' as const, title: () => id, run: () => ran(id) };
}

beforeEach(() => {
  ends = [listenForKeys(), offer([command('reply', 'r'), command('go', 'g t'), command('palette', 'mod+k')])];
});
afterEach(() => {
  for (const end of ends) end();
  document.body.replaceChildren();
  keyPreference.letters = true;
  ran.mockClear();
});

describe('a key', () => {
  it('runs the command it belongs to', () => {
    press('r');
    expect(ran).toHaveBeenCalledWith('reply');
  });

  it('begins a sequence that the next ends', () => {
    press('g');
    press('t');
    expect(ran.mock.calls).toEqual([['go']]);
  });

  it('forgets a begun sequence when the next key does not fit', () => {
    press('g');
    press('x');
    press('t');
    expect(ran).not.toHaveBeenCalled();
  });
});

describe('a single letter', () => {
  it.each(['input', 'textarea'])('is text in a %s', (name) => {
    const field = document.createElement(name);
    document.body.append(field);
    press('r', field);
    expect(ran).not.toHaveBeenCalled();
  });

  it('acts on a checkbox, where nothing is typed', () => {
    const box = document.createElement('input');
    box.type = 'checkbox';
    document.body.append(box);
    press('r', box);
    expect(ran).toHaveBeenCalledWith('reply');
  });

  it('can be switched off; combinations go on', () => {
    keyPreference.letters = false;
    press('r');
    press('k', document.body, { ctrlKey: true });
    expect(ran.mock.calls).toEqual([['palette']]);
  });
});

it('leaves the keys to an open menu', () => {
  const menu = document.createElement('div');
  menu.setAttribute('role', 'menu');
  document.body.append(menu);
  press('r');
  expect(ran).not.toHaveBeenCalled();
});

it('lets the inner view win where two commands share a key', () => {
  ends.push(offer([command('inner', 'r')]));
  press('r');
  expect(ran.mock.calls).toEqual([['inner']]);
});
