/** A line dragged by its handle with the pointer; a handle that was only pressed opens the line's menu. */
import type { LineGrid } from './grid.svelte';
import { blockAt, moved, placeOf } from './lines';

/** CSS pixels before a press becomes a drag. */
const threshold = 4;
/** How near an edge of the scroller it begins to scroll, and how fast. */
const edge = 28;
const scrollStep = 10;

export class LineDrag {
  /** The keys of the lines that move. */
  moving = $state.raw<readonly string[]>([]);
  /** Where they would land: CSS pixels from the upper edge of the table. */
  mark = $state<number | null>(null);

  #grid: LineGrid;
  #table: () => HTMLElement | undefined;
  #to = 0;

  constructor(grid: LineGrid, table: () => HTMLElement | undefined) {
    this.#grid = grid;
    this.#table = table;
  }

  press(key: string, down: PointerEvent): void {
    if (down.button !== 0) return;
    const startY = down.clientY;
    let dragging = false;

    const move = (event: PointerEvent): void => {
      if (!dragging && Math.abs(event.clientY - startY) < threshold) return;
      if (!dragging) this.#begin(key);
      dragging = true;
      this.#follow(event.clientY);
    };
    const end = (event: Event): void => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', escape, true);
      const dropped = event.type === 'pointerup';
      if (dropped && dragging) void this.#grid.reorder(key, (lines, from) => moved(lines, from, this.#to));
      else if (dropped) void this.#grid.edit({ key, column: 'handle' });
      this.moving = [];
      this.mark = null;
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(event);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', escape, true);
  }

  #begin(key: string): void {
    const { lines } = this.#grid;
    const { start, end } = blockAt(lines, placeOf(lines, key));
    this.moving = lines.slice(start, end).map((line) => line.key);
    this.#grid.arrived({ key, column: 'handle' });
  }

  #follow(y: number): void {
    const table = this.#table();
    if (!table) return;
    const rows = [...table.querySelectorAll<HTMLElement>('[data-line]')].map((row) =>
      row.getBoundingClientRect(),
    );
    const below = rows.findIndex((row) => y < row.top + row.height / 2);
    this.#to = below < 0 ? rows.length : below;
    const at = below < 0 ? rows[rows.length - 1]?.bottom : rows[below]?.top;
    this.mark = at === undefined ? null : at - table.getBoundingClientRect().top;

    const scroller = table.closest('[data-scrolls]');
    const bounds = scroller?.getBoundingClientRect();
    if (!scroller || !bounds) return;
    if (y < bounds.top + edge) scroller.scrollTop -= scrollStep;
    else if (y > bounds.bottom - edge) scroller.scrollTop += scrollStep;
  }
}
