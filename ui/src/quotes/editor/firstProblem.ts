import type { Column, Place } from '../lines/gridPlaces';
import type { EditorSession } from './session.svelte';

const columnOf: Partial<Record<string, Column>> = {
  quantity: 'quantity',
  unit_price: 'price',
  discount: 'discount',
  vat_rate: 'vat',
  unit_cost: 'margin',
};

/** The first cell of the lines that cannot be read, if there is one. */
export function firstProblem(session: EditorSession): Place | null {
  for (const { key } of session.content.lines) {
    const field = Object.keys(session.computed.byLine.get(key)?.problems ?? {})[0];
    const column = field && columnOf[field];
    if (column) return { key, column };
  }
  return null;
}
