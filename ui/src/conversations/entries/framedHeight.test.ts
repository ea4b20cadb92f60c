import { expect, it } from 'vitest';
import { framedHeight } from './framedHeight';

const paragraph = (letters: number) => `<p>${'a'.repeat(letters)}</p>`;

it('gives a short mail a low frame, and a longer one a higher frame', () => {
  expect(framedHeight('<p>Bonjour</p>', 640)).toBe(73);
  const [some, more] = [framedHeight(paragraph(800), 640), framedHeight(paragraph(1600), 640)];
  expect(some).toBeGreaterThan(200);
  expect(more).toBeGreaterThan(some);
});

it('needs more height where there is less width', () => {
  expect(framedHeight(paragraph(900), 400)).toBeGreaterThan(framedHeight(paragraph(900), 800));
});

it('puts the cells of a row beside one another', () => {
  const cell = `<td>${'a'.repeat(300)}</td>`;
  const beside = framedHeight(`<table><tr>${cell}${cell}</tr></table>`, 640);
  const below = framedHeight(`<table><tr>${cell}</tr><tr>${cell}</tr></table>`, 640);
  expect(Math.abs(beside - below)).toBeLessThan(60);
});

it('leaves room for pictures that are there, and none for those that are not loaded', () => {
  expect(framedHeight('<img src="data:image/png;base64,AA" height="300">', 640)).toBe(338);
  expect(framedHeight('<img alt="logo">'.repeat(2), 640)).toBe(80);
});

it('stays within bounds: beyond them the frame scrolls', () => {
  expect(framedHeight('', 640)).toBe(64);
  expect(framedHeight(paragraph(100_000), 640)).toBe(640);
  expect(framedHeight(`${'<div>'.repeat(200)}x${'</div>'.repeat(200)}`, 640)).toBe(64);
});
