/** What sample quotes are put together from. */
import type {
  ContactId,
  Language,
  QuoteId,
  QuoteInput,
  QuoteLineInput,
  QuoteState,
  RequestId,
  RequestRow,
  UserId,
} from '../bindings';
import { day, now } from './moment';

/** A version of a quote as the imitation keeps it. */
export interface SampleQuote {
  id: QuoteId;
  request_id: RequestId;
  contact_id: ContactId | null;
  number: string | null;
  version: number;
  state: QuoteState;
  input: QuoteInput;
  /** The language in which `input` writes numbers. */
  typed_language: Language;
  revision: number;
  created_by: UserId | null;
  updated_at: number;
  sent_at: number | null;
  decided_at: number | null;
  decision_reason: string;
}

/** A line with what is not said left empty. */
export function line(given: Partial<QuoteLineInput> & { title: string }): QuoteLineInput {
  return {
    kind: 'item',
    product_id: null,
    details: '',
    quantity: '1',
    unit: '',
    unit_price: '',
    unit_cost: '',
    discount: '',
    vat_rate: '6',
    optional: false,
    ...given,
  };
}

/** A quote with what is not said left as a new one has it. */
export function input(given: Partial<QuoteInput> & { title: string; lines: QuoteLineInput[] }): QuoteInput {
  return {
    intro: '',
    terms:
      'Solde : 50 % en cours de chantier, 20 % à la réception. Paiement à 15 jours. Prix fermes jusqu’à la date de validité.',
    language: 'fr',
    issued_on: day(0),
    valid_until: day(30),
    price_mode: 'net',
    discount: '',
    discount_label: '',
    deposit: '30',
    recipient: {
      salutation: '',
      name: '',
      company: '',
      street: '',
      postal_code: '',
      city: '',
      country: 'BE',
      vat_number: '',
    },
    site: '',
    ...given,
  };
}

/** A new draft for a request. */
export function fresh(id: string, row: RequestRow, content: QuoteInput): SampleQuote {
  return {
    id,
    request_id: row.id,
    contact_id: row.contact_id,
    number: null,
    version: 1,
    state: 'draft',
    input: content,
    typed_language: 'fr',
    revision: 1,
    created_by: row.assignee_id,
    updated_at: now,
    sent_at: null,
    decided_at: null,
    decision_reason: '',
  };
}
