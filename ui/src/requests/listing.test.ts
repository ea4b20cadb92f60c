import { beforeEach, describe, expect, it } from 'vitest';
import type { RequestRow } from '$ipc/bindings';
import { useBackend } from '$ipc/client';
import { fakeBackend, now, World } from '$ipc/fake';
import { clock } from '$shared/clock.svelte';
import { filterOf, plain } from './filters';
import { Listing } from './listing.svelte';

let world: World;

beforeEach(() => {
  clock.fix(now);
  world = new World();
  useBackend(fakeBackend(world));
});

/** As many open requests as wanted, the newest first. */
function many(count: number): RequestRow[] {
  const [first] = world.rows;
  if (!first) throw new Error('the sample has no requests');
  return Array.from({ length: count }, (_, index) => ({
    ...first,
    id: `many-${String(index)}`,
    waiting: 'customer',
    activity_at: now - index,
  }));
}

describe('a listing', () => {
  it('knows its whole length and its groups from the first page', async () => {
    const listing = new Listing();
    await listing.show(filterOf(plain('all'), null, now));
    expect(listing.counts).toEqual({ us: 5, customer: 8, closed: 4 });
    expect(listing.length).toBe(17 + 3);
    expect(listing.item(0)).toEqual({ kind: 'head', waiting: 'us', count: 5 });
    expect(listing.item(6)).toMatchObject({ kind: 'head', waiting: 'customer' });
    expect(listing.item(7)).toMatchObject({ kind: 'row', position: 5 });
    expect(listing.placeOf(5)).toBe(7);
  });

  it('has no head for an empty group', async () => {
    const listing = new Listing();
    await listing.show(filterOf(plain('open'), null, now));
    expect(listing.length).toBe(13 + 2);
  });

  it('brings rows further down when they are wanted, each once', async () => {
    world.rows = many(1000);
    const listing = new Listing();
    await listing.show(filterOf(plain('open'), null, now));
    expect(listing.rows.length).toBeLessThan(100);
    expect(listing.item(800)).toMatchObject({ kind: 'coming' });
    await listing.reach(800);
    expect(listing.item(801)).toMatchObject({ kind: 'row', position: 800 });
    expect(new Set(listing.rows.map((row) => row.id)).size).toBe(listing.rows.length);
  });

  it('keeps what it shows when asking again fails', async () => {
    const listing = new Listing();
    await listing.show(filterOf(plain('open'), null, now));
    const backend = fakeBackend(world);
    backend.core.requestList = () => Promise.reject(new Error('the disk is gone'));
    useBackend(backend);
    await listing.refresh();
    expect(listing.rows.length).toBe(13);
    expect(listing.failure).not.toBeNull();
  });
});

describe('a filter', () => {
  const me = 'user-amelie';
  it('of the view "mine" is the one who sits here', () => {
    expect(filterOf(plain('mine'), me, now)).toMatchObject({ assignee: me, open_only: true });
  });
  it('searches closed requests as well', () => {
    expect(filterOf({ ...plain('open'), query: 'pompe' }, me, now)).toMatchObject({
      open_only: false,
      query: 'pompe',
    });
  });
  it('tells nobody from anybody', () => {
    expect(filterOf({ ...plain('mine'), assignee: 'nobody' }, me, now)).toMatchObject({ unassigned: true });
  });
});
