/** Waiting: a thing is tried again until it holds or its time is over. The machine may be slow. */
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a person would wait before calling it broken, in milliseconds. */
export const patience = 45_000;

/**
 * Calls `attempt` until it gives something truthy, and gives that. What it throws meanwhile is kept for the
 * message of the failure.
 */
export async function until(what, attempt, { within = patience, pause = 120 } = {}) {
  const deadline = Date.now() + within;
  let last = '';
  for (;;) {
    try {
      const found = await attempt();
      if (found) return found;
    } catch (thrown) {
      if (thrown.final) throw thrown;
      last = `\n${thrown.message}`;
    }
    if (Date.now() > deadline) throw new Error(`waited ${within / 1000} s in vain: ${what}${last}`);
    await sleep(pause);
  }
}
