/** Amounts, counts and sizes in the user's locale. Amounts are integer minor units with their currency. */
import { language } from '../messages/index.svelte';

export interface Amount {
  /** Minor units (cents). */
  minor: number;
  /** ISO 4217. */
  currency: string;
}

const minorPerMajor = 100;

/** Cents shown: for documents and wherever an amount is exact. */
export function money(amount: Amount): string {
  return currencyFormat(amount.currency, 2).format(amount.minor / minorPerMajor);
}

/** Whole units: for lists. Rounded half away from zero, for the eye only. */
export function moneyRounded(amount: Amount): string {
  return currencyFormat(amount.currency, 0).format(amount.minor / minorPerMajor);
}

/** A count, grouped as the locale does. */
export function count(value: number): string {
  return new Intl.NumberFormat(language.locale).format(value);
}

/** A rate in basis points as percent: 2100 → `21 %`. */
export function percent(basisPoints: number): string {
  return new Intl.NumberFormat(language.locale, { style: 'percent', maximumFractionDigits: 2 }).format(
    basisPoints / 10_000,
  );
}

/** A quantity in thousandths: 7200 → `7,2`. */
export function quantity(thousandths: number): string {
  return new Intl.NumberFormat(language.locale, { maximumFractionDigits: 3 }).format(thousandths / 1000);
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** The size of a file: `96 ko`, `1,2 Mo`. */
export function fileSize(bytes: number): string {
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  return new Intl.NumberFormat(language.locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && step > 1 ? 1 : 0,
  }).format(value);
}

const formats = new Map<string, Intl.NumberFormat>();

function currencyFormat(currency: string, decimals: number): Intl.NumberFormat {
  const key = `${language.locale} ${currency} ${String(decimals)}`;
  let known = formats.get(key);
  if (!known) {
    known = new Intl.NumberFormat(language.locale, {
      style: 'currency',
      currency: currency.toUpperCase(),
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(key, known);
  }
  return known;
}

/** An amount with cents and without its currency, for columns: `1 314,80`, `−299,74`. */
export function moneyFigure(amount: Amount): string {
  const figure = new Intl.NumberFormat(language.locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(amount.minor / minorPerMajor);
  return figure.replace('-', '\u2212');
}

/** A rate in basis points with so many decimals: 3384 → `33,8 %`. */
export function percentWith(basisPoints: number, decimals: number): string {
  return new Intl.NumberFormat(language.locale, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(basisPoints / 10_000);
}
