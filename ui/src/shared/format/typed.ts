/**
 * Numbers that are text: as somebody types them, or as they are put into a field. Reading them is the core's;
 * here they are only written, and set out for the eye where there can be no doubt.
 */
import type { Language } from '$ipc/bindings';
import { language } from '../messages/index.svelte';

/** An integer in units of 10^-decimals as text for a field: no grouping, no more zeros than `atLeast`. */
export function fieldNumber(value: number, decimals: number, atLeast: number, written: Language): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  const kept = Math.max(fraction.replace(/0+$/, '').length, atLeast);
  const sign = value < 0 ? '-' : '';
  return sign + whole + (kept > 0 ? (written === 'en' ? '.' : ',') + fraction.slice(0, kept) : '');
}

/** A price in ten-thousandths as text for a field: `46,50`. */
export function fieldPrice(tenThousandths: number, written: Language): string {
  return fieldNumber(tenThousandths, 4, 2, written);
}

/** A rate in basis points as text for a field: `6`, `5,5`. */
export function fieldRate(basisPoints: number, written: Language): string {
  return fieldNumber(basisPoints, 2, 0, written);
}

/**
 * Typed text set out for the eye: `1390` becomes `1 390,00`. Text that is no plain number, or whose sign could
 * be meant otherwise (`1.390`), is shown as it was typed.
 */
export function typedForEye(text: string, leastDecimals: number, written: Language): string {
  const [match, sign = '', whole = '', mark = '', fraction = ''] =
    /^\s*([-\u2212]?)(\d{1,15})(?:([.,])(\d+))?\s*$/.exec(text) ?? [];
  if (match === undefined) return text;
  const groups = written === 'en' ? ',' : '.';
  if (mark === groups && fraction.length === 3 && whole.length < 4) return text;
  const grouped = new Intl.NumberFormat(language.locale).format(Number(whole));
  const decimals = fraction.padEnd(leastDecimals, '0');
  return (sign ? '\u2212' : '') + grouped + (decimals ? decimalMark() + decimals : '');
}

function decimalMark(): string {
  const parts = new Intl.NumberFormat(language.locale).formatToParts(1.5);
  return parts.find((part) => part.type === 'decimal')?.value ?? '.';
}
