/** What was before, for undo and redo. Typing in one place is one step. */
const longest = 200;

export class History<State> {
  #past: State[] = [];
  #future: State[] = [];
  #step: string | null = null;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Remembers the state before a change; changes with the same `step` in a row are one. */
  remember(before: State, step: string | null): void {
    this.#future = [];
    if (step !== null && step === this.#step) return;
    this.#step = step;
    this.#past = [...this.#past.slice(-longest), before];
  }

  /** The next change begins a new step, even in the same place. */
  close(): void {
    this.#step = null;
  }

  /** The state before the last step, which may then come again by `redo`. */
  undo(now: State): State | undefined {
    const before = this.#past.pop();
    if (before !== undefined) this.#future.push(now);
    this.close();
    return before;
  }

  redo(now: State): State | undefined {
    const after = this.#future.pop();
    if (after !== undefined) this.#past.push(now);
    this.close();
    return after;
  }

  /** The state before the step that is still open, as if it had never been; nothing if none is. */
  abandon(step: string): State | undefined {
    if (this.#step !== step) return undefined;
    this.close();
    return this.#past.pop();
  }

  forget(): void {
    this.#past = [];
    this.#future = [];
    this.close();
  }
}
