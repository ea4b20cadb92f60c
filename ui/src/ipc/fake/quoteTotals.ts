/** What a quote comes to, in the imitation: lines rounded, VAT per rate on its sum, discount spread (EN 16931). */
import type {
  FieldProblem,
  Language,
  Money,
  QuoteFieldProblem,
  QuoteInput,
  QuoteLineInput,
  QuoteTotals,
  VatRateTotal,
} from '../bindings';
import { readNumber } from './quoteNumbers';

interface ReadLine {
  kind: QuoteLineInput['kind'];
  amount: number;
  cost: number | null;
  rate: number;
  optional: boolean;
}

export function totalsOf(input: QuoteInput, language: Language): QuoteTotals {
  const problems: QuoteFieldProblem[] = [];
  const number = (field: string, text: string, decimals: number, limits: Limits = {}): number => {
    const reading = readNumber(text, language, decimals);
    const problem = 'problem' in reading ? reading.problem : outside(reading.value, limits);
    if (problem) problems.push({ field, problem });
    return problem || !('value' in reading) ? 0 : reading.value;
  };
  const discount = number('discount', input.discount, 2, share);
  const deposit = number('deposit', input.deposit, 2, share);
  if (input.valid_until < input.issued_on) problems.push({ field: 'valid_until', problem: 'too_early' });

  const lines = input.lines.map((line, place): ReadLine => {
    const field = (name: string) => `lines.${String(place)}.${name}`;
    if (line.kind !== 'item') return { kind: line.kind, amount: 0, cost: null, rate: 0, optional: false };
    const quantity = number(field('quantity'), line.quantity, 3, { least: 0 });
    const price = number(field('unit_price'), line.unit_price, 4);
    const cost = number(field('unit_cost'), line.unit_cost, 4);
    const kept = 10_000 - number(field('discount'), line.discount, 2, share);
    return {
      kind: 'item',
      amount: rounded((quantity * price * kept) / 1e9),
      cost: line.unit_cost.trim() ? rounded((quantity * cost) / 1e5) : null,
      rate: number(field('vat_rate'), line.vat_rate, 2, share),
      optional: line.optional,
    };
  });
  return summed(input, lines, discount, deposit, problems);
}

interface Limits {
  least?: number;
  most?: number;
}
const share: Limits = { least: 0, most: 10_000 };

function outside(value: number, { least, most }: Limits): FieldProblem | null {
  if (least !== undefined && value < least) return 'negative';
  return most !== undefined && value > most ? 'out_of_range' : null;
}

function summed(
  input: QuoteInput,
  lines: ReadLine[],
  discount: number,
  deposit: number,
  problems: QuoteFieldProblem[],
): QuoteTotals {
  const gross = input.price_mode === 'gross';
  const firm = byRate(lines.filter((line) => line.kind === 'item' && !line.optional));
  const linesTotal = [...firm.values()].reduce((sum, part) => sum + part, 0);
  const off = rounded((-linesTotal * discount) / 10_000);
  const discounted = spread(firm, linesTotal, off);
  const vat_rates = taxed(discounted, gross);
  const net = vat_rates.reduce((sum, part) => sum + part.base.minor, 0);
  const vat = vat_rates.reduce((sum, part) => sum + part.vat.minor, 0);
  const options = lines.filter((line) => line.optional);
  const withOptions = new Map(discounted);
  for (const [rate, sum] of byRate(options)) withOptions.set(rate, (withOptions.get(rate) ?? 0) + sum);
  const costs = lines.filter((line) => !line.optional && line.cost !== null);
  const cost = costs.reduce((sum, line) => sum + (line.cost ?? 0), 0);
  const known = costs.length > 0;

  return {
    lines: amounts(lines),
    line_margins: lines.map((line) => marginOf(line, gross)),
    lines_total: euros(linesTotal),
    discount: euros(off),
    net: euros(net),
    vat: euros(vat),
    gross: euros(net + vat),
    gross_with_options:
      options.length > 0
        ? euros(taxed(withOptions, gross).reduce((sum, part) => sum + part.base.minor + part.vat.minor, 0))
        : null,
    deposit: deposit > 0 ? euros(rounded(((net + vat) * deposit) / 10_000)) : null,
    vat_rates,
    cost: known ? euros(cost) : null,
    margin: known ? euros(net - cost) : null,
    margin_rate: known && net !== 0 ? Math.round(((net - cost) * 10_000) / net) : null,
    problems,
  };
}

function byRate(lines: ReadLine[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const line of lines) sums.set(line.rate, (sums.get(line.rate) ?? 0) + line.amount);
  return new Map([...sums].sort(([one], [other]) => one - other));
}

/** The discount over the rates, in proportion, to the cent. */
function spread(sums: Map<number, number>, total: number, off: number): Map<number, number> {
  const rates = [...sums];
  let left = off;
  return new Map(
    rates.map(([rate, sum], place) => {
      const part = place === rates.length - 1 ? left : rounded(total === 0 ? 0 : (off * sum) / total);
      left -= part;
      return [rate, sum + part];
    }),
  );
}

function taxed(sums: Map<number, number>, gross: boolean): VatRateTotal[] {
  return [...sums].map(([rate, sum]) => {
    const base = gross ? rounded((sum * 10_000) / (10_000 + rate)) : sum;
    const vat = gross ? sum - base : rounded((sum * rate) / 10_000);
    return { rate, category: rate > 0 ? 'S' : 'Z', base: euros(base), vat: euros(vat) };
  });
}

function amounts(lines: ReadLine[]): (Money | null)[] {
  const found: (Money | null)[] = lines.map((line) => (line.kind === 'item' ? euros(line.amount) : null));
  let sum = 0;
  for (let place = lines.length - 1; place >= 0; place -= 1) {
    const line = lines[place];
    if (line?.kind === 'item' && !line.optional) sum += line.amount;
    if (line?.kind !== 'section') continue;
    found[place] = euros(sum);
    sum = 0;
  }
  return found;
}

function marginOf(line: ReadLine, gross: boolean): number | null {
  if (line.cost === null || line.amount === 0) return null;
  const net = gross ? (line.amount * 10_000) / (10_000 + line.rate) : line.amount;
  return Math.round(((net - line.cost) * 10_000) / net);
}

/** Half away from zero. */
function rounded(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value) + 1e-7);
}

function euros(minor: number): Money {
  return { minor: minor + 0, currency: 'EUR' };
}
