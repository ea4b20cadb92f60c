import { describe, expect, it } from 'vitest';
import { paragraphsOf, segmentsOf } from './segments';

const whole = (text: string, evidence: string[] = []) =>
  segmentsOf(text, evidence)
    .map((segment) => segment.text)
    .join('');

describe('a text taken apart', () => {
  it('is the same text put together again', () => {
    const text = 'Voir https://maison.example/photos, rue des Brasseurs 41 à Namur (le 3).';
    expect(whole(text, ['rue des Brasseurs 41 à Namur'])).toBe(text);
  });

  it('sets off the words in which something was found', () => {
    expect(segmentsOf('au 0470 00 18 42 après', ['0470 00 18 42'])).toEqual([
      { kind: 'plain', text: 'au ' },
      { kind: 'evidence', text: '0470 00 18 42', evidence: '0470 00 18 42' },
      { kind: 'plain', text: ' après' },
    ]);
  });

  it('prefers the longer evidence where two overlap', () => {
    const found = segmentsOf('environ 7 m² au sol', ['7 m²', 'environ 7 m² au sol']);
    expect(found).toHaveLength(1);
  });

  it('finds links without the marks around them', () => {
    const links = (text: string) => segmentsOf(text, []).filter((segment) => segment.kind === 'link');
    expect(links('(voir https://a.example/b?c=1).')).toMatchObject([{ text: 'https://a.example/b?c=1' }]);
    expect(links('www.maison.example.')).toMatchObject([{ link: 'https://www.maison.example' }]);
    expect(links('javascript:alert(1)')).toEqual([]);
  });

  it('does not mind evidence that is not in the text', () => {
    expect(segmentsOf('Bonjour', ['absent', ''])).toEqual([{ kind: 'plain', text: 'Bonjour' }]);
  });
});

it('parts paragraphs at empty lines and keeps line breaks inside', () => {
  expect(paragraphsOf('Bonjour,\n\nUn\ndeux\n \n\nBien à vous\n')).toEqual([
    'Bonjour,',
    'Un\ndeux',
    'Bien à vous',
  ]);
});
