/** The imitation's document of a quote: it follows every change, and looks only roughly like the real one. */
import type { Company, QuoteTotals } from '../bindings';
import { PdfPage, pdfOf, wrapped } from './pdfWriter';
import type { SampleQuote } from './quoteParts';
import { totalsOf } from './quoteTotals';

const left = 20;
const right = 193;
const lowest = 268;
const columns = { quantity: 118, unit: 121, price: 158, rate: 172 };

export function quotePdf(quote: SampleQuote, company: Company, reference: string): Uint8Array {
  return new Sheet(quote, company, reference).bytes();
}

class Sheet {
  #pages: PdfPage[] = [];
  #y = 0;
  #totals: QuoteTotals;

  constructor(
    readonly quote: SampleQuote,
    readonly company: Company,
    readonly reference: string,
  ) {
    this.#totals = totalsOf(quote.input, quote.typed_language);
  }

  bytes(): Uint8Array {
    this.#begin();
    this.#head();
    this.#table();
    this.#sums();
    this.#pages.forEach((page, place) => this.#foot(page, place + 1));
    return pdfOf(this.#pages);
  }

  get #page(): PdfPage {
    return this.#pages[this.#pages.length - 1] ?? new PdfPage();
  }

  get #name(): string {
    return this.quote.number && this.quote.state !== 'draft' ? this.quote.number : 'Brouillon';
  }

  #begin(): void {
    this.#pages.push(new PdfPage());
    this.#y = 22;
  }

  #head(): void {
    const { input } = this.quote;
    const page = this.#page;
    page.text(left, 24, this.company.name, { size: 17, bold: true });
    page.text(left, 30, this.company.tagline, { grey: true });
    page.text(right, 24, 'Offre', { size: 22, bold: true, align: 'right' });
    page.text(right, 31, `${this.#name}, version ${String(this.quote.version)}`, {
      size: 10,
      align: 'right',
    });
    const facts = [
      ['Date', longDate(input.issued_on)],
      ['Valable jusqu’au', longDate(input.valid_until)],
      ...(input.site ? [['Lieu des travaux', input.site]] : []),
      ['Votre demande', this.reference],
    ];
    facts.forEach(([label = '', value = ''], place) => {
      page.text(left, 50 + place * 5.2, label, { grey: true });
      page.text(left + 29, 50 + place * 5.2, value);
    });
    const { recipient } = input;
    const address = [
      recipient.salutation,
      recipient.company,
      recipient.name,
      recipient.street,
      `${recipient.postal_code} ${recipient.city}`,
    ];
    address
      .filter((part) => part.trim())
      .forEach((part, place) =>
        page.text(127, 50 + place * 5.5, part, { size: 10.5, bold: part === recipient.name }),
      );
    page.text(left, 86, input.title, { size: 13, bold: true });
    this.#y = 93;
    this.#paragraph(input.intro, 140);
  }

  #paragraph(text: string, width: number, size = 9): void {
    for (const words of wrapped(text, width, size)) {
      this.#page.text(left, this.#y, words, { size, grey: size < 9 });
      this.#y += size * 0.52;
    }
  }

  #table(): void {
    this.#columnHeads();
    let section = 0;
    let place = 0;
    for (const [index, line] of this.quote.input.lines.entries()) {
      if (this.#y > lowest - (line.kind === 'section' ? 40 : 12)) this.#nextPage();
      const amount = this.#totals.lines[index];
      if (line.kind === 'section') {
        section += 1;
        place = 0;
        this.#y += 5;
        this.#page.text(left + 8, this.#y, `${letter(section)}. ${line.title}`, { bold: true });
        this.#page.line(left, this.#y + 2.2, right, 0.6);
        this.#y += 7;
        continue;
      }
      if (line.kind === 'text') {
        this.#paragraph(line.title, 150);
        this.#y += 2;
        continue;
      }
      place += 1;
      this.#page.text(left, this.#y, section > 0 ? `${letter(section)}${String(place)}` : String(place), {
        size: 8,
        grey: true,
      });
      this.#page.text(left + 8, this.#y, line.optional ? `Option : ${line.title}` : line.title);
      this.#page.text(columns.quantity, this.#y, line.quantity, { align: 'right' });
      this.#page.text(columns.unit, this.#y, line.unit);
      this.#page.text(columns.price, this.#y, line.unit_price, { align: 'right' });
      if (line.discount) {
        this.#page.text(columns.price, this.#y + 4, `remise ${line.discount} %`, {
          size: 8,
          grey: true,
          align: 'right',
        });
      }
      this.#page.text(columns.rate, this.#y, `${line.vat_rate} %`, { align: 'right' });
      this.#page.text(right, this.#y, amount ? money(amount.minor) : '', { align: 'right' });
      const details = line.optional ? `${line.details} Non comprise dans le total.` : line.details;
      for (const words of wrapped(details, 68, 8)) {
        this.#y += 4;
        this.#page.text(left + 8, this.#y, words, { size: 8, grey: true });
      }
      this.#page.line(left, this.#y + 2.4, right, 0.3);
      this.#y += 6.6;
    }
  }

  #columnHeads(): void {
    this.#y += 8;
    const style = { size: 7.5, grey: true } as const;
    const net = this.quote.input.price_mode === 'net';
    this.#page.text(left + 8, this.#y, 'Description', style);
    this.#page.text(columns.quantity, this.#y, 'Quantité', { ...style, align: 'right' });
    this.#page.text(columns.unit, this.#y, 'Unité', style);
    this.#page.text(columns.price, this.#y, 'Prix unitaire', { ...style, align: 'right' });
    this.#page.text(columns.rate, this.#y, 'TVA', { ...style, align: 'right' });
    this.#page.text(right, this.#y, net ? 'Total HTVA' : 'Total TVAC', { ...style, align: 'right' });
    this.#page.line(left, this.#y + 2.2, right, 0.9);
    this.#y += 8;
  }

  #nextPage(): void {
    this.#begin();
    this.#columnHeads();
  }

  #sums(): void {
    if (this.#y > lowest - 60) this.#begin();
    this.#y += 6;
    const totals = this.#totals;
    const { input } = this.quote;
    const rows: [string, number][] = [
      ['Total des lignes', totals.lines_total.minor],
      ...(totals.discount.minor
        ? [[`Remise ${input.discount_label}, ${input.discount} %`, totals.discount.minor] as [string, number]]
        : []),
      ['Total HTVA', totals.net.minor],
      ...totals.vat_rates.map((part): [string, number] => [
        `TVA ${String(part.rate / 100)} %`,
        part.vat.minor,
      ]),
    ];
    for (const [label, minor] of rows) {
      this.#page.text(117, this.#y, label, { grey: true });
      this.#page.text(right, this.#y, `${money(minor)} €`, { align: 'right' });
      this.#y += 5.3;
    }
    this.#page.line(117, this.#y - 2, right, 1.2);
    this.#page.text(117, this.#y + 4, 'Total TVAC', { size: 13, bold: true });
    this.#page.text(right, this.#y + 4, `${money(totals.gross.minor)} €`, {
      size: 13,
      bold: true,
      align: 'right',
    });
    this.#y += 16;
    if (totals.deposit) {
      this.#page.text(left, this.#y, `Acompte à la commande : ${money(totals.deposit.minor)} €`, {
        bold: true,
      });
      this.#y += 8;
    }
    this.#page.text(left, this.#y, 'Conditions', { bold: true });
    this.#y += 5;
    this.#paragraph(input.terms, right - left, 8);
    this.#y += 8;
    this.#page.text(left, this.#y, 'Bon pour accord', { size: 11, bold: true });
    this.#page.line(left, this.#y + 16, 70, 0.5);
    this.#page.line(80, this.#y + 16, right, 0.5);
  }

  #foot(page: PdfPage, number: number): void {
    const { company } = this;
    page.line(left, 281, right, 0.3);
    const style = { size: 7, grey: true } as const;
    page.text(
      left,
      285,
      `${company.name} ${company.legal_form}, ${company.street}, ${company.postal_code} ${company.city}`,
      style,
    );
    page.text(right, 285, `Page ${String(number)} sur ${String(this.#pages.length)}`, {
      ...style,
      align: 'right',
    });
  }
}

function letter(section: number): string {
  return String.fromCharCode(64 + section);
}

function money(minor: number): string {
  return new Intl.NumberFormat('fr-BE', { minimumFractionDigits: 2 }).format(minor / 100);
}

function longDate(date: string): string {
  return new Intl.DateTimeFormat('fr-BE', { dateStyle: 'long' }).format(new Date(`${date}T12:00:00`));
}
