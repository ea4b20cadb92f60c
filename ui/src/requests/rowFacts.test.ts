import { beforeEach, describe, expect, it } from 'vitest';
import type { RequestRow } from '$ipc/bindings';
import { now, World } from '$ipc/fake';
import { clock } from '$shared/clock.svelte';
import { rowFact, rowLabel } from './rowFacts';

beforeEach(() => clock.fix(now));

function row(changes: Partial<RequestRow>): RequestRow {
  const [first] = new World().rows;
  if (!first) throw new Error('the sample has no requests');
  return { ...first, proposal: null, ...changes };
}

describe('the fact beside the status', () => {
  it('is first of all a mail that did not arrive', () => {
    expect(rowFact(row({ delivery_failed: true, proposal: 'accept' }), now)).toMatchObject({ tone: 'bad' });
  });
  it('asks whether an answer is a yes, and never says that it is', () => {
    expect(rowFact(row({ proposal: 'accept' }), now)?.text).toBe('accord\u202f?');
  });
  it('says how long the customer has waited, and warns after a day', () => {
    const waiting = { status: 'received', waiting: 'us', waiting_since: now - 153 * 60_000 } as const;
    expect(rowFact(row(waiting), now)).toMatchObject({ text: '2\u00a0h\u00a033', tone: 'muted' });
    expect(rowFact(row({ ...waiting, waiting_since: now - 25 * 3_600_000 }), now)?.tone).toBe('warn');
  });
  it('says when a sent quote expires, in its last week only', () => {
    const sent = { status: 'quote_sent', waiting: 'customer' } as const;
    expect(rowFact(row({ ...sent, valid_until: '2026-11-27' }), now)?.text).toBe('expire dans 3\u00a0j');
    expect(rowFact(row({ ...sent, valid_until: '2026-11-24' }), now)?.text).toBe('expire ce soir');
    expect(rowFact(row({ ...sent, valid_until: '2026-12-20' }), now)).toBeNull();
  });
  it('gives the reason of a closed request', () => {
    expect(rowFact(row({ waiting: 'nobody', closed_reason: 'Prix' }), now)?.text).toBe('Prix');
  });
});

it('is read as name, subject, status, fact, amount, salesperson, time, unread', () => {
  const label = rowLabel(row({ proposal: 'accept', unread: true }), 'Amélie Wauters', now);
  expect(label).toBe(
    'Sophie Lambert, Rénovation salle de bain à Namur, Offre envoyée, accord\u202f?, offre 10\u202f293\u00a0€, Amélie Wauters, 11:42, non lu',
  );
});
