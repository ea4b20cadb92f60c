import { beforeEach, describe, expect, it } from 'vitest';
import { clock } from '../clock.svelte';
import { language } from '../messages/index.svelte';
import { dateInSentence, daysUntil, documentDate, entryDate, shortDate, weekNumber } from './dates';
import { duration } from './durations';
import { initials } from './name';
import { fileSize, money, moneyRounded, percent } from './numbers';

const at = (month: number, day: number, hour = 12, minute = 0, year = 2026) =>
  new Date(year, month - 1, day, hour, minute).getTime();

beforeEach(() => {
  clock.fix(at(11, 24, 12, 4));
  language.use('fr');
});

describe('a time in a list', () => {
  it('is the hour today', () => {
    expect(shortDate(at(11, 24, 11, 42))).toBe('11:42');
  });
  it('is a word yesterday', () => {
    expect(shortDate(at(11, 23, 23, 59))).toBe('hier');
  });
  it('is a day this year, with the year otherwise', () => {
    expect(shortDate(at(11, 20))).toBe('20 nov.');
    expect(shortDate(at(2, 3, 12, 0, 2025))).toBe('3 févr. 2025');
  });
});

it('gives an entry its day and hour', () => {
  expect(entryDate(at(11, 16, 8, 14))).toBe('16 nov., 08:14');
  expect(entryDate(at(11, 24, 11, 42))).toBe('aujourd’hui, 11:42');
});

it('puts a date into a sentence', () => {
  expect(dateInSentence(at(11, 16))).toBe('le 16 nov.');
  expect(dateInSentence(at(11, 24))).toBe('aujourd’hui');
});

it('counts days to the end of a quote by the calendar, not by hours', () => {
  expect(daysUntil('2026-11-24')).toBe(0);
  expect(daysUntil('2026-11-27')).toBe(3);
  expect(daysUntil('2026-11-23')).toBe(-1);
  expect(documentDate('2026-12-20')).toBe('20 déc.');
});

it('numbers weeks as ISO 8601 does', () => {
  expect(weekNumber(at(11, 24))).toBe(48);
  expect(weekNumber(at(1, 1, 12, 0, 2027))).toBe(53);
});

describe('a length of time', () => {
  const minutes = 60_000;
  it.each([
    [12_000, '12\u00a0s'],
    [22 * minutes, '22\u00a0min'],
    [153 * minutes, '2\u00a0h\u00a033'],
    [60 * minutes, '1\u00a0h'],
    [3 * 24 * 60 * minutes, '3\u00a0j'],
  ])('%i ms is %s', (length, words) => {
    expect(duration(length)).toBe(words);
  });
});

describe('an amount', () => {
  const amount = { minor: 1029303, currency: 'EUR' };
  it('has cents in documents and whole euros in lists, with no-break spaces', () => {
    expect(money(amount)).toBe('10\u202f293,03\u00a0€');
    expect(moneyRounded(amount)).toBe('10\u202f293\u00a0€');
  });
  it('follows the language', () => {
    language.use('en');
    expect(money(amount)).toBe('€10,293.03');
  });
});

it('writes rates and sizes', () => {
  expect(percent(600)).toBe('6\u00a0%');
  expect(percent(650)).toBe('6,5\u00a0%');
  expect(fileSize(96_000)).toMatch(/^96\sko$/);
  expect(fileSize(1_240_000)).toMatch(/^1,2\sMo$/);
});

describe('initials', () => {
  it.each([
    ['Sophie Lambert', 'SL'],
    ['Nadia El Amrani', 'NA'],
    ['Delcourt & Fils', 'DF'],
    ['Élise', 'É'],
    ['offres@delcourt.example', 'OE'],
    ['', ''],
  ])('of %j are %j', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
