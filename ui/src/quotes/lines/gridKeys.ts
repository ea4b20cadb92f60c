/** The keys of the table of lines. Each answers whether the key was its own. */
import type { LineGrid } from './grid.svelte';
import type { Column } from './gridPlaces';
import { placeOf, type LineField } from './lines';

const pageStep = 10;

/** The field that a figure typed on a cell goes into, and that Delete empties. */
const figureFields: Partial<Record<Column, LineField>> = {
  quantity: 'quantity',
  price: 'unit_price',
  discount: 'discount',
  margin: 'unit_cost',
};

export function handleKey(grid: LineGrid, event: KeyboardEvent): boolean {
  if (grid.menuOpen || event.isComposing || !grid.at) return false;
  if (movesLine(grid, event)) return true;
  return grid.editing ? whileEditing(grid, event) : betweenCells(grid, event);
}

function movesLine(grid: LineGrid, event: KeyboardEvent): boolean {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
  if (!grid.at || !event.altKey || event.ctrlKey || event.metaKey || step === undefined) return false;
  void grid.move(grid.at.key, step);
  return true;
}

function whileEditing(grid: LineGrid, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const field = event.target;
  const isArea = field instanceof HTMLTextAreaElement;
  switch (event.key) {
    case 'Escape':
      void grid.restore();
      return true;
    case 'Enter':
      if (isArea) return false;
      void grid.enter();
      return true;
    case 'Tab':
      return staysInCell(field, event.shiftKey) ? false : grid.tab(event.shiftKey ? -1 : 1);
    case 'ArrowUp':
    case 'ArrowDown':
      if (isArea || grid.at?.column === 'description') return false;
      void grid.by(0, event.key === 'ArrowUp' ? -1 : 1);
      return true;
    default:
      return false;
  }
}

/** Whether the cell has another field in that direction, to which Tab goes by itself. */
function staysInCell(field: EventTarget | null, back: boolean): boolean {
  if (!(field instanceof HTMLElement)) return false;
  const fields = [...(field.closest('[data-cell]')?.querySelectorAll('[data-field]') ?? [])];
  return fields[fields.indexOf(field) + (back ? -1 : 1)] !== undefined;
}

function betweenCells(grid: LineGrid, event: KeyboardEvent): boolean {
  const { at } = grid;
  if (!at || event.altKey) return false;
  const wide = event.ctrlKey || event.metaKey;
  const moves: Record<string, () => Promise<void>> = {
    ArrowUp: () => grid.by(0, -1),
    ArrowDown: () => grid.by(0, 1),
    ArrowLeft: () => grid.by(-1, 0),
    ArrowRight: () => grid.by(1, 0),
    Home: () => grid.toEdge(-1, wide),
    End: () => grid.toEdge(1, wide),
    PageUp: () => grid.by(0, -pageStep),
    PageDown: () => grid.by(0, pageStep),
  };
  const move = moves[event.key];
  if (move) return started(move());
  if (wide) return isRemoval(event) && started(grid.remove(at.key));
  if (event.key === 'F2' || event.key === 'Enter') return opens(grid, event.shiftKey);
  return figure(grid, event);
}

function opens(grid: LineGrid, below: boolean): boolean {
  const { at } = grid;
  if (!at || !grid.session.editable) return false;
  if (below || at.column === 'total') return started(grid.add('item', at.key));
  return started(grid.edit(at));
}

/** Digits begin to type over; Delete empties. */
function figure(grid: LineGrid, event: KeyboardEvent): boolean {
  const field = grid.at ? figureFields[grid.at.column] : undefined;
  if (!field || !grid.at || !grid.session.editable || placeOf(grid.lines, grid.at.key) < 0) return false;
  if (/^[\d,.-]$/.test(event.key)) return started(grid.type(field, event.key));
  if (event.key !== 'Delete' && event.key !== 'Backspace') return false;
  grid.write(grid.at.key, field, '');
  grid.session.endStep();
  return true;
}

function isRemoval(event: KeyboardEvent): boolean {
  return event.key === 'Delete' || event.key === 'Backspace';
}

function started(_action: Promise<void>): true {
  return true;
}
