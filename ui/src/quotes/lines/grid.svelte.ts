/**
 * Where one is in the table of lines, and what the keys do there (WAI-ARIA grid): arrows go between cells,
 * Enter edits or opens a new line, Escape restores, Alt with arrows moves the line.
 */
import { tick } from 'svelte';
import { showToast } from '$shared/toasts.svelte';
import { m } from '$shared/messages/index.svelte';
import type { EditorSession } from '../editor/session.svelte';
import {
  blankLine,
  changed,
  inserted,
  isBlank,
  placeOf,
  removed,
  stepped,
  type Line,
  type LineField,
} from './lines';
import {
  cellBy,
  edgeCell,
  nearest,
  typedCellFrom,
  typedColumns,
  type Column,
  type Place,
} from './gridPlaces';

export class LineGrid {
  at = $state.raw<Place | null>(null);
  editing = $state(false);
  /** A menu of the current cell is open: the line's own, or its VAT rates. */
  menuOpen = $state(false);
  /** Told to readers after a line moved. */
  announcement = $state('');

  /** The column the arrows keep to on their way over headings, which have fewer. */
  #wish: Column = 'description';
  /** The field of the cell that gets the focus when it is edited: `title`, `details`, `quantity`, `unit`. */
  #field = '';
  #element: () => HTMLElement | undefined;
  #usualRate: () => string;

  constructor(
    readonly session: EditorSession,
    element: () => HTMLElement | undefined,
    usualRate: () => string,
  ) {
    this.#element = element;
    this.#usualRate = usualRate;
  }

  get lines(): readonly Line[] {
    return this.session.content.lines;
  }

  /** The line one is on. */
  get line(): Line | undefined {
    return this.lines.find((line) => line.key === this.at?.key);
  }

  /** The cell that Tab reaches. */
  isReachable(key: string, column: Column): boolean {
    if (this.line) return this.at?.key === key && this.at.column === column;
    return this.lines[0]?.key === key && column === 'description';
  }

  isEditing(key: string, column: Column): boolean {
    return this.editing && this.at?.key === key && this.at.column === column;
  }

  /** The name of the undo step while this line's cell is edited. */
  step(key: string, column: Column): string {
    return `${key}.${column}`;
  }

  /** Goes to a cell; what was being edited is done. */
  async go(place: Place): Promise<void> {
    this.#done();
    this.at = place;
    this.#wish = place.column;
    await this.focus();
  }

  /** The focus came to a cell by itself. */
  arrived(place: Place): void {
    if (this.at?.key === place.key && this.at.column === place.column) return;
    this.#done();
    this.at = place;
    this.#wish = place.column;
  }

  /** Puts the focus on the current cell, or into its field while it is edited. */
  async focus(): Promise<void> {
    await tick();
    const { at } = this;
    const cell = at && this.#element()?.querySelector<HTMLElement>(`[data-cell="${at.key}.${at.column}"]`);
    if (!cell) return;
    const field = this.editing ? this.#fieldIn(cell) : null;
    (field ?? cell).focus();
    if (field instanceof HTMLInputElement) field.select();
    cell.scrollIntoView({ block: 'nearest' });
  }

  #fieldIn(cell: HTMLElement): HTMLElement | null {
    const wanted = this.#field && cell.querySelector<HTMLElement>(`[data-field="${this.#field}"]`);
    return wanted || cell.querySelector<HTMLElement>('[data-field]');
  }

  /** Begins to edit a cell; the handle and the VAT rate open their menu instead. */
  async edit(place: Place, field = ''): Promise<void> {
    if (!this.session.editable) return this.go(place);
    this.#done();
    this.at = place;
    this.#wish = place.column;
    this.#field = field;
    this.editing = typedColumns.has(place.column);
    await this.focus();
    this.menuOpen = place.column === 'handle' || place.column === 'vat';
  }

  /** A figure typed on a cell begins to edit it in place of what stood there. */
  async type(field: LineField, text: string): Promise<void> {
    const { at } = this;
    if (!at || !this.session.editable) return;
    await this.edit(at, field);
    this.write(at.key, field, text);
    await tick();
    const input = document.activeElement;
    if (input instanceof HTMLInputElement) input.setSelectionRange(text.length, text.length);
  }

  /** What a cell holds is now this. */
  write(key: string, field: LineField, text: string): void {
    const step = this.at ? this.step(key, this.at.column) : null;
    this.session.changeLines(changed(this.lines, key, { [field]: text }), step);
  }

  /** The focus left the table. */
  leave(): void {
    this.#done();
  }

  /** Escape: what was typed in this cell is taken back; a new line on which nothing stands goes again. */
  async restore(): Promise<void> {
    const { at, line } = this;
    if (!at || !line) return;
    this.session.abandonStep(this.step(at.key, at.column));
    this.editing = false;
    if (this.line && isBlank(this.line) && this.lines.length > 1) return this.remove(at.key, true);
    await this.focus();
  }

  /** A new line below the given one, or at the end, being edited at once. */
  async add(kind: Line['kind'], below?: string): Promise<void> {
    await this.insert(blankLine(kind, this.#usualRate()), below, 'description', true);
  }

  /** Puts a line below the given one, or at the end, and goes to one of its cells. */
  async insert(line: Line, below: string | undefined, column: Column, editing: boolean): Promise<void> {
    if (!this.session.editable) return;
    const place = below === undefined ? -1 : placeOf(this.lines, below);
    this.#done();
    this.session.changeLines(inserted(this.lines, place < 0 ? this.lines.length : place + 1, line));
    await (editing ? this.edit({ key: line.key, column }) : this.go({ key: line.key, column }));
  }

  /** Removes a line; the focus goes to the next one. */
  async remove(key: string, silently = false): Promise<void> {
    if (!this.session.editable) return;
    const place = placeOf(this.lines, key);
    const next = this.lines[place + 1] ?? this.lines[place - 1];
    this.#done();
    this.session.changeLines(removed(this.lines, key));
    this.at = next
      ? { key: next.key, column: silently ? 'description' : (this.at?.column ?? 'description') }
      : null;
    if (!silently) {
      showToast({ text: m.quoteLines.removed, undo: () => this.session.undo() });
    }
    await this.#clamp();
  }

  /** Moves a line, or a section, by one step. */
  async move(key: string, step: 1 | -1): Promise<void> {
    await this.reorder(key, (lines, place) => stepped(lines, place, step));
  }

  /** Puts the lines into another order and tells where the line is now. */
  async reorder(key: string, order: (lines: readonly Line[], place: number) => Line[]): Promise<void> {
    if (!this.session.editable) return;
    const next = order(this.lines, placeOf(this.lines, key));
    if (next.every((line, place) => line === this.lines[place])) return;
    this.session.changeLines(next, `move.${key}`);
    const place = placeOf(next, key);
    const title = next[place]?.title.trim() || m.quoteLines.untitled;
    this.announcement = m.quoteLines.moved(title, place + 1, next.length);
    await this.focus();
  }

  /** Down to the same column of the next line; from the last of a section to a new line. */
  async enter(): Promise<void> {
    const { at, line } = this;
    if (!at || !line) return;
    const next = this.lines[placeOf(this.lines, at.key) + 1];
    if (isBlank(line) && line.kind === 'item') return this.restore();
    if (next && next.kind === 'item' && !next.optional) return this.go({ key: next.key, column: at.column });
    await this.add('item', at.key);
  }

  /** To the next (1) or previous (-1) cell that is typed in, editing; answers whether there is one. */
  tab(step: 1 | -1): boolean {
    const next = this.at && typedCellFrom(this.lines, this.at, step);
    if (!next) return false;
    void this.edit(next);
    return true;
  }

  /** Moves by columns and lines; at an edge it stays. */
  async by(across: number, down: number): Promise<void> {
    const wish = this.#wish;
    const next = this.at && cellBy(this.lines, this.at, wish, across, down);
    if (!next) return;
    await this.go(next);
    if (across === 0) this.#wish = wish;
  }

  /** To the first (-1) or last (1) cell of the line, or of the whole table. */
  async toEdge(side: -1 | 1, whole: boolean): Promise<void> {
    const line = whole ? (side < 0 ? this.lines[0] : this.lines[this.lines.length - 1]) : this.line;
    const next = edgeCell(line, side);
    if (next) await this.go(next);
  }

  #done(): void {
    this.editing = false;
    this.menuOpen = false;
    this.session.endStep();
  }

  async #clamp(): Promise<void> {
    const { at, line } = this;
    if (at && line) this.at = { key: at.key, column: nearest(line, at.column) };
    await this.focus();
  }
}
