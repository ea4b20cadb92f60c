/** Sample quotes as the screens see them. */
import type {
  Language,
  QuoteDetail,
  QuoteInput,
  QuoteRow,
  RequestId,
  RequestQuote,
  RequestRow,
} from '../bindings';
import { rewriteNumber } from './quoteNumbers';
import type { SampleQuote } from './quoteParts';
import { totalsOf } from './quoteTotals';

export function detailOf(
  quote: SampleQuote,
  all: SampleQuote[],
  row: RequestRow,
  language: Language,
): QuoteDetail {
  const input = inLanguage(quote.input, quote.typed_language, language);
  const recipient = quote.input.recipient;
  return {
    id: quote.id,
    request_id: quote.request_id,
    request_subject: row.subject,
    request_reference: row.reference,
    contact_id: quote.contact_id,
    number: quote.number,
    version: quote.version,
    state: quote.state,
    input,
    totals: totalsOf(input, language),
    revision: quote.revision,
    versions: all
      .filter((other) => other.request_id === quote.request_id)
      .sort((one, other) => one.version - other.version)
      .map(({ id, version, state }) => ({ id, version, state })),
    missing: [
      ...(recipient.street && recipient.city ? [] : (['recipient_address'] as const)),
      ...(quote.input.title ? [] : (['title'] as const)),
    ],
    created_by: quote.created_by,
    updated_at: quote.updated_at,
    sent_at: quote.sent_at,
    decided_at: quote.decided_at,
    decision_reason: quote.decision_reason,
    document_sha256:
      quote.state === 'draft' ? null : '5f2b9c41d07e6a8815f3c0de97b2446a1c0d8e93fb65a7702e4d19c83ab6f014',
  };
}

export function rowOf(quote: SampleQuote, row: RequestRow | undefined): QuoteRow {
  return {
    id: quote.id,
    request_id: quote.request_id,
    number: quote.number,
    version: quote.version,
    state: quote.state,
    title: quote.input.title || (row?.subject ?? ''),
    recipient: quote.input.recipient.company || quote.input.recipient.name,
    total: totalsOf(quote.input, quote.typed_language).gross,
    issued_on: quote.input.issued_on,
    valid_until: quote.input.valid_until,
    assignee_id: row?.assignee_id ?? null,
    updated_at: quote.updated_at,
  };
}

/** The quotes of a request, newest first. */
export function quotesOfRequest(quotes: SampleQuote[], request: RequestId): RequestQuote[] {
  return quotes
    .filter((quote) => quote.request_id === request)
    .sort((one, other) => other.version - one.version)
    .map((quote) => ({
      id: quote.id,
      number: quote.number,
      version: quote.version,
      state: quote.state,
      title: quote.input.title,
      total: totalsOf(quote.input, quote.typed_language).gross,
      valid_until: quote.input.valid_until,
    }));
}

function inLanguage(input: QuoteInput, from: Language, to: Language): QuoteInput {
  return {
    ...input,
    discount: rewriteNumber(input.discount, from, to, 2, 0),
    deposit: rewriteNumber(input.deposit, from, to, 2, 0),
    lines: input.lines.map((line) => ({
      ...line,
      quantity: rewriteNumber(line.quantity, from, to, 3, 0),
      unit_price: rewriteNumber(line.unit_price, from, to, 4, 2),
      unit_cost: rewriteNumber(line.unit_cost, from, to, 4, 2),
      discount: rewriteNumber(line.discount, from, to, 2, 0),
      vat_rate: rewriteNumber(line.vat_rate, from, to, 2, 0),
    })),
  };
}
