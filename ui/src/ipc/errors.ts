/**
 * Errors of the core, put into words: what happened, what was kept, what to do. The core gives codes and
 * figures; every word is the catalogue's.
 */
import { fileSize } from '$shared/format/numbers';
import { m } from '$shared/messages/index.svelte';
import type { FieldProblem, IpcError } from './bindings';

/** A command did not succeed. */
export class Failure extends Error {
  readonly ipc: IpcError;

  constructor(ipc: IpcError) {
    super(ipc.code);
    this.name = 'Failure';
    this.ipc = ipc;
  }

  /** The person closed a dialog: nothing to say. */
  get dismissed(): boolean {
    return this.ipc.code === 'dismissed';
  }

  /** The field that has to be corrected, if it is about one. */
  get field(): string | null {
    return this.ipc.code === 'field' ? this.ipc.field : null;
  }
}

export interface ErrorWords {
  title: string;
  /** What was kept and what to do. */
  text: string;
  /** For the provider, behind a link. */
  details?: string;
}

/** Whatever was thrown, as a failure. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const ipc = {
    code: 'store',
    field: null,
    problem: null,
    state: null,
    mail: null,
    data: {},
  } satisfies IpcError;
  return new Failure(isIpcError(thrown) ? thrown : ipc);
}

function isIpcError(thrown: unknown): thrown is IpcError {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'data' in thrown;
}

/** The words for a failure. */
export function wordsFor(failure: Failure): ErrorWords {
  const { ipc } = failure;
  switch (ipc.code) {
    case 'field':
      return { title: m.errors.fieldTitle, text: fieldWords(ipc.problem) };
    case 'state':
      return ipc.state ? m.errors.states[ipc.state] : m.errors.store;
    case 'mail':
      return mailWords(ipc.mail ?? '', ipc.data);
    case 'keyring':
      return { ...m.errors.keyring, details: ipc.data.reason };
    case 'document':
      return { ...m.errors.document, details: ipc.data.reason };
    case 'template':
      return { title: m.errors.template.title, text: m.errors.template.text(ipc.data.placeholder ?? '') };
    case 'too_large_to_mail':
      return tooLargeWords(ipc.data);
    case 'file':
      return { ...m.errors.file, details: ipc.data.reason };
    case 'not_found':
      return m.errors.notFound;
    case 'disk_full':
      return m.errors.diskFull;
    case 'dismissed':
    case 'store':
      return m.errors.store;
  }
}

/** A file that no mail can carry: how large it is, what fits, and what to do. */
function tooLargeWords(data: Record<string, string>): ErrorWords {
  const words = m.errors.tooLargeToMail;
  const [size, attached, limit] = [data.size, data.attached, data.limit].map((bytes) => Number(bytes ?? 0));
  // Rounded so that what does not fit is never shown as if it did.
  const million = 1_000_000;
  const sizes = {
    size: fileSize(Math.ceil((size ?? 0) / million) * million),
    limit: fileSize(Math.floor((limit ?? 0) / million) * million),
    attached: fileSize(attached ?? 0),
  };
  if (!data.name) return { title: words.mail, text: words.mailText(sizes.size, sizes.limit) };
  const text = attached
    ? words.besidesText(sizes.size, sizes.limit, sizes.attached)
    : words.fileText(sizes.size, sizes.limit);
  return { title: words.file(data.name), text };
}

/** What is wrong with one field, for under the field. */
export function fieldWords(problem: FieldProblem | null): string {
  return m.errors.fields[problem ?? 'invalid'];
}

/** The words for a failure of the mail room, by its stable code. */
export function mailWords(code: string, data: Record<string, string> = {}): ErrorWords {
  const known = m.errors.mail as Record<string, ErrorWords | undefined>;
  const words = known[code] ?? m.errors.mailUnknown;
  const details = [code, ...Object.entries(data).map(([name, value]) => `${name}: ${value}`)].join('\n');
  return { ...words, details };
}
