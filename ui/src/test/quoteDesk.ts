/** The editor of one quote for tests, without the rest of the window. */
import { waitFor } from '@testing-library/svelte';
import type { UserEvent } from '@testing-library/user-event';
import { core } from '$ipc/client';
import type { FakeBackend, World } from '$ipc/fake';
import { navigation } from '$shared/navigation.svelte';
import QuoteRoom from '$src/quotes/QuoteRoom.svelte';
import { begin, plain, showRoom } from './roomDesk';

export interface QuoteDesk {
  backend: FakeBackend;
  user: UserEvent;
  /** The quote that is open. */
  id: string;
}

/** Opens version 2 of the sample bathroom: a draft with all its lines. */
export async function openDraft(world?: World): Promise<QuoteDesk> {
  const backend = await begin(world);
  return shown(backend, await core.quoteRevise('quote-83'));
}

/** Opens the bathroom as it was sent: frozen. */
export async function openSent(world?: World): Promise<QuoteDesk> {
  return shown(await begin(world), 'quote-83');
}

async function shown(backend: FakeBackend, id: string): Promise<QuoteDesk> {
  navigation.go({ name: 'quote', quote: id });
  const user = showRoom(QuoteRoom, { quote: id, width: 1280 });
  await waitFor(table);
  return { backend, id, user };
}

export function table(): HTMLElement {
  return one('[role="grid"]');
}

/** The field of a cell that is being edited, by its accessible name. */
export function field(name: string): HTMLInputElement {
  return one(`[role="grid"] [aria-label="${name}"]`);
}

/** The row whose description holds these words. */
export function lineRow(words: string): HTMLElement {
  const row = rows().find((candidate) => candidate.textContent.includes(words));
  if (!row) throw new Error(`no line ${words}`);
  return row;
}

/** A cell of that row: `price`, `quantity`, … */
export function cell(words: string, column: string): HTMLElement {
  const found = lineRow(words).querySelector<HTMLElement>(`[data-cell$=".${column}"]`);
  if (!found) throw new Error(`no cell ${column}`);
  return found;
}

/** How many lines there are. */
export function lineCount(): number {
  return rows().length;
}

/** The place of the line with that description, counted from 0. */
export function placeOf(words: string): number {
  return rows().indexOf(lineRow(words));
}

/** Types over what stands in a cell, and goes on with Enter. */
export async function retype(
  user: UserEvent,
  words: string,
  column: string,
  name: string,
  text: string,
): Promise<void> {
  cell(words, column).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => field(name));
  await user.clear(field(name));
  await user.keyboard(`${text}{Enter}`);
}

/** A figure of the totals: what stands beside these words. */
export function total(words: string): string {
  const term = [...document.querySelectorAll('footer dt')].find((dt) =>
    dt.textContent.trim().startsWith(words),
  );
  return plain(term?.nextElementSibling?.textContent ?? '');
}

/** Waits until the editor says that all is saved. */
export async function saved(): Promise<void> {
  await waitFor(() => {
    if (!document.querySelector('header')?.textContent.includes('Enregistré.'))
      throw new Error('not saved yet');
  });
}

function rows(): HTMLElement[] {
  return [...table().querySelectorAll<HTMLElement>('[data-line]')];
}

function one<Found extends HTMLElement>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
