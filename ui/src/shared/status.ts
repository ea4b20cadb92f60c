/** The seven statuses of a request, in the order of its course. There is no eighth. */
export const statusCodes = [
  'received',
  'replied',
  'quote_created',
  'quote_sent',
  'quote_accepted',
  'quote_refused',
  'cancelled',
] as const;

export type StatusCode = (typeof statusCodes)[number];

/** The key that chooses a status after `S`. */
export const statusKeys: Record<StatusCode, string> = {
  received: '1',
  replied: '2',
  quote_created: '3',
  quote_sent: '4',
  quote_accepted: 'a',
  quote_refused: 'r',
  cancelled: 'x',
};

/** How far each status is on the course of five steps. */
export const courseSteps: Record<StatusCode, number> = {
  received: 1,
  replied: 2,
  quote_created: 3,
  quote_sent: 4,
  quote_accepted: 5,
  quote_refused: 4,
  cancelled: 1,
};
