/** Requests and contacts of the imitation. */
import type { ContactDetails, RequestFilter, RequestRow, Waiting } from '../bindings';
import type { Core } from '../client';
import { contactDetails } from './details';
import { now } from './moment';
import { waitingOf } from './requests';
import { refuse, type World } from './world';

const order: Waiting[] = ['us', 'customer', 'nobody'];

type RequestCalls = Pick<
  Core,
  | 'requestList'
  | 'requestDetail'
  | 'requestCreate'
  | 'requestSetStatus'
  | 'requestTakeBackStatus'
  | 'requestAssign'
  | 'requestMarkRead'
  | 'requestCorrectRequester'
  | 'requestRename'
  | 'requestJudgeAnswer'
  | 'requestLinkContact'
  | 'requestDelete'
  | 'contactList'
  | 'contactDetail'
  | 'contactSuggest'
  | 'contactTakeFound'
  | 'contactDuplicates'
  | 'contactCreate'
  | 'contactSave'
  | 'contactMerge'
>;

export function requestCalls(world: World): RequestCalls {
  const before = new Map<string, Partial<RequestRow>>();
  return {
    requestList: async (filter, after, limit) => {
      const matching = world.rows.filter((row) => matches(row, filter)).sort(byGroupThenTime);
      const start = after ? matching.findIndex((row) => row.id === after.id) + 1 : 0;
      const rows = matching.slice(start, start + limit);
      const last = rows.at(-1);
      const more = start + limit < matching.length && last;
      const inGroup = (waiting: Waiting) => matching.filter((row) => row.waiting === waiting).length;
      return {
        rows,
        next: more ? { waiting: last.waiting, activity_at: last.activity_at, id: last.id } : null,
        counts: { us: inGroup('us'), customer: inGroup('customer'), closed: inGroup('nobody') },
      };
    },
    requestDetail: async (id) => world.detail(id),
    requestCreate: async (given) => {
      if (!given.name?.trim()) refuse({ code: 'field', field: 'name', problem: 'empty' });
      if (given.address && !given.address.includes('@')) {
        refuse({ code: 'field', field: 'address', problem: 'not_an_address' });
      }
      const id = world.newId('request');
      const number = 154 + world.rows.length;
      world.rows = [
        ...world.rows,
        {
          id,
          reference: `D-2026-0${String(number)}`,
          subject: given.subject || given.name || '',
          status: 'received',
          waiting: 'us',
          waiting_since: now,
          who: given.name ?? '',
          address: given.address ?? '',
          language: given.language ?? null,
          contact_id: null,
          assignee_id: null,
          amount: null,
          valid_until: null,
          proposal: null,
          delivery_failed: false,
          unread: false,
          closed_reason: '',
          activity_at: now,
        },
      ];
      world.changed({ what: 'request', id });
      return id;
    },
    requestSetStatus: async (id, status, reason) => {
      const { status: was, waiting, closed_reason, proposal, waiting_since, activity_at } = world.row(id);
      before.set(id, { status: was, waiting, closed_reason, proposal, waiting_since, activity_at });
      const changes = { status, waiting: waitingOf(status), closed_reason: reason, proposal: null };
      world.update(id, changes, 'status_changed', { to: status });
      return null;
    },
    requestTakeBackStatus: async (id) => {
      world.update(id, before.get(id) ?? {});
      before.delete(id);
      return null;
    },
    requestAssign: async (id, user) => {
      const name = world.settings.users.find((known) => known.id === user)?.name ?? '';
      world.update(id, { assignee_id: user }, user ? 'assigned' : 'unassigned', { name });
      return null;
    },
    requestMarkRead: async (id, read) => {
      world.update(id, { unread: !read });
      return null;
    },
    requestCorrectRequester: async (id, name, address) => {
      if (!address.includes('@')) refuse({ code: 'field', field: 'address', problem: 'not_an_address' });
      world.update(id, { who: name || address, address }, 'requester_corrected', { name });
      return null;
    },
    requestRename: async (id, subject) => {
      if (!subject.trim()) refuse({ code: 'field', field: 'subject', problem: 'empty' });
      world.update(id, { subject }, 'renamed', {});
      return null;
    },
    requestJudgeAnswer: async (id, judgement, reason) => {
      if (judgement === 'accept') {
        world.update(
          id,
          { status: 'quote_accepted', waiting: 'nobody', proposal: null },
          'quote_accepted',
          {},
        );
      } else if (judgement === 'refuse') {
        const changes = {
          status: 'quote_refused',
          waiting: 'nobody',
          proposal: null,
          closed_reason: reason,
        } as const;
        world.update(id, changes, 'quote_refused', {});
      } else {
        world.update(id, { proposal: null });
      }
      return null;
    },
    requestLinkContact: async (id, contact) => {
      const name = contact ? world.contact(contact).details.name : '';
      const changes = { contact_id: contact, ...(name ? { who: name } : {}) };
      world.update(id, changes, contact ? 'contact_linked' : 'contact_unlinked', { name });
      return null;
    },
    requestDelete: async (id) => {
      if (world.detail(id).quotes.some((quote) => quote.number)) {
        refuse({ code: 'state', state: 'request_has_issued_quote' });
      }
      world.rows = world.rows.filter((row) => row.id !== id);
      world.changed({ what: 'request_deleted', id });
      return null;
    },
    contactList: async (query, kind, _after, limit) =>
      world.contacts
        .filter(({ details }) => !kind || details.kind === kind)
        .filter(({ details }) =>
          holds(`${details.name} ${details.company} ${details.addresses.join(' ')}`, query),
        )
        .slice(0, limit)
        .map(({ id, details }) => ({
          id,
          kind: details.kind,
          name: details.name,
          company: details.company,
          address: details.addresses[0] ?? '',
          phone: details.phone,
          city: details.city,
          requests: world.rows.filter((row) => row.contact_id === id).length,
        })),
    contactDetail: async (id) => world.contact(id),
    contactSuggest: async (request) => {
      const { requester, found, row } = world.detail(request);
      const value = (kind: string) => found.find((field) => field.kind === kind)?.value ?? '';
      return contactDetails({
        name: requester.name,
        addresses: requester.address ? [requester.address] : [],
        phone: value('phone'),
        vat_number: value('vat'),
        company: value('company'),
        street: value('address').split(', ')[0] ?? '',
        postal_code: /\d{4}/.exec(value('address'))?.[0] ?? '',
        city: value('address').split(' ').at(-1) ?? '',
        language: row.language ?? 'fr',
      });
    },
    contactTakeFound: async (request, only) => {
      const { found, row } = world.detail(request);
      const places = { phone: 'phone', vat: 'vat_number', company: 'company' } as const;
      const { id, details } = world.contact(row.contact_id ?? '');
      const next = { ...details };
      let taken = 0;
      for (const field of found.filter(
        (one) => !only || (one.kind === only.kind && one.value === only.value),
      )) {
        const place = places[field.kind as keyof typeof places] as 'phone' | undefined;
        if (!place || next[place] === field.value || (next[place] && !only)) continue;
        next[place] = field.value;
        taken += 1;
      }
      world.contacts = world.contacts.map((known) => (known.id === id ? { ...known, details: next } : known));
      world.changed({ what: 'contact', id });
      return taken;
    },
    contactDuplicates: async (id) => {
      const family = (name: string) => name.split(' ').at(-1) ?? name;
      const { details } = world.contact(id);
      return world.contacts
        .filter((known) => known.id !== id && family(known.details.name) === family(details.name))
        .map((known) => ({
          id: known.id,
          kind: known.details.kind,
          name: known.details.name,
          company: known.details.company,
          reasons: ['name' as const],
        }));
    },
    contactCreate: async (details, request) => {
      check(details);
      const id = world.newId('contact');
      world.contacts = [...world.contacts, { id, details, created_at: now }];
      if (request)
        world.update(request, { contact_id: id, who: details.name }, 'contact_created', {
          name: details.name,
        });
      world.changed({ what: 'contact', id });
      return id;
    },
    contactSave: async (id, details) => {
      check(details);
      world.contacts = world.contacts.map((known) => (known.id === id ? { ...known, details } : known));
      world.changed({ what: 'contact', id });
      return null;
    },
    contactMerge: async (kept, other) => {
      const from = world.contact(other).details;
      world.contacts = world.contacts
        .filter((known) => known.id !== other)
        .map((known) => (known.id === kept ? { ...known, details: joined(known.details, from) } : known));
      world.rows = world.rows.map((row) => (row.contact_id === other ? { ...row, contact_id: kept } : row));
      world.changed({ what: 'contact', id: kept });
      return null;
    },
  };
}

/** What differs goes into the remark, as the core does it. */
function joined(kept: ContactDetails, other: ContactDetails): ContactDetails {
  const result = { ...kept, addresses: [...new Set([...kept.addresses, ...other.addresses])] };
  const remark = [kept.comment, other.comment].filter(Boolean);
  for (const field of ['name', 'salutation', 'company', 'vat_number', 'phone'] as const) {
    if (!kept[field]) result[field] = other[field];
    else if (other[field] && other[field] !== kept[field]) remark.push(other[field]);
  }
  const place = [other.street, other.postal_code, other.city].filter(Boolean).join(', ');
  if (!kept.street && !kept.city) {
    Object.assign(result, { street: other.street, postal_code: other.postal_code, city: other.city });
  } else if (place && place !== [kept.street, kept.postal_code, kept.city].filter(Boolean).join(', ')) {
    remark.push(place);
  }
  if (other.kind === 'client') result.kind = 'client';
  return { ...result, comment: remark.join('\n') };
}

function check(details: ContactDetails): void {
  if (!details.name.trim()) refuse({ code: 'field', field: 'name', problem: 'empty' });
  const wrong = details.addresses.findIndex((address) => !address.includes('@'));
  if (wrong >= 0) refuse({ code: 'field', field: `addresses.${String(wrong)}`, problem: 'not_an_address' });
}

function matches(row: RequestRow, filter: RequestFilter): boolean {
  if (filter.status && row.status !== filter.status) return false;
  if (filter.assignee && row.assignee_id !== filter.assignee) return false;
  if (filter.unassigned && row.assignee_id !== null) return false;
  if (filter.open_only && row.waiting === 'nobody') return false;
  if (filter.contact && row.contact_id !== filter.contact) return false;
  if (filter.since && row.activity_at < filter.since) return false;
  return holds(`${row.who} ${row.subject} ${row.address} ${row.reference}`, filter.query ?? '');
}

/** Whether a text holds all words, without regard to case and accents. */
export function holds(text: string, query: string): boolean {
  const plain = (value: string) => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain(query)
    .split(/\s+/)
    .every((word) => plain(text).includes(word));
}

function byGroupThenTime(a: RequestRow, b: RequestRow): number {
  return order.indexOf(a.waiting) - order.indexOf(b.waiting) || b.activity_at - a.activity_at;
}
