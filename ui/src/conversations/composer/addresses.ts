import type { Person } from '$ipc/bindings';

/**
 * A recipient as typed: `Name <address>` or an address alone. Whether the address is one is judged by the
 * core when the mail is sent; here only what plainly is none is refused.
 */
export function personFrom(typed: string): Person | null {
  const text = typed.trim().replace(/[,;]+$/, '');
  const framed = /^\s*"?([^"<]*)"?\s*<([^<>\s]+)>$/.exec(text);
  const person = framed
    ? { name: (framed[1] ?? '').trim(), address: framed[2] ?? '' }
    : { name: '', address: text };
  return looksLikeAddress(person.address) ? person : null;
}

/** Whether it has the shape of an address: something, @, something without spaces. */
export function looksLikeAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}
