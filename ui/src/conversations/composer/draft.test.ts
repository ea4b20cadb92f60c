import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useBackend } from '$ipc/client';
import { fakeBackend, World, type FakeBackend } from '$ipc/fake';
import { personFrom } from './addresses';
import { Draft } from './draft.svelte';
import { openSlots } from './slots';

let backend: FakeBackend;

beforeEach(() => {
  vi.useFakeTimers();
  backend = fakeBackend(new World());
  useBackend(backend);
});
afterEach(() => vi.useRealTimers());

const open = () => Draft.open('request-153', 'reply', null);

describe('a draft', () => {
  it('begins with its recipients and who was in copy', async () => {
    const draft = await open();
    expect(draft.to).toEqual([{ name: 'Philippe Dardenne', address: 'p.dardenne@maison.example' }]);
    expect(draft.cc.map((person) => person.name)).toEqual(['Isabelle Dardenne']);
  });

  it('is saved within a second, even while someone types on', async () => {
    const save = vi.spyOn(backend.core, 'draftSave');
    const draft = await open();
    for (let typed = 0; typed < 12; typed += 1) {
      draft.text += 'a';
      draft.changed();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(save).toHaveBeenCalled();
  });

  it('is saved at once when one leaves', async () => {
    const draft = await open();
    draft.text = 'Bonjour';
    draft.changed();
    await draft.flush();
    expect(backend.world.drafts[0]?.text).toBe('Bonjour');
    expect(draft.saving).toBe('saved');
  });

  it('keeps the text when saving fails, and saves it with the next change', async () => {
    const draft = await open();
    const save = vi.spyOn(backend.core, 'draftSave').mockRejectedValueOnce(new Error('disk'));
    draft.text = 'Bonjour';
    draft.changed();
    expect(await draft.flush()).toBe(false);
    expect(draft.text).toBe('Bonjour');
    expect(draft.saving).toBe('failed');
    draft.changed();
    expect(await draft.flush()).toBe(true);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('that could not be saved is still there, closed and opened again, until it is', async () => {
    const draft = await open();
    const save = vi.spyOn(backend.core, 'draftSave').mockRejectedValueOnce(new Error('disk'));
    draft.text = 'Bonjour, encore';
    draft.changed();
    await draft.flush();
    const again = await open();
    expect(again.text).toBe('Bonjour, encore');
    expect(again.failure).not.toBeNull();
    save.mockRestore();
    again.changed();
    await again.flush();
    expect(again.failure).toBeNull();
    expect(backend.world.drafts[0]?.text).toBe('Bonjour, encore');
  });

  it('does not call saved what was typed while it was being saved', async () => {
    const draft = await open();
    let finish = () => {};
    vi.spyOn(backend.core, 'draftSave').mockImplementationOnce(
      () => new Promise((resolve) => (finish = () => resolve(null))),
    );
    draft.text = 'Bon';
    draft.changed();
    const flushed = draft.flush();
    await vi.advanceTimersByTimeAsync(0);
    draft.text = 'Bonjour';
    draft.changed();
    finish();
    await flushed;
    expect(draft.saving).toBe('changed');
    await vi.advanceTimersByTimeAsync(1000);
    expect(backend.world.drafts[0]?.text).toBe('Bonjour');
  });
});

describe('a recipient as typed', () => {
  it.each([
    ['a@b.example', { name: '', address: 'a@b.example' }],
    ['Sophie Lambert <s@b.example>,', { name: 'Sophie Lambert', address: 's@b.example' }],
    ['"Lambert, Sophie" <s@b.example>', { name: 'Lambert, Sophie', address: 's@b.example' }],
    ['sans arobase', null],
    ['deux mots@b.example', null],
  ])('%j', (typed, person) => {
    expect(personFrom(typed)).toEqual(person);
  });
});

it('finds the fields that are still to be filled', () => {
  expect(openSlots('le {{ date }}, comptez {{durée}}')).toEqual([
    { start: 3, end: 13 },
    { start: 23, end: 32 },
  ]);
});
