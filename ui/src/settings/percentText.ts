/** Percents as people type them and as the core keeps them: `6,5` is 650 basis points. */

/** Basis points as a number to edit: 650 → `6,5`. */
export function percentText(basisPoints: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false }).format(
    basisPoints / 100,
  );
}

/** What was typed, in basis points; null if it is no percentage between 0 and 100. */
export function basisPointsOf(typed: string): number | null {
  const text = typed.trim().replace('%', '').trim().replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) return null;
  const points = Math.round(Number(text) * 100);
  return points <= 10_000 ? points : null;
}
