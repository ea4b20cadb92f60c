import { describe, expect, it } from 'vitest';
import { blankLine, blockAt, isBlank, moved, sectionLetters, stepped, type Line } from './lines';

/** `A a b B c`: capitals are headings, small letters lines. */
function lines(words: string): Line[] {
  return words.split(' ').map((title) => ({
    ...blankLine(title === title.toUpperCase() ? 'section' : 'item', '6'),
    title,
  }));
}

const order = (list: readonly Line[]) => list.map((line) => line.title).join(' ');

describe('a line', () => {
  it('moves past its neighbour, into the next section too', () => {
    const list = lines('A a b B c');
    expect(order(stepped(list, 1, 1))).toBe('A b a B c');
    expect(order(stepped(list, 2, 1))).toBe('A a B b c');
    expect(order(stepped(list, 4, -1))).toBe('A a b c B');
  });

  it('stays at the edges', () => {
    const list = lines('a b');
    expect(order(stepped(list, 0, -1))).toBe('a b');
    expect(order(stepped(list, 1, 1))).toBe('a b');
  });

  it('lands where it is dropped', () => {
    const list = lines('a b c d');
    expect(order(moved(list, 0, 4))).toBe('b c d a');
    expect(order(moved(list, 3, 1))).toBe('a d b c');
    expect(order(moved(list, 1, 2))).toBe('a b c d');
  });

  it('is blank until something is written on it', () => {
    const line = blankLine('item', '6');
    expect(isBlank(line)).toBe(true);
    expect(isBlank({ ...line, unit_price: '12' })).toBe(false);
  });
});

describe('a heading', () => {
  it('takes its lines along', () => {
    const list = lines('A a b B c C d');
    expect(blockAt(list, 0)).toEqual({ start: 0, end: 3 });
    expect(order(stepped(list, 0, 1))).toBe('B c A a b C d');
    expect(order(stepped(list, 5, -1))).toBe('A a b C d B c');
  });

  it('lands between sections, never inside one', () => {
    const list = lines('A a b B c C d');
    expect(order(moved(list, 5, 1))).toBe('C d A a b B c');
    expect(order(moved(list, 0, 7))).toBe('B c C d A a b');
  });

  it('has a letter, after Z two', () => {
    const many = lines(Array.from({ length: 28 }, () => 'A').join(' '));
    const letters = [...sectionLetters(many).values()];
    expect(letters.slice(0, 2)).toEqual(['A', 'B']);
    expect(letters.slice(25)).toEqual(['Z', 'AA', 'AB']);
  });
});
