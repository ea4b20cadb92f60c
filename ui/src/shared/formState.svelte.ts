/** A form being sent: busy while it is, and what the core refused, at the field or above the buttons. */
import { fieldWords, toFailure, wordsFor, type ErrorWords, type Failure } from '$ipc/errors';

export class FormState {
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);

  /** The words under a field, if it is the one to correct. */
  at(field: string): string | null {
    return this.failure?.field === field ? fieldWords(this.failure.ipc.problem) : null;
  }

  /** What went wrong beside the given fields, which show theirs themselves. */
  elsewhere(...fields: string[]): ErrorWords | null {
    const { failure } = this;
    if (!failure || failure.dismissed) return null;
    return failure.field !== null && fields.includes(failure.field) ? null : wordsFor(failure);
  }

  /** Sends it; what was typed stays whatever happens. Answers whether it succeeded. */
  async send(action: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.failure = null;
    try {
      await action();
      return true;
    } catch (thrown) {
      this.failure = toFailure(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
