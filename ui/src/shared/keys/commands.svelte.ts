/**
 * What can be done now. Views register their commands while they are shown; keys, palette and the list
 * of keys all read from here, so that nothing has a key that is not in the palette, or the other way round.
 */
import { untrack } from 'svelte';
import type { IconName } from '../components/icons';

/** Where the palette lists a command: actions on what is selected first, then places, then the rest. */
export type CommandSection = 'selection' | 'create' | 'places' | 'application';

export interface Command {
  id: string;
  section: CommandSection;
  /** Words as shown in the palette and the list of keys; read when shown, in the language of then. */
  title: () => string;
  /** A second, quieter line: the reason, or what it will ask. */
  hint?: () => string | undefined;
  icon?: IconName;
  /** Status whose colour the icon takes. */
  status?: string;
  /** Chord or sequence: `r`, `s a`, `mod+k`. */
  keys?: string;
  /** Only in the list of keys and by key, not in the palette. */
  keyOnly?: boolean;
  /** False: known, but not now. */
  enabled?: () => boolean;
  /** Proposed now, from evidence: listed first. */
  proposed?: () => boolean;
  run: () => void;
}

interface Layer {
  commands: readonly Command[];
  /** What `selection` commands act on, by name. */
  about: string | undefined;
}

let layers = $state.raw<readonly Layer[]>([]);

/**
 * Registers a view's commands; call the result to take them away. Made for `$effect(() => offer([...]))`.
 * `about` names what its `selection` commands act on.
 */
export function offer(commands: readonly Command[], about?: string): () => void {
  const layer: Layer = { commands, about };
  layers = [...untrack(() => layers), layer];
  return () => {
    layers = untrack(() => layers).filter((other) => other !== layer);
  };
}

/** The name of what is selected, if something is. */
export function selectionOnOffer(): string | undefined {
  return layers.findLast((layer) => layer.about !== undefined)?.about;
}

/** Every command on offer; where two share an id or keys, the later registered (inner view) wins. */
export function commandsOnOffer(): Command[] {
  const all = layers.flatMap((layer) => layer.commands);
  return all.filter((command, place) => all.findLastIndex((other) => other.id === command.id) === place);
}

/** The command for exactly these keys, if there is one that may run now. */
export function commandFor(keys: string): Command | undefined {
  return commandsOnOffer()
    .reverse()
    .find((command) => command.keys === keys && (command.enabled?.() ?? true));
}

/** Whether some longer sequence starts with these keys. */
export function beginsSequence(keys: string): boolean {
  return commandsOnOffer().some(
    (command) => command.keys?.startsWith(`${keys} `) && (command.enabled?.() ?? true),
  );
}
