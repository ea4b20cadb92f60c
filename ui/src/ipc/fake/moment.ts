/** The moment at which the imitation stands still: Tuesday 24 November 2026, 12:04, local time. */
export const now = new Date(2026, 10, 24, 12, 4).getTime();

/** A moment so many days before, at that hour. */
export function at(daysBefore: number, hour: number, minute: number): number {
  return new Date(2026, 10, 24 - daysBefore, hour, minute).getTime();
}

/** A local date so many days after today. */
export function day(after: number): string {
  const date = new Date(2026, 10, 24 + after, 12);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** An amount in euro. */
export function euro(amount: number): { minor: number; currency: 'EUR' } {
  return { minor: Math.round(amount * 100), currency: 'EUR' };
}
