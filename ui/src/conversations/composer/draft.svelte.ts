/**
 * What is being written, saved while it is: at most a second behind, and at once when one leaves. Nothing
 * typed is lost because saving failed: it stays here and is tried again with the next change.
 */
import type { DraftKind, DraftPerson, DraftView, Person } from '$ipc/bindings';
import { core } from '$ipc/client';
import { SvelteMap } from 'svelte/reactivity';
import { toFailure, type Failure } from '$ipc/errors';

/** Milliseconds without typing after which it is saved. */
const pause = 600;
/** Milliseconds after which it is saved even while someone types on. */
const latest = 1000;

export type SavingState = 'saved' | 'changed' | 'saving' | 'failed';

/** Drafts that could not be saved, by id: closed and opened again, what was typed is still there. */
const unsaved = new SvelteMap<string, Draft>();

export class Draft {
  readonly id: string;
  readonly kind: DraftKind;
  readonly quote: string | null;
  readonly from: Person;
  to = $state<Person[]>([]);
  cc = $state<Person[]>([]);
  subject = $state('');
  text = $state('');
  /** The mail it answers, as it will stand below the text; empty if there is none. */
  readonly quotation: string;
  /** Whether that goes along. */
  quotes = $state(false);
  attachments = $state.raw<DraftView['attachments']>([]);
  saving = $state<SavingState>('saved');
  failure = $state.raw<Failure | null>(null);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #changedAt = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(view: DraftView) {
    this.id = view.id;
    this.kind = view.kind;
    this.quote = view.quote_id;
    this.from = view.from;
    this.to = view.to;
    this.cc = view.cc;
    this.subject = view.subject;
    this.text = view.text;
    this.quotation = view.quotation;
    this.quotes = view.quotes;
    this.attachments = view.attachments;
  }

  /** The draft of that kind for a request: what was being written, else a new one. */
  static async open(request: string, kind: DraftKind, quote: string | null): Promise<Draft> {
    const view = await core.draftOpen(request, kind, quote);
    return unsaved.get(view.id) ?? new Draft(view);
  }

  /** Something was typed. */
  changed(): void {
    const now = Date.now();
    if (this.saving !== 'changed') this.#changedAt = now;
    this.saving = 'changed';
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(pause, this.#changedAt + latest - now));
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  /** Saves now what is not saved yet; answers whether all is. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#running;
    if (this.saving === 'saved') return true;
    this.#running = this.#save();
    await this.#running;
    return this.failure === null;
  }

  /** Forgets what is not saved: the draft itself is gone, sent or thrown away. */
  forget(): void {
    clearTimeout(this.#timer);
    this.saving = 'saved';
    this.failure = null;
    unsaved.delete(this.id);
  }

  /** Adds files; those that were there stay whatever happens. */
  async attach(add: () => Promise<DraftView>): Promise<void> {
    await this.flush();
    this.attachments = (await add()).attachments;
  }

  async #save(): Promise<void> {
    this.saving = 'saving';
    const people = (list: Person[]): DraftPerson[] => list.map(({ name, address }) => ({ name, address }));
    const saved = {
      to: people(this.to),
      cc: people(this.cc),
      subject: this.subject,
      text: this.text,
      quotes: this.quotes,
    };
    try {
      await core.draftSave(this.id, saved);
      this.failure = null;
      unsaved.delete(this.id);
      if (this.#isAhead()) return;
      this.saving = 'saved';
    } catch (thrown) {
      this.failure = toFailure(thrown);
      this.saving = 'failed';
      unsaved.set(this.id, this);
    }
  }

  /** Whether something was typed while it was being saved. */
  #isAhead(): boolean {
    return this.saving === 'changed';
  }
}
