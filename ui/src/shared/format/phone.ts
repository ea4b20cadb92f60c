/**
 * Phone numbers as people read them. The core keeps them in E.164 (`+32470123456`); Belgian ones are shown
 * as dialled at home, those of the neighbours in groups after the country's code, others as they are kept.
 */

/** A number for showing: `0470 12 34 56`, `081 00 41 27`, `+33 6 12 34 56 78`. */
export function phoneText(number: string): string {
  const digits = number.replace(/[\s.\-/()]/g, '');
  if (!/^\+\d{7,15}$/.test(digits)) return number;
  if (digits.startsWith('+32')) return belgian(digits.slice(3));
  const code = neighbours.find((known) => digits.startsWith(known));
  return code ? `${code}\u00a0${inPairs(digits.slice(code.length))}` : digits;
}

const neighbours = ['+352', '+31', '+33', '+44', '+49'];
/** Belgian zones of one digit: Brussels, Antwerp, Liège, Ghent. */
const shortZones = new Set(['2', '3', '4', '9']);

function belgian(rest: string): string {
  if (/^4\d{8}$/.test(rest)) return `0${rest.slice(0, 3)}\u00a0${inPairs(rest.slice(3))}`;
  if (!/^\d{8}$/.test(rest)) return `+32\u00a0${rest}`;
  if (shortZones.has(rest.charAt(0))) {
    return `0${rest.charAt(0)}\u00a0${rest.slice(1, 4)}\u00a0${inPairs(rest.slice(4))}`;
  }
  return `0${rest.slice(0, 2)}\u00a0${inPairs(rest.slice(2))}`;
}

/** Groups of two from the right, so that an odd digit stands first. */
function inPairs(digits: string): string {
  const odd = digits.length % 2;
  const pairs = digits.slice(odd).match(/../g) ?? [];
  return [digits.slice(0, odd), ...pairs].filter(Boolean).join('\u00a0');
}
