/** Sample quotes: the bathroom of the pictures in full, the others with a few lines that come to their amount. */
import type { QuoteLineInput, QuoteState, RequestRow } from '../bindings';
import { bathroomLines } from './bathroomLines';
import { at, day } from './moment';
import { writeNumber } from './quoteNumbers';
import { fresh, input, line, type SampleQuote } from './quoteParts';

function bathroom(row: RequestRow): SampleQuote {
  return {
    ...fresh('quote-83', row, input({ title: '', lines: [] })),
    number: '2026-0083',
    state: 'sent',
    updated_at: at(4, 16, 25),
    sent_at: at(4, 16, 25),
    input: input({
      title: 'Rénovation complète de la salle de bain',
      intro:
        'Madame, Monsieur, suite à notre visite du 19 novembre, voici notre offre pour votre salle de bain. Le chantier dure neuf jours ouvrables et peut commencer à partir du 1er février 2027.',
      terms:
        'Solde : 50 % au début du carrelage, 20 % à la réception. Paiement à 15 jours. Prix fermes jusqu’à la date de validité. Délai de rétractation de 14 jours pour une offre signée chez vous. Nos conditions générales sont jointes à cette offre.',
      issued_on: day(-4),
      valid_until: day(26),
      discount: '3',
      discount_label: 'chantier d’hiver',
      site: 'Rue des Brasseurs 41, 5000 Namur',
      recipient: {
        salutation: 'Madame et Monsieur',
        name: 'Sophie et Marc Lambert',
        company: '',
        street: 'Rue des Brasseurs 41',
        postal_code: '5000',
        city: 'Namur',
        country: 'BE',
        vat_number: '',
      },
      lines: bathroomLines(),
    }),
  };
}

const states: Partial<Record<RequestRow['status'], QuoteState>> = {
  quote_created: 'draft',
  quote_sent: 'sent',
  quote_accepted: 'accepted',
  quote_refused: 'refused',
};

function usual(row: RequestRow): SampleQuote | null {
  const state = states[row.status];
  if (!state || !row.amount) return null;
  const draft = state === 'draft';
  // With 6 % VAT the whole comes to the amount in the list of requests, to the cent.
  const net = Math.round((row.amount.minor * 100) / 106);
  const work = Math.round(net * 0.4);
  return {
    ...fresh(`quote-${row.id}`, row, input({ title: '', lines: [] })),
    number: draft ? null : `2026-00${row.reference.slice(-2)}`,
    state,
    updated_at: row.activity_at,
    sent_at: draft ? null : row.activity_at,
    decided_at: state === 'accepted' || state === 'refused' ? row.activity_at : null,
    decision_reason: row.closed_reason,
    input: input({
      title: row.subject,
      language: row.language ?? 'fr',
      issued_on: day(-6),
      valid_until: row.valid_until ?? day(20),
      recipient: { ...input({ title: '', lines: [] }).recipient, name: row.who, city: 'Namur' },
      lines: [
        line({ title: 'Fournitures', unit: 'lot', ...priced(net - work) }),
        line({ title: 'Main d’œuvre et pose', unit: 'forfait', ...priced(work) }),
      ],
    }),
  };
}

function priced(cents: number): Pick<QuoteLineInput, 'unit_price' | 'unit_cost'> {
  return {
    unit_price: writeNumber(cents, 2, 2, 'fr'),
    unit_cost: writeNumber(Math.round(cents * 0.66), 2, 2, 'fr'),
  };
}

export function sampleQuotes(rows: RequestRow[]): SampleQuote[] {
  return rows.flatMap((row) => (row.id === 'request-147' ? [bathroom(row)] : (usual(row) ?? [])));
}
