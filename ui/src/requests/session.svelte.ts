/** What goes on around the open request: what is being written, which menu or dialog is open. */
import type { DraftKind, MessageId } from '$ipc/bindings';

export type RequestDialog =
  | { name: 'rename' | 'correct' | 'prospect' | 'link' | 'merge' | 'delete' }
  /** To which request a message goes. */
  | { name: 'move'; message: MessageId }
  /** Asks why; `judging` when it answers a proposal. */
  | { name: 'reason'; status: 'quote_refused' | 'cancelled'; judging: boolean };

export class RequestSession {
  /** What is being written, if anything. */
  composing = $state.raw<{ kind: DraftKind; quote: string | null } | null>(null);
  statusOpen = $state(false);
  assigneeOpen = $state(false);
  /** In a narrow window: the side column lies over the conversation. */
  sideOpen = $state(false);
  dialog = $state.raw<RequestDialog | null>(null);
  /** The words that are lit, because one looks at what was found in them. */
  lit = $state<string | null>(null);

  compose(kind: DraftKind, quote: string | null = null): void {
    this.composing = { kind, quote };
  }

  closeDialog = (): void => {
    this.dialog = null;
  };
}
