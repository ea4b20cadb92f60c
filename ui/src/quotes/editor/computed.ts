/** What the core worked out, kept by line so that it stays with its line while lines move. */
import type { FieldProblem, Money, QuoteTotals } from '$ipc/bindings';
import type { Line } from '../lines/lines';

export interface LineFigures {
  amount: Money | null;
  /** Basis points of its net amount. */
  margin: number | null;
  /** What cannot be read, by field: `quantity`, `unit_price`… */
  problems: Partial<Record<string, FieldProblem>>;
}

export interface Computed {
  totals: QuoteTotals;
  byLine: ReadonlyMap<string, LineFigures>;
  /** What cannot be read outside the lines: `discount`, `deposit`, `valid_until`. */
  problems: Partial<Record<string, FieldProblem>>;
}

export function computed(totals: QuoteTotals, lines: readonly Line[]): Computed {
  const byLine = new Map<string, LineFigures>(
    lines.map((line, place) => [
      line.key,
      { amount: totals.lines[place] ?? null, margin: totals.line_margins[place] ?? null, problems: {} },
    ]),
  );
  const problems: Computed['problems'] = {};
  for (const { field, problem } of totals.problems) {
    const [, place, cell] = /^lines\.(\d+)\.(.+)$/.exec(field) ?? [];
    const line = place === undefined ? undefined : lines[Number(place)];
    const figures = line ? byLine.get(line.key) : undefined;
    if (figures && cell) figures.problems[cell] = problem;
    else problems[field] = problem;
  }
  return { totals, byLine, problems };
}
