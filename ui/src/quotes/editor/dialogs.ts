/** The questions that the editor can ask. */
export type QuoteDialog = 'finalise' | 'discard' | 'accept' | 'refuse' | 'send';
