/** What the charts and tables of the reports are made of. */
import type { MonthFigures, ReportView, Status } from '$ipc/bindings';
import { momentOf } from '$shared/format/dates';
import { language } from '$shared/messages/index.svelte';

/** A month with what is neither accepted nor refused. */
export interface Month {
  /** `déc.`; the full name is for readers and tables. */
  short: string;
  long: string;
  received: number;
  accepted: number;
  refused: number;
  other: number;
  /** Minor units. */
  won: number;
}

export function monthsOf(report: ReportView): Month[] {
  return report.months.map((month) => ({
    short: monthName(month, { month: 'short' }),
    long: monthName(month, { month: 'long', year: 'numeric' }),
    received: month.received,
    accepted: month.accepted,
    refused: month.refused,
    other: Math.max(0, month.received - month.accepted - month.refused),
    won: month.won.minor,
  }));
}

export function countOf(report: ReportView, status: Status): number {
  return report.statuses.find((one) => one.status === status)?.count ?? 0;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Round values for an axis from 0 to at least `most`, in about `parts` steps of 1, 2 or 5 × 10ⁿ. */
export function ticks(most: number, parts: number): number[] {
  if (most <= 0) return [0, 1];
  const rough = most / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max([1, 2, 5, 10].map((unit) => unit * power).find((one) => one >= rough) ?? rough, 1);
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, place) => place * step);
}

function monthName({ month }: MonthFigures, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language.locale, options).format(momentOf(month));
}
