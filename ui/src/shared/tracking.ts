/**
 * Even letter spacing. On ordinary screens WebKitGTK gives every letter a width of whole pixels (its font
 * hinting rounds them), so that small text runs some percent wide; other engines do not. What is too much is
 * measured once and taken back as letter spacing, so that words are as wide as the font means them.
 */
const sample =
  'Bonjour, nous souhaitons refaire toute la salle de bain de notre maison, rue des Brasseurs 41';
const size = 13;
/** Large enough that rounding no longer counts. */
const trueSize = 260;
const weights = [400, 500, 600];
/** How long the fonts may take, in milliseconds; they come with the program. */
const patience = 1500;

/** Measures and sets `--tracking`; answers it, in CSS pixels per letter. */
export async function evenTracking(document: Document): Promise<number> {
  const fonts = weights.map((weight) =>
    document.fonts.load(`${String(weight)} ${String(size)}px Inter`, sample),
  );
  await Promise.race([Promise.all(fonts), new Promise((resolve) => setTimeout(resolve, patience))]);
  const tracking = mean(weights.map((weight) => excessPerLetter(document, weight)));
  document.documentElement.style.setProperty('--tracking', `${(-tracking).toFixed(3)}px`);
  return -tracking;
}

function excessPerLetter(document: Document, weight: number): number {
  const meant = (width(document, weight, trueSize) * size) / trueSize;
  return (width(document, weight, size) - meant) / sample.length;
}

function width(document: Document, weight: number, pixels: number): number {
  const probe = document.createElement('span');
  probe.textContent = sample;
  probe.style.cssText = `position:absolute;visibility:hidden;white-space:nowrap;letter-spacing:0;font:${String(weight)} ${String(pixels)}px Inter`;
  document.body.append(probe);
  const { width: measured } = probe.getBoundingClientRect();
  probe.remove();
  return measured;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
