/** What can be done with one line, as the entries of its menu. */
import { core } from '$ipc/client';
import { attempt } from '$shared/actions';
import type { MenuEntry } from '$shared/components/Menu.svelte';
import { m } from '$shared/messages/index.svelte';
import { showToast } from '$shared/toasts.svelte';
import type { LineGrid } from './grid.svelte';
import { blankLine, changed, type Line } from './lines';

export function lineEntries(grid: LineGrid, line: Line): MenuEntry[] {
  const words = m.quoteLines.actions;
  const item = line.kind === 'item';
  return [
    {
      label: words.edit,
      icon: 'pencil',
      run: () => void grid.edit({ key: line.key, column: 'description' }),
    },
    ...(item
      ? [
          {
            label: line.optional ? words.noOption : words.option,
            icon: 'check-ring' as const,
            key: 'o',
            run: () => toggleOption(grid, line),
          },
        ]
      : []),
    { label: words.insertBelow, icon: 'plus', run: () => void grid.add('item', line.key) },
    { label: words.duplicate, icon: 'copy', run: () => void duplicate(grid, line) },
    'separator',
    { label: words.moveUp, icon: 'chevron-up', run: () => void grid.move(line.key, -1) },
    { label: words.moveDown, icon: 'chevron-down', run: () => void grid.move(line.key, 1) },
    ...(item && line.title.trim() && !line.product_id
      ? ([
          'separator',
          { label: words.saveProduct, icon: 'box', run: () => void saveProduct(grid, line) },
        ] satisfies MenuEntry[])
      : []),
    'separator',
    {
      label: line.kind === 'section' ? words.removeSection : words.remove,
      icon: 'trash',
      danger: true,
      run: () => void grid.remove(line.key),
    },
  ];
}

/** Makes a line an option, outside the total, or no longer. */
export function toggleOption(grid: LineGrid, line: Line): void {
  if (line.kind !== 'item') return;
  grid.session.changeLines(changed(grid.lines, line.key, { optional: !line.optional }));
}

async function duplicate(grid: LineGrid, line: Line): Promise<void> {
  const { key } = blankLine(line.kind, '');
  await grid.insert({ ...line, key }, line.key, 'description', false);
}

async function saveProduct(grid: LineGrid, line: Line): Promise<void> {
  const { title, details, unit, unit_price, unit_cost, vat_rate } = line;
  const id = await attempt(() =>
    core.productSave(null, { code: '', title, details, unit, unit_price, unit_cost, vat_rate }),
  );
  if (id === undefined) return;
  grid.session.changeLines(changed(grid.lines, line.key, { product_id: id }));
  showToast({ text: m.quoteLines.savedProduct, detail: title });
}
