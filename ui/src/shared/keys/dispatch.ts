/**
 * Turns key events into commands. Single letters are off while text has focus, and can be switched off
 * altogether (WCAG 2.1.4); while a dialog or menu is open only that has keys.
 */
import { chordOf, isSingleLetter } from './chord';
import { beginsSequence, commandFor } from './commands.svelte';
import { keyPreference } from './preference.svelte';

/** How long the first key of a sequence waits for the next, in milliseconds. */
const sequencePatience = 1500;

/** Listens on the window until the result is called. */
export function listenForKeys(target: Window = window): () => void {
  let begun = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function forget(): void {
    begun = '';
    clearTimeout(timer);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || modifierAlone(event)) return;
    const chord = chordOf(event);
    if (blocked(event, chord)) return forget();

    const keys = begun ? `${begun} ${chord}` : chord;
    const command = commandFor(keys);
    if (command) {
      forget();
      event.preventDefault();
      command.run();
    } else if (beginsSequence(keys)) {
      event.preventDefault();
      begun = keys;
      clearTimeout(timer);
      timer = setTimeout(forget, sequencePatience);
    } else {
      forget();
    }
  }

  target.addEventListener('keydown', onKey);
  return () => {
    forget();
    target.removeEventListener('keydown', onKey);
  };
}

function modifierAlone(event: KeyboardEvent): boolean {
  return ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Process'].includes(event.key);
}

function blocked(event: KeyboardEvent, chord: string): boolean {
  const element = event.target instanceof Element ? event.target : null;
  if (overlayOpen() && !element?.closest('[data-keys="through"]')) return true;
  // In a text, undo is the text's own.
  if (chord === 'mod+z') return takesText(element);
  if (!isSingleLetter(chord)) return false;
  return !keyPreference.letters || takesText(element);
}

/** Whether a key pressed there is meant as text. */
export function takesText(element: Element | null): boolean {
  if (!element) return false;
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  return element.matches(
    'textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], [role="combobox"], ' +
      'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="range"])',
  );
}

function overlayOpen(): boolean {
  return (
    document.querySelector('[role="dialog"][data-state="open"], [role="alertdialog"], [role="menu"]') !== null
  );
}
