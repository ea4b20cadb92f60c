/** Everything the imitation knows: one mutable world per start, told of its changes like the core's. */
import type {
  Change,
  Contact,
  ContactId,
  DraftView,
  Entry,
  IgnoredMail,
  IpcError,
  MessageId,
  OutboxRow,
  Product,
  QuoteId,
  RequestDetail,
  RequestId,
  RequestRow,
  Rule,
  SettingsView,
  SyncView,
  WorkspaceView,
} from '../bindings';
import { Failure } from '../errors';
import { sampleSettings, sampleSync, sampleWorkspace } from './company';
import { sampleEntries } from './conversations';
import { entry, sampleContacts, sampleDetail } from './details';
import { at, now } from './moment';
import { sampleProducts } from './products';
import type { SampleQuote } from './quoteParts';
import { sampleQuotes } from './quotes';
import { quotesOfRequest } from './quoteViews';
import { sampleRows } from './requests';

export class World {
  rows: RequestRow[];
  contacts: Contact[] = sampleContacts();
  quotes: SampleQuote[];
  products: Product[] = sampleProducts();
  drafts: DraftView[] = [];
  outbox: OutboxRow[] = [];
  /** What went to the printer: mails and conversations. */
  printed: string[] = [];
  settings: SettingsView = sampleSettings();
  sync: SyncView = sampleSync();
  workspace: WorkspaceView;
  ignored: IgnoredMail[] = sampleIgnored();
  rules: Rule[] = [];
  /** HTML of messages that have some. */
  html = new Map<MessageId, string>();

  #details = new Map<RequestId, RequestDetail>();
  #entries = new Map<RequestId, Entry[]>();
  #count = 0;
  #tell: (change: Change) => void = () => {};

  constructor(options: { firstStart?: boolean; empty?: boolean } = {}) {
    this.rows = options.firstStart || options.empty ? [] : sampleRows();
    this.quotes = sampleQuotes(this.rows);
    this.workspace = sampleWorkspace(options.firstStart ?? false);
    if (options.firstStart) {
      this.settings = { ...this.settings, company: { ...this.settings.company, name: '' } };
      this.sync = { ...this.sync, accounts: [], up_to_date_at: null };
    }
  }

  /** Who hears of changes. */
  onChange(tell: (change: Change) => void): void {
    this.#tell = tell;
  }

  changed(change: Change): void {
    this.#tell(change);
  }

  newId(kind: string): string {
    this.#count += 1;
    return `${kind}-new-${String(this.#count)}`;
  }

  row(id: RequestId): RequestRow {
    return this.rows.find((row) => row.id === id) ?? refuse({ code: 'not_found' });
  }

  contact(id: ContactId): Contact {
    return this.contacts.find((contact) => contact.id === id) ?? refuse({ code: 'not_found' });
  }

  quote(id: QuoteId): SampleQuote {
    return this.quotes.find((quote) => quote.id === id) ?? refuse({ code: 'not_found' });
  }

  /** Changes a quote and tells. */
  changeQuote(id: QuoteId, changes: Partial<SampleQuote>): SampleQuote {
    const changed = { ...this.quote(id), ...changes, updated_at: now };
    this.quotes = this.quotes.map((quote) => (quote.id === id ? changed : quote));
    this.changed({ what: 'quote', id });
    return changed;
  }

  /** Everything about one request, made when first asked for. */
  detail(id: RequestId): RequestDetail {
    const row = this.row(id);
    const fresh = sampleDetail(row, this.contacts);
    const known = this.#details.get(id);
    const detail = known
      ? { ...known, row, contact: fresh.contact, likely_contacts: fresh.likely_contacts }
      : fresh;
    this.#details.set(id, detail);
    return { ...detail, quotes: quotesOfRequest(this.quotes, id) };
  }

  entries(id: RequestId): Entry[] {
    const known = this.#entries.get(id) ?? sampleEntries(this.row(id));
    this.#entries.set(id, known);
    return known;
  }

  /** Changes a row, writes on its timeline and tells. */
  update(
    id: RequestId,
    changes: Partial<RequestRow>,
    event?: string,
    data: Record<string, string> = {},
  ): void {
    this.rows = this.rows.map((row) => (row.id === id ? { ...row, ...changes } : row));
    if (event) {
      const detail = this.detail(id);
      const user = this.settings.preferences.current_user;
      this.#details.set(id, { ...detail, timeline: [entry(now, event, user, data), ...detail.timeline] });
    }
    this.changed({ what: 'request', id });
  }

  addEntry(id: RequestId, added: Entry): void {
    this.#entries.set(id, [...this.entries(id), added]);
  }

  setEntries(id: RequestId, entries: Entry[]): void {
    this.#entries.set(id, entries);
  }

  removeEntry(id: RequestId, removed: string): void {
    this.#entries.set(
      id,
      this.entries(id).filter((known) => known.id !== removed),
    );
  }
}

/** Refuses as the core would. */
export function refuse(given: Partial<IpcError> & Pick<IpcError, 'code'>): never {
  throw new Failure({ field: null, problem: null, state: null, mail: null, data: {}, ...given });
}

function sampleIgnored(): IgnoredMail[] {
  const mail = (from: string, subject: string, reason: string, daysBefore: number): IgnoredMail => ({
    sha256: `${from}-${subject}`,
    from,
    subject,
    address: `${from.split(' ')[0]?.toLowerCase() ?? ''}@courrier.example`,
    text: 'Bonjour,',
    files: [],
    reason,
    at: at(daysBefore, 7, 40),
  });
  return [
    mail('Matériaux du Sud', 'Matériaux du Sud, lettre d’info', 'list:List-Unsubscribe', 0),
    mail('K. Peeters', 'Retour de vacances, K. Peeters', 'auto_reply:Auto-Submitted', 1),
    mail('Sanitec', 'Facture F-8812, Sanitec', 'triage', 1),
  ];
}
