/** Moving by hand in the imitation: what was is remembered whole, and put back whole. */
import type { Entry, MessageId, Rearranged, RequestId, RequestRow } from '../bindings';
import type { Core } from '../client';
import { refuse, type World } from './world';

type RearrangingCalls = Pick<
  Core,
  'messageSplit' | 'messageMove' | 'messageTakeAsForward' | 'requestMerge' | 'rearrangementUndo'
>;

export function rearrangingCalls(world: World): RearrangingCalls {
  const undos = new Map<string, { back: () => void; request: RequestId }>();

  /** Moves entries and remembers how it was. */
  function carry(from: RequestId, to: RequestId, chosen: (entry: Entry) => boolean): Rearranged {
    const rows = world.rows;
    const [source, target] = [[...world.entries(from)], [...world.entries(to)]];
    for (const entry of source.filter(chosen)) {
      world.removeEntry(from, entry.id);
      world.addEntry(to, entry);
    }
    const id = world.newId('rearrangement');
    const back = () => {
      world.rows = rows;
      world.setEntries(from, source);
      world.setEntries(to, target);
      world.changed({ what: 'request', id: from });
      world.changed({ what: 'request', id: to });
    };
    undos.set(id, { back, request: from });
    world.changed({ what: 'request', id: from });
    world.changed({ what: 'request', id: to });
    return { id, request: to };
  }

  function place(message: MessageId): { row: RequestRow; index: number } {
    for (const row of world.rows) {
      const index = world.entries(row.id).findIndex((entry) => entry.id === message);
      if (index >= 0) return { row, index };
    }
    return refuse({ code: 'not_found' });
  }

  return {
    messageSplit: async (message, following) => {
      const { row, index } = place(message);
      const entries = world.entries(row.id);
      const going = following ? entries.slice(index) : entries.slice(index, index + 1);
      if (going.length === entries.length) refuse({ code: 'state', state: 'nothing_would_stay' });
      const rows = world.rows;
      const made: RequestRow = {
        ...row,
        id: world.newId('request'),
        reference: 'D-2026-0155',
        status: 'received',
        waiting: 'us',
        amount: null,
        valid_until: null,
        proposal: null,
      };
      world.rows = [...world.rows, made];
      world.setEntries(made.id, []);
      const split = carry(row.id, made.id, (entry) => going.some((one) => one.id === entry.id));
      const undo = undos.get(split.id);
      if (undo) {
        undos.set(split.id, {
          ...undo,
          back: () => {
            undo.back();
            world.rows = rows;
            world.changed({ what: 'request_deleted', id: made.id });
          },
        });
      }
      return split;
    },
    messageTakeAsForward: async (message) => {
      const { row } = place(message);
      const { who, address } = row;
      world.update(row.id, { who: 'Marc Petit', address: 'marc@petit.example' }, 'requester_corrected');
      const id = world.newId('rearrangement');
      undos.set(id, {
        request: row.id,
        back: () => world.update(row.id, { who, address }, 'requester_corrected'),
      });
      return { id, request: row.id };
    },
    messageMove: async (message, to) => {
      const { row } = place(message);
      if (row.id === to) refuse({ code: 'state', state: 'same_request' });
      return carry(row.id, to, (entry) => entry.id === message);
    },
    requestMerge: async (id, into) => {
      if (id === into) refuse({ code: 'state', state: 'same_request' });
      const merged = carry(id, into, () => true);
      world.rows = world.rows.filter((row) => row.id !== id);
      world.changed({ what: 'request_deleted', id });
      return merged;
    },
    rearrangementUndo: async (id) => {
      const undo = undos.get(id) ?? refuse({ code: 'not_found' });
      undo.back();
      return undo.request;
    },
  };
}
