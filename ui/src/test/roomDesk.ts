/** One room of the window for tests, in front of an imitation of the core, with the keys and the toasts. */
import { cleanup, render, waitFor } from '@testing-library/svelte';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import type { Component } from 'svelte';
import { afterEach } from 'vitest';
import { announce } from '$ipc/changes';
import { listenToCore, useBackend } from '$ipc/client';
import { fakeBackend, now, World, type FakeBackend } from '$ipc/fake';
import { clock } from '$shared/clock.svelte';
import Toaster from '$shared/components/Toaster.svelte';
import { listenForKeys } from '$shared/keys/dispatch';
import { dismissToast } from '$shared/toasts.svelte';
import { followWorkspace, openWorkspace } from '$shared/workspace.svelte';

let stops: (() => void)[] = [];

afterEach(() => {
  cleanup();
  for (const stop of stops) stop();
  stops = [];
});

/** Puts an imitation of the core in place and opens its workspace. */
export async function begin(world = new World()): Promise<FakeBackend> {
  clock.fix(now);
  dismissToast();
  const backend = fakeBackend(world);
  useBackend(backend);
  await listenToCore({ change: announce, files: () => {}, showRequest: () => {} });
  await openWorkspace();
  stops = [listenForKeys(), followWorkspace()];
  return backend;
}

/** Shows a room. */
export function showRoom<Props extends Record<string, unknown>>(
  room: Component<Props>,
  props: Props,
): UserEvent {
  render(Toaster);
  render(room, props);
  // The dialogs' layers set `pointer-events` that jsdom does not take back as a browser does.
  return userEvent.setup({ pointerEventsCheck: 0 });
}

/** The first button that carries these words, or is named so. */
export function button(words: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (candidate) => candidate.textContent.includes(words) || candidate.getAttribute('aria-label') === words,
  );
  if (!found) throw new Error(`no button ${words}`);
  return found;
}

/** An entry of the open menu. Nothing is measured in tests, so that what floats counts as hidden and nameless. */
export async function menuEntry(words: string): Promise<HTMLElement> {
  return waitFor(() => {
    const items = [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const found = items.find((item) => item.textContent.includes(words));
    if (!found) throw new Error(`no menu entry ${words}`);
    return found;
  });
}

/** Spaces of any width as plain ones. */
export function plain(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

/** What axe finds. Contrast is not measured here: jsdom draws nothing. */
export async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}
