/** What can be done in the editor of a quote, by key, in the palette and in its menu. */
import type { MenuEntry } from '$shared/components/Menu.svelte';
import type { Command } from '$shared/keys/commands.svelte';
import { m } from '$shared/messages/index.svelte';
import { navigation } from '$shared/navigation.svelte';
import { dismissToast } from '$shared/toasts.svelte';
import type { LineGrid } from '../lines/grid.svelte';
import { toggleOption } from '../lines/lineMenu';
import type { EditorSession } from './session.svelte';

export interface QuoteActions {
  finalise: () => void;
  send: () => void;
  revise: () => void;
  accept: () => void;
  refuse: () => void;
  discard: () => void;
  pickProduct: () => void;
  print: () => void;
  savePdf: () => void;
  openPdf: () => void;
}

export function quoteCommands(session: EditorSession, grid: LineGrid, actions: QuoteActions): Command[] {
  const editable = (): boolean => session.editable;
  const isDraft = (): boolean => session.detail.state === 'draft';
  const onLine = (): boolean => editable() && grid.line !== undefined;
  const add = m.quoteLines.add;
  const line = m.quoteLines.actions;
  return [
    command('send', () => m.quotes.head.send, actions.send, {
      icon: 'paper-plane',
      keys: 'mod+enter',
      enabled: () => isDraft() || session.detail.state === 'finalised' || session.detail.state === 'sent',
    }),
    command('finalise', () => m.quotes.head.finalise, actions.finalise, { icon: 'lock', enabled: isDraft }),
    command(
      'undo',
      () => m.quotes.head.undo,
      () => step(() => session.undo()),
      {
        icon: 'undo',
        keys: 'mod+z',
        enabled: () => editable() && session.canUndo,
      },
    ),
    command(
      'redo',
      () => m.quotes.head.redo,
      () => step(() => session.redo()),
      {
        keys: 'mod+shift+z',
        enabled: () => editable() && session.canRedo,
      },
    ),
    command(
      'line',
      () => add.line,
      () => void grid.add('item', grid.line?.key),
      {
        icon: 'plus',
        keys: 'shift+enter',
        enabled: editable,
      },
    ),
    command('product', () => add.product, actions.pickProduct, { icon: 'box', keys: '/', enabled: editable }),
    command(
      'section',
      () => add.section,
      () => void grid.add('section'),
      { icon: 'list', enabled: editable },
    ),
    command(
      'text',
      () => add.text,
      () => void grid.add('text'),
      { icon: 'text-lines', enabled: editable },
    ),
    command(
      'option',
      () => line.option,
      () => grid.line && toggleOption(grid, grid.line),
      {
        icon: 'check-ring',
        keys: 'o',
        enabled: () => onLine() && grid.line?.kind === 'item',
      },
    ),
    command(
      'line-up',
      () => line.moveUp,
      () => grid.line && void grid.move(grid.line.key, -1),
      {
        keys: 'alt+up',
        keyOnly: true,
        enabled: onLine,
      },
    ),
    command(
      'line-down',
      () => line.moveDown,
      () => grid.line && void grid.move(grid.line.key, 1),
      {
        keys: 'alt+down',
        keyOnly: true,
        enabled: onLine,
      },
    ),
    command(
      'line-remove',
      () => line.remove,
      () => grid.line && void grid.remove(grid.line.key),
      {
        icon: 'trash',
        keys: 'mod+delete',
        enabled: onLine,
      },
    ),
    command('print', () => m.quoteLines.preview.print, actions.print, { icon: 'print', keys: 'mod+p' }),
    command('save-pdf', () => m.quoteLines.preview.save, actions.savePdf, { icon: 'download' }),
    command('open-pdf', () => m.quoteLines.preview.open, actions.openPdf, { icon: 'external' }),
    command('accept', () => m.quotes.head.accept, actions.accept, {
      icon: 'check',
      status: 'quote_accepted',
      enabled: () => canBeDecided(session),
    }),
    command('refuse', () => m.quotes.head.refuse, actions.refuse, {
      icon: 'cross',
      status: 'quote_refused',
      enabled: () => canBeDecided(session),
    }),
    command(
      'request',
      () => m.quotes.head.openRequest,
      () => openRequest(session),
      { icon: 'inbox' },
    ),
  ];
}

/** The entries behind the three dots. */
export function quoteEntries(session: EditorSession, actions: QuoteActions): MenuEntry[] {
  const words = m.quotes.head;
  const { state, contact_id, decided_at } = session.detail;
  const decide: MenuEntry[] = canBeDecided(session)
    ? [
        { label: words.accept, status: 'quote_accepted', checked: state === 'accepted', run: actions.accept },
        {
          label: words.refuse,
          status: 'quote_refused',
          checked: state === 'refused' && decided_at !== null,
          run: actions.refuse,
        },
        ...(state === 'sent'
          ? [{ label: words.sendAgain, icon: 'paper-plane' as const, run: actions.send }]
          : []),
        'separator',
      ]
    : [];
  return [
    ...decide,
    { label: m.quoteLines.preview.print, icon: 'print', run: actions.print },
    { label: m.quoteLines.preview.save, icon: 'download', run: actions.savePdf },
    { label: m.quoteLines.preview.open, icon: 'external', run: actions.openPdf },
    'separator',
    { label: words.openRequest, icon: 'inbox', run: () => openRequest(session) },
    ...(contact_id
      ? [
          {
            label: words.openContact,
            icon: 'user' as const,
            run: () => navigation.go({ name: 'contacts', contact: contact_id }),
          },
        ]
      : []),
    ...(state === 'draft'
      ? ([
          'separator',
          { label: words.discard, icon: 'trash', danger: true, run: actions.discard },
        ] satisfies MenuEntry[])
      : []),
  ];
}

function command(
  id: string,
  title: () => string,
  run: () => void,
  more: Omit<Command, 'id' | 'section' | 'title' | 'run'>,
): Command {
  return { id: `quote-${id}`, section: 'selection', title, run, ...more };
}

/** By key, the offer of a toast to take back the same thing is over. */
function step(run: () => void): void {
  dismissToast();
  run();
}

function canBeDecided(session: EditorSession): boolean {
  return ['finalised', 'sent', 'accepted', 'refused'].includes(session.detail.state);
}

function openRequest(session: EditorSession): void {
  navigation.go({ name: 'requests', request: session.detail.request_id });
}
