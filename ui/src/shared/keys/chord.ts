/**
 * Keys as the keymap writes them: `mod+enter` is one chord, `g t` a sequence of two.
 * `mod` is Ctrl, and Command on a Mac.
 */

export const onMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent);

const modifierNames = new Set(['mod', 'alt', 'shift']);

/** The chord that a key event stands for, in keymap notation: `mod+shift+p`, `r`, `?`. */
export function chordOf(event: KeyboardEvent): string {
  const key = keyName(event);
  const parts: string[] = [];
  if (onMac ? event.metaKey : event.ctrlKey) parts.push('mod');
  if (event.altKey) parts.push('alt');
  // For printable signs Shift is already in the sign: `?` is `?` on every layout.
  if (event.shiftKey && (key.length > 1 || parts.length > 0)) parts.push('shift');
  return [...parts, key].join('+');
}

function keyName(event: KeyboardEvent): string {
  if (event.key === ' ') return 'space';
  return event.key.length === 1 ? event.key.toLowerCase() : event.key.toLowerCase().replace('arrow', '');
}

/** True for a key without modifier that would be text in a field. */
export function isSingleLetter(chord: string): boolean {
  return chord.length === 1;
}

/** Signs for keys that print no letter; the named ones come from the language's catalogue. */
const signs: Record<string, string> = {
  shift: '⇧',
  enter: '↵',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  space: '␣',
};

/** Names of keys that keyboards print in words, per language. */
export interface KeyWords {
  ctrl: string;
  alt: string;
  escape: string;
  delete: string;
  tab: string;
}

/** What is printed on the key caps: one entry per chord of a sequence, modifiers joined to their key. */
export function keyCaps(keys: string, words: KeyWords): string[] {
  const named: Record<string, string> = {
    ...signs,
    mod: onMac ? '⌘' : words.ctrl,
    alt: onMac ? '⌥' : words.alt,
    escape: words.escape,
    delete: words.delete,
    tab: words.tab,
  };
  return keys.split(' ').map((chord) =>
    chord
      .split('+')
      .map((part) => named[part] ?? part.toUpperCase())
      .join(' '),
  );
}

/** The same for `aria-keyshortcuts` (WAI-ARIA 1.2 §6.6): modifiers by their DOM names. */
export function ariaShortcut(keys: string): string {
  return keys
    .split(' ')
    .map((chord) => chord.split('+').map(domName).join('+'))
    .join(' ');
}

function domName(part: string): string {
  if (part === 'mod') return onMac ? 'Meta' : 'Control';
  if (modifierNames.has(part) || part.length > 1) return part.charAt(0).toUpperCase() + part.slice(1);
  return part.toUpperCase();
}
