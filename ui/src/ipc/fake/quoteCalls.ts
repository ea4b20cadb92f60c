/** Quotes, products and reports of the imitation. */
import type { ProductInput, QuoteState } from '../bindings';
import type { Core } from '../client';
import { day, now } from './moment';
import { quotePdf } from './quotePdf';
import { readNumber } from './quoteNumbers';
import { fresh, input, type SampleQuote } from './quoteParts';
import { totalsOf } from './quoteTotals';
import { detailOf, rowOf } from './quoteViews';
import { sampleReport } from './report';
import { holds } from './requestCalls';
import { refuse, type World } from './world';

type QuoteCalls = Pick<Core, Extract<keyof Core, `quote${string}` | `product${string}` | 'reports'>>;

export function quoteCalls(world: World): QuoteCalls {
  const view = (quote: SampleQuote, language: Parameters<typeof detailOf>[3]) =>
    detailOf(quote, world.quotes, world.row(quote.request_id), language);

  /** Only a draft may be changed. */
  function draft(id: string): SampleQuote {
    const quote = world.quote(id);
    return quote.state === 'draft' ? quote : refuse({ code: 'state', state: 'quote_frozen' });
  }

  function decide(id: string, state: QuoteState, reason: string): null {
    const quote = world.quote(id);
    if (quote.state === 'draft') refuse({ code: 'state', state: 'quote_not_finalised' });
    if (quote.state === 'superseded') refuse({ code: 'state', state: 'quote_superseded' });
    world.changeQuote(id, { state, decided_at: now, decision_reason: reason });
    const status = state === 'accepted' ? 'quote_accepted' : 'quote_refused';
    world.update(
      quote.request_id,
      { status, waiting: 'nobody', proposal: null, closed_reason: reason },
      status,
      { number: quote.number ?? '' },
    );
    return null;
  }

  return {
    quoteList: async (query, state, after, limit) => {
      const rows = world.quotes
        .map((quote) =>
          rowOf(
            quote,
            world.rows.find((row) => row.id === quote.request_id),
          ),
        )
        .filter((row) => !state || row.state === state)
        .filter((row) => holds(`${row.number ?? ''} ${row.title} ${row.recipient}`, query))
        .sort((one, other) => other.updated_at - one.updated_at || (one.id < other.id ? 1 : -1));
      const start = after ? rows.findIndex((row) => row.id === after) + 1 : 0;
      return rows.slice(start, start + limit);
    },
    quoteDetail: async (id, language) => view(world.quote(id), language),
    quoteCreate: async (request) => {
      const row = world.row(request);
      const id = world.newId('quote');
      const known = world.contacts.find((contact) => contact.id === row.contact_id)?.details;
      const recipient = { ...input({ title: '', lines: [] }).recipient, name: row.who };
      const content = input({
        title: row.subject,
        lines: [],
        language: row.language ?? 'fr',
        recipient: known
          ? { ...recipient, street: known.street, postal_code: known.postal_code, city: known.city }
          : recipient,
      });
      world.quotes = [...world.quotes, fresh(id, row, content)];
      world.update(request, { status: 'quote_created', waiting: 'us' }, 'quote_created');
      world.changed({ what: 'quote', id });
      return id;
    },
    quoteCompute: async (typed, language) => totalsOf(typed, language),
    quoteSave: async (id, revision, typed, language) => {
      const quote = draft(id);
      if (quote.revision !== revision) refuse({ code: 'state', state: 'quote_changed_elsewhere' });
      const changes = { input: typed, typed_language: language, revision: revision + 1 };
      return view(world.changeQuote(id, changes), language);
    },
    quoteFinalise: async (id) => view(finalise(world, draft(id).id), 'fr'),
    quoteAccept: async (id, reason) => decide(id, 'accepted', reason),
    quoteRefuse: async (id, reason) => decide(id, 'refused', reason),
    quoteRevise: async (id) => {
      const old = world.quote(id);
      if (old.state === 'draft') refuse({ code: 'state', state: 'quote_not_finalised' });
      const versions = world.quotes.filter((quote) => quote.request_id === old.request_id);
      const begun = versions.find((quote) => quote.state === 'draft');
      if (begun) return begun.id;
      const next = world.newId('quote');
      world.quotes = [
        ...world.quotes,
        {
          ...fresh(next, world.row(old.request_id), {
            ...old.input,
            issued_on: day(0),
            valid_until: day(30),
          }),
          number: old.number,
          version: Math.max(...versions.map((quote) => quote.version)) + 1,
        },
      ];
      world.update(old.request_id, { status: 'quote_created', waiting: 'us' }, 'quote_created');
      world.changed({ what: 'quote', id: next });
      return next;
    },
    quoteDiscard: async (id) => {
      const { request_id } = draft(id);
      world.quotes = world.quotes.filter((quote) => quote.id !== id);
      world.update(request_id, {}, 'quote_discarded');
      return null;
    },
    quotePdf: async (id) => {
      const quote = world.quote(id);
      return quotePdf(quote, world.settings.company, world.row(quote.request_id).reference);
    },
    quotePdfSave: async () => null,
    quotePdfOpen: async () => null,
    quotePdfPrint: async () => 'sent_to_printer',
    productList: async (query, limit) =>
      world.products
        .filter((product) => holds(`${product.code} ${product.title} ${product.details}`, query))
        .sort((one, other) => one.title.localeCompare(other.title, 'fr'))
        .slice(0, limit),
    productSave: async (id, typed) => {
      const saved = productOf(typed, id ?? world.newId('product'));
      world.products = [...world.products.filter((product) => product.id !== saved.id), saved];
      world.changed({ what: 'products' });
      return saved.id;
    },
    productRemove: async (id) => {
      world.products = world.products.filter((product) => product.id !== id);
      world.changed({ what: 'products' });
      return null;
    },
    reports: async () => sampleReport(),
  };
}

/** Gives a draft its number; an older version is then superseded. */
function finalise(world: World, id: string): SampleQuote {
  const quote = world.quote(id);
  const problem = totalsOf(quote.input, quote.typed_language).problems[0];
  if (problem) refuse({ code: 'field', ...problem });
  if (!quote.input.lines.some((line) => line.kind === 'item')) {
    refuse({ code: 'state', state: 'quote_without_lines' });
  }
  for (const older of world.quotes) {
    if (older.request_id === quote.request_id && older.id !== id && older.state !== 'draft') {
      world.changeQuote(older.id, { state: 'superseded' });
    }
  }
  const taken = world.quotes.map((known) => Number(known.number?.slice(5) ?? 0));
  const number = quote.number ?? `2026-${String(Math.max(...taken) + 1).padStart(4, '0')}`;
  return world.changeQuote(id, { state: 'finalised', number });
}

/** What sending a quote does to it: a draft gets its number first. */
export function sendQuote(world: World, id: string): SampleQuote {
  const quote = world.quote(id).state === 'draft' ? finalise(world, id) : world.quote(id);
  return quote.state === 'finalised' ? world.changeQuote(id, { state: 'sent', sent_at: now }) : quote;
}

function productOf(typed: ProductInput, id: string) {
  const number = (field: 'unit_price' | 'unit_cost' | 'vat_rate', decimals: number): number => {
    const text = typed[field] ?? '';
    if (!text.trim()) refuse({ code: 'field', field, problem: 'empty' });
    const reading = readNumber(text, 'fr', decimals);
    return 'value' in reading ? reading.value : refuse({ code: 'field', field, problem: reading.problem });
  };
  if (!typed.title?.trim()) refuse({ code: 'field', field: 'title', problem: 'empty' });
  return {
    id,
    code: typed.code ?? '',
    title: typed.title ?? '',
    details: typed.details ?? '',
    unit: typed.unit ?? '',
    unit_price: number('unit_price', 4),
    unit_cost: typed.unit_cost?.trim() ? number('unit_cost', 4) : null,
    vat_rate: number('vat_rate', 2),
  };
}
