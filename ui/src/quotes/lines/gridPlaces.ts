/** The cells of the table of lines: which a line has, and which lies in some direction. */
import { placeOf, type Line } from './lines';

export const columns = [
  'handle',
  'description',
  'quantity',
  'price',
  'discount',
  'vat',
  'total',
  'margin',
] as const;
export type Column = (typeof columns)[number];

export interface Place {
  key: string;
  column: Column;
}

const ofSection: readonly Column[] = ['handle', 'description', 'total'];
const ofText: readonly Column[] = ['handle', 'description'];

/** Columns that are edited by typing; the handle and the VAT rate have menus, the total has neither. */
export const typedColumns: ReadonlySet<Column> = new Set([
  'description',
  'quantity',
  'price',
  'discount',
  'margin',
]);

export function columnsOf(line: Line): readonly Column[] {
  if (line.kind === 'section') return ofSection;
  return line.kind === 'text' ? ofText : columns;
}

/** The column itself, or where a line has not got it, the last before it. */
export function nearest(line: Line, wanted: Column): Column {
  const own = columnsOf(line);
  const upTo = columns.slice(0, columns.indexOf(wanted) + 1).filter((column) => own.includes(column));
  return upTo[upTo.length - 1] ?? 'description';
}

/** The cell so many columns and lines further; at an edge it stays. `wish` is the column the arrows keep to. */
export function cellBy(
  lines: readonly Line[],
  at: Place,
  wish: Column,
  across: number,
  down: number,
): Place | undefined {
  const line = lines[clamp(placeOf(lines, at.key) + down, lines.length)];
  if (!line) return undefined;
  const own = columnsOf(line);
  const column = nearest(line, across === 0 ? wish : at.column);
  return { key: line.key, column: own[clamp(own.indexOf(column) + across, own.length)] ?? column };
}

/** The first or last cell of a line. */
export function edgeCell(line: Line | undefined, side: -1 | 1): Place | undefined {
  if (!line) return undefined;
  const own = columnsOf(line);
  const column = side < 0 ? own[0] : own[own.length - 1];
  return column && { key: line.key, column };
}

/** The next (1) or previous (-1) cell that is edited by typing. */
export function typedCellFrom(lines: readonly Line[], at: Place, step: 1 | -1): Place | undefined {
  const cells = lines.flatMap((line) =>
    columnsOf(line)
      .filter((column) => typedColumns.has(column))
      .map((column) => ({ key: line.key, column })),
  );
  const here = cells.findIndex((cell) => cell.key === at.key && cell.column === at.column);
  return here < 0 ? undefined : cells[here + step];
}

function clamp(place: number, length: number): number {
  return Math.min(Math.max(place, 0), length - 1);
}
