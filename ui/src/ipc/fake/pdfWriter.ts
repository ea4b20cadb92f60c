/** A very small PDF writer (ISO 32000-1): text in Helvetica and lines, enough for the imitation's preview. */

const pointsPerMm = 72 / 25.4;
const pageHeight = 297;

/** Widths of Helvetica for U+0020 to U+007E, in thousandths of the size. */
const widths = (
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 ' +
  '1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 ' +
  '333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
)
  .split(' ')
  .map(Number);

export interface TextStyle {
  size?: number;
  bold?: boolean;
  grey?: boolean;
  align?: 'left' | 'right';
}

export class PdfPage {
  #content: string[] = [];

  /** Text whose baseline starts (or ends) there, in millimetres from the upper left corner. */
  text(x: number, y: number, text: string, { size = 9, bold, grey, align }: TextStyle = {}): void {
    const left = align === 'right' ? x - widthOf(text, size) : x;
    const font = bold ? 'B' : 'R';
    const ink = grey ? '0.3 0.34 0.39 rg' : '0.08 0.1 0.12 rg';
    this.#content.push(
      `BT ${ink} /${font} ${String(size)} Tf ${points(left)} ${points(pageHeight - y)} Td (${escaped(text)}) Tj ET`,
    );
  }

  line(x: number, y: number, to: number, width: number): void {
    const height = points(pageHeight - y);
    this.#content.push(
      `${width < 0.5 ? '0.8 0.82 0.85' : '0.08 0.1 0.12'} RG ${String(width)} w ${points(x)} ${height} m ${points(to)} ${height} l S`,
    );
  }

  get content(): string {
    return this.#content.join('\n');
  }
}

/** The width of a text in millimetres. */
export function widthOf(text: string, size: number): number {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  const units = [...plain].reduce((sum, sign) => sum + (widths[sign.charCodeAt(0) - 32] ?? 556), 0);
  return (units * size) / 1000 / pointsPerMm;
}

/** A text cut into lines of at most so many millimetres. */
export function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1] ?? ''} ${word}` : word;
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

export function pdfOf(pages: PdfPage[]): Uint8Array {
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const kids = pages.map((_, place) => `${String(5 + place * 2)} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${String(pages.length)} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pages.flatMap((page, place) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents ${String(6 + place * 2)} 0 R >>`,
      `<< /Length ${String(page.content.length)} >>\nstream\n${page.content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, place) => {
    const offset = file.length;
    file += `${String(place + 1)} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  file += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R >>\nstartxref\n${String(table)}\n%%EOF\n`;
  return Uint8Array.from(file, (sign) => sign.charCodeAt(0));
}

function points(millimetres: number): string {
  return (millimetres * pointsPerMm).toFixed(2);
}

/** What WinAnsi has outside Latin-1, and spaces that it has not. */
const winAnsi: Record<string, number> = {
  '€': 0x80,
  '’': 0x92,
  '‘': 0x91,
  '–': 0x96,
  '—': 0x97,
  œ: 0x9c,
  Œ: 0x8c,
  '…': 0x85,
};

function escaped(text: string): string {
  return [...text.replace(/[\u202f\u2009]/g, '\u00a0').replace('\u2212', '–')]
    .map((sign) => {
      const code = winAnsi[sign] ?? sign.charCodeAt(0);
      if (code > 255) return '?';
      if (code > 126) return `\\${code.toString(8)}`;
      return /[()\\]/.test(sign) ? `\\${sign}` : sign;
    })
    .join('');
}
