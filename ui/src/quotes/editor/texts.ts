/** The texts around the lines: above them, and below the totals. */
export type TextPart = 'header' | 'terms';
