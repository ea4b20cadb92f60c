import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBackend, type FakeBackend } from '$ipc/fake';
import { core, useBackend } from '$ipc/client';
import { changed, removed, stepped } from '../lines/lines';
import { EditorSession } from './session.svelte';

let backend: FakeBackend;
let session: EditorSession;

beforeEach(async () => {
  vi.useFakeTimers();
  backend = fakeBackend();
  useBackend(backend);
  session = await EditorSession.open(await core.quoteRevise('quote-83'), 'fr');
});
afterEach(() => {
  session.stop();
  vi.useRealTimers();
});

const lineOf = (words: string) => {
  const line = session.content.lines.find(({ title }) => title.includes(words));
  if (!line) throw new Error(words);
  return line;
};
const type = (words: string, unit_price: string) => {
  const { key } = lineOf(words);
  session.changeLines(changed(session.content.lines, key, { unit_price }), `${key}.price`);
};
const storedPrice = () => backend.world.quote(session.id).input.lines[6]?.unit_price;

describe('what is typed', () => {
  it('is worked out after a short pause, before it is saved', async () => {
    type('Mitigeur', '500');
    await vi.advanceTimersByTimeAsync(160);
    expect(session.computed.totals.gross.minor).not.toBe(1_029_303);
    expect(session.saving).toBe('changed');
  });

  it('is saved soon, and at the latest a second after the first key while someone types on', async () => {
    const save = vi.spyOn(backend.core, 'quoteSave');
    for (let key = 0; key < 9; key += 1) {
      type('Mitigeur', `50${String(key)}`);
      await vi.advanceTimersByTimeAsync(120);
    }
    expect(save).toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(400);
    expect(session.saving).toBe('saved');
    expect(storedPrice()).toBe('508');
  });

  it('is saved at once when one leaves', async () => {
    type('Mitigeur', '501');
    expect(await session.flush()).toBe(true);
    expect(storedPrice()).toBe('501');
  });

  it('keeps its trouble with its line while lines move', async () => {
    type('Mitigeur', '50o');
    await vi.advanceTimersByTimeAsync(160);
    const { key } = lineOf('Mitigeur');
    session.changeLines(stepped(session.content.lines, 6, -1));
    expect(session.computed.byLine.get(key)?.problems).toEqual({ unit_price: 'not_a_number' });
    expect(session.problemCount).toBe(1);
  });
});

describe('undo', () => {
  it('takes back what was typed in one place as one step', () => {
    type('Mitigeur', '5');
    type('Mitigeur', '50');
    session.endStep();
    type('Paroi', '600');
    session.undo();
    expect(lineOf('Paroi').unit_price).toBe('512,00');
    expect(lineOf('Mitigeur').unit_price).toBe('50');
    session.undo();
    expect(lineOf('Mitigeur').unit_price).toBe('486,00');
    expect(session.canUndo).toBe(false);
    session.redo();
    expect(lineOf('Mitigeur').unit_price).toBe('50');
  });

  it('brings a removed line back, and saves that too', async () => {
    session.changeLines(removed(session.content.lines, lineOf('Mitigeur').key));
    await session.flush();
    session.undo();
    await session.flush();
    expect(storedPrice()).toBe('486,00');
  });

  it('abandons only the step that is still open', () => {
    const { key } = lineOf('Mitigeur');
    type('Mitigeur', '1');
    session.abandonStep(`${key}.price`);
    expect(lineOf('Mitigeur').unit_price).toBe('486,00');
    session.abandonStep(`${key}.price`);
    expect(session.canUndo).toBe(false);
  });
});

describe('a quote changed elsewhere', () => {
  it('is not overwritten: saving stops until it is reloaded', async () => {
    const other = await EditorSession.open(session.id, 'fr');
    other.change({ title: 'Autre titre' });
    await other.flush();

    type('Mitigeur', '499');
    expect(await session.flush()).toBe(false);
    expect(session.conflict).toBe(true);
    expect(session.editable).toBe(false);
    expect(storedPrice()).toBe('486,00');

    await session.reload();
    expect(session.content.title).toBe('Autre titre');
    expect(session.editable).toBe(true);
  });

  it('is followed while nothing is being typed', async () => {
    const other = await EditorSession.open(session.id, 'fr');
    other.change({ title: 'Autre titre' });
    await other.flush();
    await session.follow();
    expect(session.content.title).toBe('Autre titre');
  });

  it('keeps what was typed when saving fails for another reason, and saves it later', async () => {
    vi.spyOn(backend.core, 'quoteSave').mockRejectedValueOnce(new Error('disk'));
    type('Mitigeur', '503');
    expect(await session.flush()).toBe(false);
    expect(session.saving).toBe('failed');
    expect(lineOf('Mitigeur').unit_price).toBe('503');
    expect(await session.flush()).toBe(true);
    expect(storedPrice()).toBe('503');
  });
});

it('does not change a frozen quote', async () => {
  const sent = await EditorSession.open('quote-83', 'fr');
  sent.change({ title: 'Autre titre' });
  expect(sent.content.title).toBe('Rénovation complète de la salle de bain');
});
