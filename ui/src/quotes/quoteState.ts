import type { QuoteState } from '$ipc/bindings';
import type { StatusCode } from '$shared/status';

/** The shape and colour of a quote's state: those of the request's status that goes with it. */
export const stateShapes: Record<Exclude<QuoteState, 'superseded'>, StatusCode> = {
  draft: 'quote_created',
  finalised: 'quote_created',
  sent: 'quote_sent',
  accepted: 'quote_accepted',
  refused: 'quote_refused',
};

export const quoteStates: readonly QuoteState[] = [
  'draft',
  'finalised',
  'sent',
  'accepted',
  'refused',
  'superseded',
];
