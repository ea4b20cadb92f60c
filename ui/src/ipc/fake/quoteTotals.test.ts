import { describe, expect, it } from 'vitest';
import { input, line } from './quoteParts';
import { totalsOf } from './quoteTotals';

const priced = (prices: string[]) =>
  input({
    title: '',
    deposit: '',
    lines: prices.map((unit_price) => line({ title: 'x', unit_price, vat_rate: '20' })),
  });

describe('the imitation adds up as the core does', () => {
  it('takes VAT on the sum of a rate, not per line', () => {
    expect(totalsOf(priced(['299,33', '179,33', '99,34']), 'fr').vat.minor).toBe(11_560);
  });

  it('keeps the total typed with VAT', () => {
    const totals = totalsOf({ ...priced(['121', '121']), price_mode: 'gross' }, 'fr');
    expect(totals.gross.minor).toBe(24_200);
  });

  it('reads numbers as they are typed, and names those it cannot', () => {
    expect(totalsOf(priced(['1 234,5']), 'fr').net.minor).toBe(123_450);
    expect(totalsOf(priced(['1.234']), 'fr').net.minor).toBe(123_400);
    expect(totalsOf(priced(['1.234']), 'en').net.minor).toBe(123);
    expect(totalsOf(priced(['1.234,56']), 'fr').net.minor).toBe(123_456);
    expect(totalsOf(priced(['abc']), 'fr').problems).toEqual([
      { field: 'lines.0.unit_price', problem: 'not_a_number' },
    ]);
  });
});
