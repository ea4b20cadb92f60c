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
/** How long the first picture waits for it, in milliseconds; later it is set all the same. */
const patience = 800;

/** Measures and sets `--tracking`, once the fonts are there; done when it is set or has taken too long. */
export async function evenTracking(document: Document): Promise<void> {
  await Promise.race([measure(document), new Promise((resolve) => setTimeout(resolve, patience))]);
}

async function measure(document: Document): Promise<void> {
  await Promise.all(
    weights.map((weight) => document.fonts.load(`${String(weight)} ${String(size)}px Inter`, sample)),
  );
  const tracking = mean(weights.map((weight) => excessPerLetter(document, weight)));
  document.documentElement.style.setProperty('--tracking', `${(-tracking).toFixed(3)}px`);
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
