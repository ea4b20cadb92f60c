/** Today, search, settings and mailboxes of the imitation. */
import type { SearchHit, TodayReason, TodayTask } from '../bindings';
import type { Core } from '../client';
import { sampleSettings, sampleSync } from './company';
import { at, euro, now } from './moment';
import { holds } from './requestCalls';
import { refuse, type World } from './world';

type OtherCalls = Pick<
  Core,
  | 'workspaceState'
  | 'workspaceOpenDemo'
  | 'workspaceOpenOwn'
  | 'today'
  | 'search'
  | 'settings'
  | 'settingsSaveCompany'
  | 'settingsPickLogo'
  | 'settingsRemoveLogo'
  | 'settingsLogo'
  | 'settingsSaveNumbering'
  | 'settingsSaveQuoteDefaults'
  | 'settingsSaveAcknowledgement'
  | 'acknowledgementPreview'
  | 'settingsSavePreferences'
  | 'userSave'
  | 'textTemplateSave'
  | 'textTemplateDelete'
  | 'textTemplateFill'
  | 'mailboxStatus'
  | 'mailboxAdd'
  | 'mailboxSetPassword'
  | 'mailboxCheck'
  | 'mailboxRemove'
  | 'mailboxPickFolder'
  | 'mailboxSyncNow'
>;

export function otherCalls(world: World): OtherCalls {
  function change(part: Partial<World['settings']>): null {
    world.settings = { ...world.settings, ...part };
    world.changed({ what: 'settings' });
    return null;
  }

  return {
    workspaceState: async () => world.workspace,
    workspaceOpenDemo: async () => {
      world.workspace = {
        ...world.workspace,
        kind: 'demo',
        first_start: false,
        company_name: 'Delcourt & Fils',
      };
      world.settings = sampleSettings();
      world.sync = sampleSync();
      return world.workspace;
    },
    workspaceOpenOwn: async () => {
      world.workspace = { ...world.workspace, kind: 'own', first_start: world.settings.company.name === '' };
      return world.workspace;
    },
    today: async (user) => {
      const mine = world.rows.filter((row) => !user || row.assignee_id === user || row.assignee_id === null);
      const tasks = mine.map((row) => task(row)).filter((one): one is TodayTask => one !== null);
      return {
        tasks: tasks.sort((a, b) => reasonOrder.indexOf(a.reason) - reasonOrder.indexOf(b.reason)),
        week: {
          received: 6,
          first_answer_minutes: 170,
          quotes_sent: 4,
          accepted: euro(18940),
          pending: euro(64812),
        },
        ignored: world.ignored,
        ignored_count: world.ignored.length + 2,
      };
    },
    search: async (query, limit) => {
      const requests = world.rows
        .filter((row) => holds(`${row.subject} ${row.who}`, query))
        .map((row): SearchHit => hit('request', row.id, row.id, row.subject, row.who, row.activity_at));
      const contacts = world.contacts
        .filter(({ details }) => holds(details.name, query))
        .map(({ id, details }): SearchHit =>
          hit('contact', id, null, details.name, details.city, at(40, 9, 0)),
        );
      return [...requests, ...contacts].slice(0, limit);
    },
    settings: async () => world.settings,
    settingsSaveCompany: async (company) => {
      if (!company.name.trim()) refuse({ code: 'field', field: 'name', problem: 'empty' });
      if (company.vat_number.includes('064'))
        refuse({ code: 'field', field: 'vat_number', problem: 'invalid' });
      world.workspace = { ...world.workspace, first_start: false, company_name: company.name };
      return change({ company });
    },
    settingsPickLogo: async () => change({ has_logo: true }),
    settingsRemoveLogo: async () => change({ has_logo: false }),
    settingsLogo: async () => new Uint8Array(),
    settingsSaveNumbering: async (numbering) => change({ numbering }),
    settingsSaveQuoteDefaults: async (defaults) => change({ quote_defaults: defaults }),
    settingsSaveAcknowledgement: async (acknowledgement) => {
      for (const code of ['fr', 'nl', 'de', 'en'] as const)
        if (!acknowledgement[code].body.trim())
          refuse({ code: 'field', field: `${code}.body`, problem: 'empty' });
      return change({ acknowledgement });
    },
    acknowledgementPreview: async (language, text) => {
      const wrong = /\{\{ (?!salutation|name|reference|company)(\w+) \}\}/.exec(text.body)?.[1];
      if (wrong) refuse({ code: 'template', data: { placeholder: wrong } });
      const greeting = { fr: 'Bonjour', nl: 'Dag', de: 'Guten Tag', en: 'Hello' }[language];
      const body = text.body
        .replaceAll('{{ salutation }}', `${greeting} Sophie Lambert`)
        .replaceAll('{{ name }}', 'Sophie Lambert')
        .replaceAll('{{ reference }}', 'D-2026-0147')
        .replaceAll('{{ company }}', world.settings.company.name);
      return { subject: `${text.subject} [D-2026-0147]`, body };
    },
    settingsSavePreferences: async (preferences) => change({ preferences }),
    userSave: async (id, given) => {
      if (!given.name?.trim()) refuse({ code: 'field', field: 'name', problem: 'empty' });
      const user = {
        id: id ?? world.newId('user'),
        name: given.name ?? '',
        initials: '',
        address: given.address ?? '',
        phone: given.phone ?? '',
        active: given.active ?? true,
      };
      change({ users: [...world.settings.users.filter((known) => known.id !== user.id), user] });
      return user.id;
    },
    textTemplateSave: async (id, given) => {
      const text = { ...given, id: id ?? world.newId('text') };
      const others = world.settings.texts.filter((known) => known.id !== text.id);
      change({ texts: [...others, text] });
      return text.id;
    },
    textTemplateDelete: async (id) =>
      change({ texts: world.settings.texts.filter((text) => text.id !== id) }),
    textTemplateFill: async (id, request) => {
      const body = world.settings.texts.find((text) => text.id === id)?.body ?? '';
      return body
        .replaceAll('{{ salutation }}', world.row(request).who)
        .replaceAll('{{ user }}', 'Amélie Wauters')
        .replaceAll('{{ company }}', world.settings.company.name)
        .replaceAll('{{ subject }}', world.row(request).subject);
    },
    mailboxStatus: async () => world.sync,
    mailboxAdd: async (account, password) => {
      if (account.kind === 'imap' && !account.address.includes('@')) {
        refuse({ code: 'field', field: 'address', problem: 'not_an_address' });
      }
      if (account.kind === 'imap' && password === 'faux') refuse({ code: 'mail', mail: 'login_refused' });
      const id = world.newId('account');
      world.sync = {
        ...world.sync,
        up_to_date_at: now - 2000,
        accounts: [
          ...world.sync.accounts,
          {
            id,
            name: account.name || account.address,
            kind: account.kind,
            mode: account.kind === 'imap' ? account.mode : 'dedicated',
            address: account.address,
            display_name: account.display_name,
            imap: account.kind === 'imap' ? `${account.imap_host}:${String(account.imap_port)}` : '',
            smtp: account.kind === 'imap' ? `${account.smtp_host}:${String(account.smtp_port)}` : '',
            folder: account.kind === 'imap' ? account.folder : account.path,
            last_fetch_at: now - 2000,
            last_error: null,
            last_error_at: null,
          },
        ],
      };
      world.changed({ what: 'mailboxes' });
      return id;
    },
    mailboxSetPassword: async () => null,
    mailboxCheck: async () => null,
    mailboxRemove: async (id) => {
      world.sync = { ...world.sync, accounts: world.sync.accounts.filter((account) => account.id !== id) };
      world.changed({ what: 'mailboxes' });
      return null;
    },
    mailboxPickFolder: async () => 'Documents/Quoin',
    mailboxSyncNow: async () => null,
  };
}

const reasonOrder: TodayReason[] = [
  'answer_to_judge',
  'not_delivered',
  'waits_for_us',
  'quote_to_send',
  'expires_soon',
];

function task(row: World['rows'][number]): TodayTask | null {
  if (row.proposal) return { request: row, reason: 'answer_to_judge', moment: row.activity_at };
  if (row.delivery_failed) return { request: row, reason: 'not_delivered', moment: row.activity_at };
  if (row.status === 'quote_created')
    return { request: row, reason: 'quote_to_send', moment: row.activity_at };
  if (row.waiting === 'us') return { request: row, reason: 'waits_for_us', moment: row.waiting_since };
  if (row.status === 'quote_sent' && row.id === 'request-131') {
    return { request: row, reason: 'expires_soon', moment: at(-3, 23, 59) };
  }
  return null;
}

function hit(
  kind: SearchHit['kind'],
  id: string,
  request_id: string | null,
  title: string,
  excerpt: string,
  moment: number,
): SearchHit {
  return { kind, id, request_id, title, excerpt, at: moment };
}
