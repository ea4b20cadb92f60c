/** What the palette lists: commands on offer that fit, then finds of the full-text search. */
import type { HitKind, SearchHit } from '$ipc/bindings';
import type { IconName } from '$shared/components/icons';
import { shortDate } from '$shared/format/dates';
import { commandsOnOffer, type Command, type CommandSection } from '$shared/keys/commands.svelte';
import { m } from '$shared/messages/index.svelte';
import { navigation } from '$shared/navigation.svelte';
import { matchTitle } from './matching';

export interface PaletteEntry {
  id: string;
  section: CommandSection | 'found';
  title: string;
  /** The part of the title that was typed. */
  start: number;
  end: number;
  hint?: string;
  icon?: IconName;
  status?: string;
  /** A person or company: initials instead of an icon. */
  person?: string;
  keys?: string;
  /** At the right, quietly. */
  aside?: string;
  current?: boolean;
  run: () => void;
}

/** Sections in their order; without a selection its section is empty. */
export const paletteSections = ['selection', 'create', 'places', 'application', 'found'] as const;

const mostPerSection = 8;

/** The commands that fit, best first in each section. */
export function commandEntries(typed: string, withSelection: boolean): PaletteEntry[] {
  return commandsOnOffer()
    .filter((command) => !command.keyOnly && (withSelection || command.section !== 'selection'))
    .map((command) => ({ command, match: matchTitle(command.title(), typed) }))
    .filter((fit): fit is { command: Command; match: NonNullable<typeof fit.match> } => fit.match !== null)
    .filter(({ command }) => (command.enabled?.() ?? true) || isCurrent(command))
    .sort((a, b) => Number(proposed(b.command)) - Number(proposed(a.command)) || a.match.rank - b.match.rank)
    .map(({ command, match }) => ({
      id: command.id,
      section: command.section,
      title: command.title(),
      start: match.start,
      end: match.end,
      hint: isCurrent(command) ? undefined : command.hint?.(),
      icon: command.icon,
      status: command.status,
      keys: isCurrent(command) ? undefined : command.keys,
      current: isCurrent(command),
      run: command.run,
    }));
}

/** The finds of a search as entries. */
export function foundEntries(hits: SearchHit[], typed: string): PaletteEntry[] {
  return hits.map((hit) => {
    const match = matchTitle(hit.title, typed);
    return {
      id: `${hit.kind}-${hit.id}`,
      section: 'found',
      title: hit.title,
      start: match?.start ?? 0,
      end: match?.end ?? 0,
      hint: hit.excerpt.replaceAll('\u2068', '').replaceAll('\u2069', ''),
      icon: hit.kind === 'contact' ? undefined : hitIcons[hit.kind],
      person: hit.kind === 'contact' ? hit.title : undefined,
      aside: shortDate(hit.at),
      run: () => go(hit),
    };
  });
}

/** At most so many of each section, in the order of the sections. */
export function arranged(entries: PaletteEntry[]): PaletteEntry[] {
  return paletteSections.flatMap((section) =>
    entries.filter((entry) => entry.section === section).slice(0, mostPerSection),
  );
}

/** The words at the head of a section. */
export function sectionTitle(section: PaletteEntry['section']): string {
  return m.palette[section];
}

const hitIcons: Record<Exclude<HitKind, 'contact'>, IconName> = {
  request: 'inbox',
  message: 'mail',
  note: 'lock',
  quote: 'document',
};

function proposed(command: Command): boolean {
  return command.proposed?.() ?? false;
}

function isCurrent(command: Command): boolean {
  return command.status !== undefined && command.hint?.() === m.palette.current;
}

function go(hit: SearchHit): void {
  if (hit.kind === 'contact') navigation.go({ name: 'contacts', contact: hit.id });
  else if (hit.kind === 'quote') navigation.go({ name: 'quote', quote: hit.id });
  else if (hit.request_id) navigation.go({ name: 'requests', request: hit.request_id });
}
