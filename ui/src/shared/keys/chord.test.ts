import { describe, expect, it } from 'vitest';
import { ariaShortcut, chordOf, keyCaps } from './chord';

const words = { ctrl: 'Ctrl', alt: 'Alt', escape: 'Échap', delete: 'Suppr', tab: 'Tab' };
const press = (init: KeyboardEventInit) => chordOf(new KeyboardEvent('keydown', init));

describe('a chord', () => {
  it('is the letter, whatever its case', () => {
    expect(press({ key: 'R', shiftKey: true })).toBe('r');
    expect(press({ key: 'r' })).toBe('r');
  });

  it('is the sign that was typed, not the keys behind it: ? on every layout', () => {
    expect(press({ key: '?', shiftKey: true })).toBe('?');
  });

  it('names modifiers in a fixed order', () => {
    expect(press({ key: 'Enter', ctrlKey: true })).toBe('mod+enter');
    expect(press({ key: 'F6', shiftKey: true })).toBe('shift+f6');
    expect(press({ key: 'ArrowUp', altKey: true })).toBe('alt+up');
  });
});

describe('what is printed on the caps', () => {
  it('has one cap per chord of a sequence', () => {
    expect(keyCaps('s a', words)).toEqual(['S', 'A']);
  });

  it('joins modifiers to their key and names keys in the language', () => {
    expect(keyCaps('mod+enter', words)).toEqual(['Ctrl ↵']);
    expect(keyCaps('escape', words)).toEqual(['Échap']);
  });
});

it('tells readers in DOM key names', () => {
  expect(ariaShortcut('mod+k')).toBe('Control+K');
  expect(ariaShortcut('?')).toBe('?');
});
