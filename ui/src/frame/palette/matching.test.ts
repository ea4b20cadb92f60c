import { describe, expect, it } from 'vitest';
import { matchTitle } from './matching';

describe('what was typed', () => {
  it('fits without regard to case and accents, and says where', () => {
    expect(matchTitle('Réglages', 'regl')).toEqual({ rank: 0, start: 0, end: 4 });
  });
  it('fits best at the beginning, then at a word, then inside one', () => {
    expect(matchTitle('Statut : reçu', 'sta')?.rank).toBe(0);
    expect(matchTitle('Textes standard', 'sta')?.rank).toBe(1);
    expect(matchTitle('Installation', 'sta')?.rank).toBe(2);
  });
  it('may be words in another order', () => {
    expect(matchTitle('Attribuer à Amélie', 'amelie attrib')?.rank).toBe(3);
  });
  it('does not fit what is not there', () => {
    expect(matchTitle('Note', 'xyz')).toBeNull();
  });
});
