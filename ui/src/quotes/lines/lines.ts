/**
 * The lines of a quote while they are edited. Each has a key of its own, so that it stays itself when lines
 * move; the core knows only their order. All functions answer new lists.
 */
import type { LineKind, Product, QuoteLineInput } from '$ipc/bindings';

export interface Line extends QuoteLineInput {
  readonly key: string;
}

export type LineField =
  'title' | 'details' | 'quantity' | 'unit' | 'unit_price' | 'unit_cost' | 'discount' | 'vat_rate';

let count = 0;

/** Gives lines from the core their keys. */
export function keyed(lines: readonly QuoteLineInput[]): Line[] {
  return lines.map((line) => ({ ...line, key: newKey() }));
}

/** Takes the keys away: lines as the core wants them. */
export function withoutKeys(lines: readonly Line[]): QuoteLineInput[] {
  return lines.map(({ key: _, ...line }) => line);
}

/** A new, empty line. `vat_rate` is the company's usual one, as text. */
export function blankLine(kind: LineKind, vat_rate: string): Line {
  const item = kind === 'item';
  return {
    key: newKey(),
    kind,
    product_id: null,
    title: '',
    details: '',
    quantity: item ? '1' : '',
    unit: '',
    unit_price: '',
    unit_cost: '',
    discount: '',
    vat_rate: item ? vat_rate : '',
    optional: false,
  };
}

/** A line from the catalogue; its numbers are given as text already. */
export function productLine(
  product: Product,
  texts: Pick<QuoteLineInput, 'unit_price' | 'unit_cost' | 'vat_rate'>,
): Line {
  return {
    ...blankLine('item', texts.vat_rate),
    ...texts,
    product_id: product.id,
    title: product.title,
    details: product.details,
    unit: product.unit,
  };
}

/** Whether nothing was written on a line yet. */
export function isBlank(line: Line): boolean {
  return [line.title, line.details, line.unit_price, line.unit_cost, line.discount].every(
    (text) => !text.trim(),
  );
}

export function placeOf(lines: readonly Line[], key: string): number {
  return lines.findIndex((line) => line.key === key);
}

export function changed(lines: readonly Line[], key: string, change: Partial<QuoteLineInput>): Line[] {
  return lines.map((line) => (line.key === key ? { ...line, ...change } : line));
}

export function inserted(lines: readonly Line[], place: number, line: Line): Line[] {
  return [...lines.slice(0, place), line, ...lines.slice(place)];
}

export function removed(lines: readonly Line[], key: string): Line[] {
  return lines.filter((line) => line.key !== key);
}

/** What moves together from a place on: a line alone, a heading with its lines. `end` is after the last. */
export function blockAt(lines: readonly Line[], place: number): { start: number; end: number } {
  if (lines[place]?.kind !== 'section') return { start: place, end: place + 1 };
  const next = lines.findIndex((line, other) => other > place && line.kind === 'section');
  return { start: place, end: next < 0 ? lines.length : next };
}

/**
 * Moves what stands at `from` before what stands at `to` (`lines.length`: to the end). A heading takes its
 * lines along and lands between sections, never inside one.
 */
export function moved(lines: readonly Line[], from: number, to: number): Line[] {
  const block = blockAt(lines, from);
  const target = lines[from]?.kind === 'section' ? nearestBoundary(lines, to) : to;
  if (target >= block.start && target <= block.end) return [...lines];
  const moving = lines.slice(block.start, block.end);
  const before = lines.slice(0, target).filter((line) => !moving.includes(line));
  const after = lines.slice(target).filter((line) => !moving.includes(line));
  return [...before, ...moving, ...after];
}

/** Moves one step up (-1) or down (1): a line past its neighbour, a heading past the neighbouring section. */
export function stepped(lines: readonly Line[], from: number, step: 1 | -1): Line[] {
  const block = blockAt(lines, from);
  if (lines[from]?.kind !== 'section') {
    return moved(lines, from, step < 0 ? Math.max(0, from - 1) : Math.min(lines.length, from + 2));
  }
  if (step > 0)
    return block.end < lines.length ? moved(lines, from, blockAt(lines, block.end).end) : [...lines];
  const earlier = boundaries(lines).filter((place) => place < from);
  return moved(lines, from, earlier[earlier.length - 1] ?? from);
}

/** The letter of each section, in order: A, B, … Z, AA, as the document shows it. */
export function sectionLetters(lines: readonly Line[]): Map<string, string> {
  const sections = lines.filter((line) => line.kind === 'section');
  return new Map(sections.map((line, place) => [line.key, letter(place)]));
}

/** Where sections begin, with the very beginning and end. */
function boundaries(lines: readonly Line[]): number[] {
  const starts = lines.flatMap((line, place) => (line.kind === 'section' || place === 0 ? [place] : []));
  return [...starts, lines.length];
}

function nearestBoundary(lines: readonly Line[], to: number): number {
  return boundaries(lines).reduce(
    (best, place) => (Math.abs(place - to) < Math.abs(best - to) ? place : best),
    0,
  );
}

function letter(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letter(Math.floor(place / 26) - 1) + last;
}

function newKey(): string {
  count += 1;
  return `line-${String(count)}`;
}
