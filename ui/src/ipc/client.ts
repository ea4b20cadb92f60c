/**
 * The way to the core. Views call `core.requestList(…)` and get the data, or a `Failure` is thrown.
 * Behind it stands the shell, or in tests and the browser an imitation (`fake.ts`).
 */
import { invoke } from '@tauri-apps/api/core';
import { commands, events, type FilesOverWindow, type RequestId } from './bindings';
import type { AttachmentId, Change, IpcError, QuoteId } from './bindings';
import { Failure } from './errors';

type Shell = typeof commands;

/** What a command brings when it succeeds. */
type Brought<Answer> = Answer extends { status: 'ok'; data: infer Data }
  ? Data
  : Answer extends { status: 'error' }
    ? never
    : Answer;

type Calls = {
  [Name in keyof Shell]: Shell[Name] extends (...given: infer Given) => Promise<infer Answer>
    ? (...given: Given) => Promise<Brought<Answer>>
    : never;
};

/** Commands that bring bytes; they are outside the generated file, which knows only JSON. */
interface BinaryCalls {
  /** The document of a quote: a PDF. */
  quotePdf: (id: QuoteId) => Promise<Uint8Array>;
  /** An attachment that is a picture. */
  attachmentPicture: (id: AttachmentId) => Promise<Uint8Array>;
  /** The company's logo; empty without one. */
  settingsLogo: () => Promise<Uint8Array>;
}

export type Core = Calls & BinaryCalls;

/** What the core tells by itself. */
export interface Signals {
  change: (change: Change) => void;
  files: (files: FilesOverWindow) => void;
  showRequest: (id: RequestId) => void;
}

export interface Backend {
  core: Core;
  /** Begins to tell; the result ends it. */
  listen: (signals: Signals) => Promise<() => void>;
}

let backend: Backend = shell();

/** The core's commands. */
export const core: Core = new Proxy({} as Core, {
  get: (_, name) => backend.core[name as keyof Core],
});

/** Puts another backend behind `core`: the imitation. */
export function useBackend(other: Backend): void {
  backend = other;
}

/** Hears what the core tells, until the result is called. */
export function listenToCore(signals: Signals): Promise<() => void> {
  return backend.listen(signals);
}

function shell(): Backend {
  const binary: BinaryCalls = {
    quotePdf: (id) => bytes('quote_pdf', { id }),
    attachmentPicture: (id) => bytes('attachment_picture', { id }),
    settingsLogo: () => bytes('settings_logo', {}),
  };
  const calls = new Proxy(commands, {
    get: (known, name) => unwrapping(known[name as keyof Shell] as (...given: unknown[]) => Promise<unknown>),
  });
  return {
    core: new Proxy(binary as Core, {
      get: (own, name) => (name in own ? own[name as keyof BinaryCalls] : calls[name as keyof Shell]),
    }),
    listen: listenToShell,
  };
}

function unwrapping(command: (...given: unknown[]) => Promise<unknown>) {
  return async (...given: unknown[]): Promise<unknown> => {
    const answer = await command(...given);
    if (!isTypedAnswer(answer)) return answer;
    if (answer.status === 'error') throw new Failure(answer.error);
    return answer.data;
  };
}

type TypedAnswer = { status: 'ok'; data: unknown } | { status: 'error'; error: IpcError };

function isTypedAnswer(answer: unknown): answer is TypedAnswer {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'status' in answer &&
    ('data' in answer || 'error' in answer)
  );
}

async function bytes(command: string, given: Record<string, unknown>): Promise<Uint8Array> {
  try {
    return new Uint8Array(await invoke<ArrayBuffer>(command, given));
  } catch (refused) {
    throw new Failure(refused as IpcError);
  }
}

async function listenToShell(signals: Signals): Promise<() => void> {
  const ends = await Promise.all([
    events.changed.listen((event) => signals.change(event.payload)),
    events.filesOverWindow.listen((event) => signals.files(event.payload)),
    events.showRequest.listen((event) => signals.showRequest(event.payload)),
  ]);
  return () => {
    for (const end of ends) end();
  };
}
