/** What a pattern of numbers makes of a year and a running number: `{year}-{number:4}` → `2026-0084`. */
export function numberLike(pattern: string, year: number, running = 84): string {
  return pattern
    .replaceAll('{year}', String(year))
    .replace(/\{number(?::(\d{1,2}))?\}/g, (_, width: string | undefined) =>
      String(running).padStart(Number(width ?? 1), '0'),
    );
}
