/**
 * An imitation of the core with the sample company, for component tests, for pictures, and for working on
 * the interface in a browser. It is never part of a release build.
 */
import { clock } from '$shared/clock.svelte';
import { useBackend, type Backend, type Core, type Signals } from './client';
import { conversationCalls } from './fake/conversationCalls';
import { now } from './fake/moment';
import { intakeCalls } from './fake/intakeCalls';
import { otherCalls } from './fake/otherCalls';
import { quoteCalls } from './fake/quoteCalls';
import { requestCalls } from './fake/requestCalls';
import { World } from './fake/world';

export { World } from './fake/world';
export { now } from './fake/moment';

export interface FakeBackend extends Backend {
  world: World;
  /** What the shell would tell: files over the window, a request to show. */
  signals: Signals | null;
}

/** A core with its own world; nothing is shared between two of them. */
export function fakeBackend(world = new World()): FakeBackend {
  const core: Core = {
    ...requestCalls(world),
    ...conversationCalls(world),
    ...intakeCalls(world),
    ...otherCalls(world),
    ...quoteCalls(world),
  };
  const backend: FakeBackend = {
    core,
    world,
    signals: null,
    listen: async (signals) => {
      backend.signals = signals;
      world.onChange(signals.change);
      return () => {
        backend.signals = null;
      };
    },
  };
  return backend;
}

/** Puts the imitation behind the window; `?first` shows the first start, `?empty` a workspace without requests. */
export function beginFake(options: URLSearchParams): FakeBackend {
  clock.fix(now);
  const world = new World({ firstStart: options.has('first'), empty: options.has('empty') });
  if (options.has('en')) world.workspace = { ...world.workspace, system_language: 'en-GB' };
  const backend = fakeBackend(world);
  useBackend(backend);
  return backend;
}
