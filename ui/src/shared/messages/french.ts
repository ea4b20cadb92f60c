/**
 * French spacing: the catalogue is written with plain spaces, and the no-break ones are put in here:
 * narrow before ; ! ? and inside «…», full before : and € (Imprimerie nationale, as used in Belgium).
 */
export function frenchSpacing(text: string): string {
  return text
    .replace(/ ([;!?»])/g, '\u202f$1')
    .replace(/« /g, '«\u202f')
    .replace(/ ([:€%])/g, '\u00a0$1');
}

/** The same for a whole catalogue: its texts, and what its functions answer. */
export function withFrenchSpacing<Catalogue extends object>(catalogue: Catalogue): Catalogue {
  const spaced = Object.entries(catalogue).map(([key, value]: [string, unknown]) => [
    key,
    spacedValue(value),
  ]);
  return Object.fromEntries(spaced) as Catalogue;
}

function spacedValue(value: unknown): unknown {
  if (typeof value === 'string') return frenchSpacing(value);
  if (typeof value === 'function') {
    const speak = value as (...given: unknown[]) => unknown;
    return (...given: unknown[]) => spacedValue(speak(...given));
  }
  if (value !== null && typeof value === 'object') return withFrenchSpacing(value);
  return value;
}
