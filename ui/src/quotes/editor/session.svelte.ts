/**
 * One quote being edited. What is typed is here at once, worked out by the core after a short pause, and
 * saved at most a second later. A save that the core refuses because the quote was changed elsewhere stops
 * saving and says so: nothing is overwritten unseen.
 */
import type { Language, QuoteDetail, QuoteId, QuoteInput } from '$ipc/bindings';
import { core } from '$ipc/client';
import { toFailure, type Failure } from '$ipc/errors';
import { keyed, withoutKeys, type Line } from '../lines/lines';
import { computed, type Computed } from './computed';
import { History } from './history';

/** Everything that can be edited. */
export interface Content extends Omit<QuoteInput, 'lines'> {
  readonly lines: readonly Line[];
}

export type Saving = 'saved' | 'changed' | 'saving' | 'failed';

/** Milliseconds without typing after which the totals are worked out. */
const computePause = 150;
/** Milliseconds without typing after which it is saved. */
const savePause = 350;
/** Milliseconds after which it is saved even while someone types on. */
const saveLatest = 1000;

export class EditorSession {
  readonly id: QuoteId;
  /** The language in which the numbers of this session are written. */
  readonly language: Language;
  /** What the core last told: number, state, versions. */
  detail: QuoteDetail = $state.raw() as QuoteDetail;
  content: Content = $state.raw() as Content;
  computed: Computed = $state.raw() as Computed;
  saving = $state<Saving>('saved');
  failure = $state.raw<Failure | null>(null);
  /** Changed elsewhere: nothing is saved until it is reloaded. */
  conflict = $state(false);
  /** Goes up whenever the saved document may look different. */
  documentTurn = $state(0);
  canUndo = $state(false);
  canRedo = $state(false);

  #history = new History<Content>();
  #computeTimer: ReturnType<typeof setTimeout> | undefined;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #changedAt = 0;
  #turn = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(detail: QuoteDetail, language: Language) {
    this.id = detail.id;
    this.language = language;
    this.#adopt(detail);
  }

  static async open(id: QuoteId, language: Language): Promise<EditorSession> {
    return new EditorSession(await core.quoteDetail(id, language), language);
  }

  get editable(): boolean {
    return this.detail.state === 'draft' && !this.conflict;
  }

  get problemCount(): number {
    return this.computed.totals.problems.length;
  }

  /** Changes something. Changes of one `step` in a row are undone together. */
  change(part: Partial<Content>, step: string | null = null): void {
    if (!this.editable) return;
    this.#history.remember(this.content, step);
    this.#show({ ...this.content, ...part });
  }

  /** Changes the lines. */
  changeLines(lines: readonly Line[], step: string | null = null): void {
    this.change({ lines }, step);
  }

  /** What was typed in one place is done; the next change there is a new step. */
  endStep(): void {
    this.#history.close();
  }

  /** Takes back what was typed in the step that is still open. */
  abandonStep(step: string): void {
    const before = this.#history.abandon(step);
    if (before) this.#show(before);
  }

  undo(): void {
    const before = this.editable ? this.#history.undo(this.content) : undefined;
    if (before) this.#show(before);
  }

  redo(): void {
    const after = this.editable ? this.#history.redo(this.content) : undefined;
    if (after) this.#show(after);
  }

  /** Saves now what is not saved yet; answers whether all is. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#saveTimer);
    await this.#running;
    if (this.saving === 'saved') return true;
    if (this.conflict) return false;
    this.#running = this.#save();
    await this.#running;
    return this.failure === null && !this.conflict;
  }

  /** Something about quotes changed: takes over what does not cross what is typed here. */
  async follow(): Promise<void> {
    if (this.saving !== 'saved' || this.conflict) return;
    const turn = this.#turn;
    const detail = await core.quoteDetail(this.id, this.language);
    if (turn !== this.#turn || this.saving !== 'saved') return;
    if (detail.revision === this.detail.revision && detail.state === this.detail.state) this.detail = detail;
    else this.#adopt(detail);
  }

  /** Throws away what could not be saved and shows what the core has. */
  async reload(): Promise<void> {
    this.#adopt(await core.quoteDetail(this.id, this.language));
  }

  /** The quote is gone, or frozen by an action that has saved before: nothing more is written. */
  stop(): void {
    clearTimeout(this.#computeTimer);
    clearTimeout(this.#saveTimer);
    this.saving = 'saved';
  }

  #adopt(detail: QuoteDetail): void {
    this.stop();
    this.#turn += 1;
    this.#history.forget();
    this.detail = detail;
    this.content = { ...detail.input, lines: keyed(detail.input.lines) };
    this.computed = computed(detail.totals, this.content.lines);
    this.failure = null;
    this.conflict = false;
    this.documentTurn += 1;
    this.#tellHistory();
  }

  #show(content: Content): void {
    this.content = content;
    this.#turn += 1;
    this.#tellHistory();
    clearTimeout(this.#computeTimer);
    this.#computeTimer = setTimeout(() => void this.#compute(), computePause);
    const now = Date.now();
    if (this.saving !== 'changed') this.#changedAt = now;
    this.saving = 'changed';
    clearTimeout(this.#saveTimer);
    const wait = Math.max(0, Math.min(savePause, this.#changedAt + saveLatest - now));
    this.#saveTimer = setTimeout(() => void this.flush(), wait);
  }

  async #compute(): Promise<void> {
    const turn = this.#turn;
    const { lines } = this.content;
    try {
      const totals = await core.quoteCompute(this.#input(), this.language);
      if (turn === this.#turn) this.computed = computed(totals, lines);
    } catch (thrown) {
      this.failure = toFailure(thrown);
    }
  }

  async #save(): Promise<void> {
    const turn = this.#turn;
    const { lines } = this.content;
    this.saving = 'saving';
    try {
      const detail = await core.quoteSave(this.id, this.detail.revision, this.#input(), this.language);
      this.detail = detail;
      this.failure = null;
      this.documentTurn += 1;
      if (turn !== this.#turn) return;
      this.computed = computed(detail.totals, lines);
      this.saving = 'saved';
    } catch (thrown) {
      this.#refused(toFailure(thrown));
    }
  }

  #refused(failure: Failure): void {
    this.failure = failure;
    this.saving = 'failed';
    const { state } = failure.ipc;
    this.conflict = state === 'quote_changed_elsewhere' || state === 'quote_frozen';
  }

  #input(): QuoteInput {
    return { ...this.content, lines: withoutKeys(this.content.lines) };
  }

  #tellHistory(): void {
    this.canUndo = this.#history.canUndo;
    this.canRedo = this.#history.canRedo;
  }
}
