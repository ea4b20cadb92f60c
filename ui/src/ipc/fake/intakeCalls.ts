/** Mails that are not requests, and the rules about them, of the imitation. */
import type { IgnoredMail, ReadAgain, Rule } from '../bindings';
import type { Core } from '../client';
import { now } from './moment';
import { refuse, type World } from './world';

type IntakeCalls = Pick<
  Core,
  | 'ignoredMail'
  | 'mailToSort'
  | 'mailToSortCount'
  | 'ignoredMailToRequest'
  | 'ignoredMailFromRequest'
  | 'mailLeave'
  | 'ignoredMailPreview'
  | 'ignoredMailReadAgain'
  | 'rules'
  | 'rulesSave'
  | 'ruleAdd'
>;

export function intakeCalls(world: World): IntakeCalls {
  const made = new Map<string, { mail: IgnoredMail; request: string }>();
  const toSort = () => world.ignored.filter((mail) => mail.reason === 'triage');

  function make(mail: IgnoredMail): string {
    const id = world.newId('request');
    const [sample] = world.rows;
    if (!sample) return refuse({ code: 'not_found' });
    world.rows = [
      ...world.rows,
      {
        ...sample,
        id,
        reference: 'D-2026-0156',
        subject: mail.subject,
        who: mail.from,
        status: 'received',
        activity_at: now,
      },
    ];
    world.ignored = world.ignored.filter((known) => known !== mail);
    made.set(mail.sha256, { mail, request: id });
    world.changed({ what: 'request', id });
    return id;
  }

  function find(sha256: string): IgnoredMail {
    return world.ignored.find((mail) => mail.sha256 === sha256) ?? refuse({ code: 'not_found' });
  }

  function save(rules: Rule[]): void {
    const wrong = rules.findIndex((rule) => !rule.value.trim());
    if (wrong >= 0) refuse({ code: 'field', field: `rules.${String(wrong)}.value`, problem: 'empty' });
    world.rules = rules;
    world.changed({ what: 'settings' });
  }

  const asked = (mail: IgnoredMail) =>
    world.rules.some(
      (rule) => rule.verdict === 'request' && rule.field === 'sender' && mail.address === rule.value,
    );

  return {
    ignoredMail: async (limit) => world.ignored.slice(0, limit),
    mailToSort: async (limit) => toSort().slice(0, limit),
    mailToSortCount: async () => toSort().length,
    ignoredMailToRequest: async (sha256) => make(find(sha256)),
    ignoredMailFromRequest: async (sha256) => {
      const { mail, request } = made.get(sha256) ?? refuse({ code: 'not_found' });
      world.rows = world.rows.filter((row) => row.id !== request);
      world.ignored = [mail, ...world.ignored];
      world.changed({ what: 'request_deleted', id: request });
      return null;
    },
    mailLeave: async (sha256, left) => {
      const reason = left ? 'left' : 'triage';
      world.ignored = world.ignored.map((mail) => (mail.sha256 === sha256 ? { ...mail, reason } : mail));
      world.changed({ what: 'mailboxes' });
      return null;
    },
    ignoredMailPreview: async (only) =>
      world.ignored
        .filter((mail) => asked(mail) && (only === null || mail.sha256 === only))
        .map(({ sha256, from, subject, reason }): ReadAgain => ({
          sha256,
          from,
          subject,
          reason,
          becomes: { as: 'request' },
        })),
    ignoredMailReadAgain: async (mails) => {
      for (const sha256 of mails) make(find(sha256));
      return mails.length;
    },
    rules: async () => [...world.rules],
    rulesSave: async (rules) => {
      save(rules);
      return null;
    },
    ruleAdd: async (field, value, verdict) => {
      if (!value.trim()) refuse({ code: 'field', field: 'value', problem: 'empty' });
      const id = world.newId('rule');
      save([{ id, field, value, verdict }, ...world.rules]);
      return id;
    },
  };
}
