/** Twelve months of the sample company. */
import type { ReportView } from '../bindings';
import { euro } from './moment';

/** Received, accepted, refused, accepted value in thousands; from December to November. */
const year: [number, number, number, number][] = [
  [16, 8, 6, 31.2],
  [20, 11, 7, 38.4],
  [21, 10, 8, 35.9],
  [23, 13, 8, 46.1],
  [24, 12, 9, 42.7],
  [23, 14, 7, 51.8],
  [21, 11, 8, 40.3],
  [14, 7, 5, 26.5],
  [12, 6, 4, 22.9],
  [26, 13, 8, 49.6],
  [25, 12, 7, 44.2],
  [16, 6, 3, 56.4],
];

export function sampleReport(): ReportView {
  return {
    months: year.map(([received, accepted, refused, won], place) => ({
      month: `${place === 0 ? '2025' : '2026'}-${String(place === 0 ? 12 : place).padStart(2, '0')}-01`,
      received,
      accepted,
      refused,
      won: euro(won * 1000),
    })),
    statuses: [
      { status: 'received', count: 2 },
      { status: 'replied', count: 4 },
      { status: 'quote_created', count: 1 },
      { status: 'quote_sent', count: 8 },
      { status: 'quote_accepted', count: 123 },
      { status: 'quote_refused', count: 80 },
      { status: 'cancelled', count: 23 },
    ],
    win_rate: 6059,
    first_answer_minutes: 185,
    quote_minutes: 3024,
    won: euro(486_000),
    pending: euro(128_000),
    reasons_lost: [
      { reason: 'Prix', count: 34 },
      { reason: 'Sans réponse du client', count: 17 },
      { reason: 'Délai trop long', count: 14 },
      { reason: 'Projet abandonné', count: 9 },
      { reason: 'Concurrent', count: 4 },
      { reason: '', count: 2 },
    ],
  };
}
