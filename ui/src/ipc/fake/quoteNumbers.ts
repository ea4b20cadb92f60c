/** Reading and writing of numbers in the imitation, after the core's rules as far as pictures and tests need. */
import type { FieldProblem, Language } from '../bindings';

export type Reading = { value: number } | { problem: FieldProblem };

/** A typed number in units of 10^-decimals. Spaces group; of `.` and `,` the last is the decimal sign. */
export function readNumber(text: string, language: Language, decimals: number): Reading {
  const plain = text.replace(/[\s\u00a0\u202f'’]/g, '').replace('\u2212', '-');
  if (plain === '') return { value: 0 };
  const parts = /^(-?)(\d*(?:[.,]\d{3})*?)(?:([.,])(\d+))?$/.exec(groupingAside(plain, language));
  if (!parts || (!parts[2] && !parts[4])) return { problem: 'not_a_number' };
  const whole = (parts[2] ?? '').replace(/[.,]/g, '');
  const fraction = parts[4] ?? '';
  if (fraction.replace(/0+$/, '').length > decimals) return { problem: 'too_many_decimals' };
  const value = Number(`${whole || '0'}${fraction.slice(0, decimals).padEnd(decimals, '0')}`);
  if (!Number.isSafeInteger(value)) return { problem: 'out_of_range' };
  return { value: parts[1] ? -value : value };
}

/** `1.234` is a thousand and more where the point groups. */
function groupingAside(text: string, language: Language): string {
  const sign = language === 'en' ? ',' : '.';
  const pattern = sign === '.' ? /^(-?[1-9]\d{0,2})\.(\d{3})$/ : /^(-?[1-9]\d{0,2}),(\d{3})$/;
  return text.replace(pattern, '$1$2');
}

/** An integer with decimals as text to be edited: no grouping, no more zeros than needed. */
export function writeNumber(value: number, decimals: number, atLeast: number, language: Language): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  const kept = Math.max(fraction.replace(/0+$/, '').length, atLeast);
  const sign = value < 0 ? '-' : '';
  return kept === 0
    ? `${sign}${whole}`
    : `${sign}${whole}${language === 'en' ? '.' : ','}${fraction.slice(0, kept)}`;
}

/** A typed number in the other language's way of writing; what cannot be read stays as typed. */
export function rewriteNumber(
  text: string,
  from: Language,
  to: Language,
  decimals: number,
  atLeast: number,
): string {
  if (from === to || text.trim() === '') return text;
  const reading = readNumber(text, from, decimals);
  return 'value' in reading ? writeNumber(reading.value, decimals, atLeast, to) : text;
}
