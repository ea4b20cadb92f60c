/** Conversations, drafts and the outbox of the imitation. */
import type { DraftView, Entry, MessageView, Person, Printed } from '../bindings';
import type { Core } from '../client';
import { rearrangingCalls } from './rearrangingCalls';
import { firstWords, message, us } from './conversations';
import { now } from './moment';
import { sendQuote } from './quoteCalls';
import { refuse, type World } from './world';

type ConversationCalls = Pick<
  Core,
  | 'conversationEntries'
  | 'messageHtml'
  | 'messageExport'
  | 'messagePrint'
  | 'conversationPrint'
  | 'messageSplit'
  | 'messageMove'
  | 'messageTakeAsForward'
  | 'requestMerge'
  | 'rearrangementUndo'
  | 'noteAdd'
  | 'draftOpen'
  | 'draftSave'
  | 'draftDiscard'
  | 'draftAttachPicked'
  | 'draftAttachDropped'
  | 'draftDetach'
  | 'draftSend'
  | 'mailImportDropped'
  | 'mailImportPicked'
  | 'outboxList'
  | 'outboxTakeBack'
  | 'outboxSendNow'
  | 'outboxSendAgain'
  | 'outboxConfirmSent'
  | 'attachmentPicture'
  | 'attachmentSave'
  | 'attachmentOpen'
  | 'linkHost'
  | 'linkOpen'
>;

const sampleHtml =
  '<p style="font-family:sans-serif;font-size:14px">Bonjour, nous souhaitons refaire toute la <b>salle de bain</b> de notre maison construite en 1968, rue des Brasseurs 41 à Namur.</p><p style="font-family:sans-serif"><a href="https://maison.example/photos">Nos photos</a></p>';

export function conversationCalls(world: World): ConversationCalls {
  const draft = (id: string): DraftView =>
    world.drafts.find((known) => known.id === id) ?? refuse({ code: 'not_found' });

  function replace(next: DraftView): DraftView {
    world.drafts = world.drafts.map((known) => (known.id === next.id ? next : known));
    return next;
  }

  function attach(id: string, name: string): DraftView {
    const file = { id: world.newId('file'), name, mime: 'application/pdf', size: 96_000 };
    const known = draft(id);
    return replace({ ...known, attachments: [...known.attachments, file] });
  }

  return {
    conversationEntries: async (id) => [...world.entries(id)],
    messageHtml: async (id) => world.html.get(id) ?? sampleHtml,
    messageExport: async () => null,
    messagePrint: async (id) => print(world, id),
    conversationPrint: async (id) => print(world, id),
    ...rearrangingCalls(world),
    noteAdd: async (id, text) => {
      if (!text.trim()) refuse({ code: 'state', state: 'draft_empty' });
      const note = world.newId('note');
      world.addEntry(id, {
        kind: 'note',
        id: note,
        at: now,
        user_id: world.settings.preferences.current_user,
        text,
      });
      world.drafts = world.drafts.filter((draft) => draft.request_id !== id || draft.kind !== 'note');
      world.update(id, {}, 'note_added');
      return note;
    },
    draftOpen: async (id, kind, quote) => {
      const known = world.drafts.find(
        (one) => one.request_id === id && one.kind === kind && one.quote_id === quote,
      );
      if (known) return known;
      const { row, requester } = world.detail(id);
      const to = requester.address ? [{ name: requester.name, address: requester.address }] : [];
      const fresh: DraftView = {
        id: world.newId('draft'),
        request_id: id,
        kind,
        quote_id: quote,
        from: us,
        to,
        cc: kind === 'note' ? [] : copied(world.entries(id), requester.address),
        subject: kind === 'quote_mail' ? '' : `Re: ${row.subject}`,
        text: firstWords(kind, row.subject),
        quotation: kind === 'reply' ? quotationOf(world.entries(id)) : '',
        quotes: kind === 'reply' && world.settings.preferences.quotes_answered_mail,
        attachments: [],
        updated_at: now,
      };
      world.drafts = [...world.drafts, fresh];
      return fresh;
    },
    draftSave: async (id, text) => {
      const people = (given: { name?: string; address?: string }[] = []): Person[] =>
        given.map(({ name = '', address = '' }) => ({ name, address }));
      const known = draft(id);
      replace({
        ...known,
        subject: text.subject ?? '',
        text: text.text ?? '',
        quotes: text.quotes ?? false,
        to: people(text.to),
        cc: people(text.cc),
      });
      return null;
    },
    draftDiscard: async (id) => {
      world.drafts = world.drafts.filter((known) => known.id !== id);
      return null;
    },
    draftAttachPicked: async (id) => attach(id, 'fiche-relevé-PAC.pdf'),
    draftAttachDropped: async (id, drop) => attach(id, `photo-${String(drop)}.jpg`),
    draftDetach: async (id) => {
      const known = world.drafts.find((one) => one.attachments.some((file) => file.id === id));
      if (!known) refuse({ code: 'not_found' });
      return replace({ ...known, attachments: known.attachments.filter((file) => file.id !== id) });
    },
    draftSend: async (id) => {
      const known = draft(id);
      if (known.to.length === 0) refuse({ code: 'state', state: 'no_requester_address' });
      const wrong = known.to.findIndex((person) => !person.address.includes('@'));
      if (wrong >= 0) refuse({ code: 'field', field: `to.${String(wrong)}`, problem: 'not_an_address' });
      if (!known.text.trim()) refuse({ code: 'state', state: 'draft_empty' });
      const outbox = world.newId('outbox');
      const quote = known.quote_id ? sendQuote(world, known.quote_id) : null;
      const sent = outgoing(known, outbox, Date.now() + world.settings.preferences.undo_seconds * 1000);
      world.addEntry(known.request_id, { kind: 'outgoing', ...sent });
      world.drafts = world.drafts.filter((one) => one.id !== id);
      world.outbox = [...world.outbox, row(known, outbox, sent)];
      const row_ = world.row(known.request_id);
      const status = quote ? 'quote_sent' : row_.status === 'received' ? 'replied' : row_.status;
      world.update(
        known.request_id,
        { status, waiting: 'customer', activity_at: now, proposal: null },
        quote ? 'quote_sent' : 'replied',
        quote ? { number: quote.number ?? '' } : {},
      );
      return outbox;
    },
    mailImportDropped: async () => importOne(world),
    mailImportPicked: async () => importOne(world),
    outboxList: async () => world.outbox,
    outboxTakeBack: async (id) => {
      const waiting =
        world.outbox.find((one) => one.id === id) ?? refuse({ code: 'state', state: 'mail_already_leaving' });
      const entry = world
        .entries(waiting.request_id)
        .find((one) => one.id === waiting.conversation_message_id);
      world.outbox = world.outbox.filter((one) => one.id !== id);
      world.removeEntry(waiting.request_id, waiting.conversation_message_id);
      const text = entry && 'text' in entry ? entry.text : '';
      const back = { ...(await conversationCalls(world).draftOpen(waiting.request_id, 'reply', null)), text };
      replace(back);
      world.update(waiting.request_id, {}, 'taken_back');
      return back.id;
    },
    outboxSendNow: async () => null,
    outboxSendAgain: async () => null,
    outboxConfirmSent: async () => null,
    attachmentPicture: async (id) => picture(id),
    attachmentSave: async () => null,
    attachmentOpen: async () => null,
    linkHost: async (link) => (URL.canParse(link) ? new URL(link).hostname : null),
    linkOpen: async () => null,
  };
}

function copied(entries: { kind: string }[], requester: string): Person[] {
  const last = entries
    .filter((one): one is { kind: 'incoming' } & MessageView => one.kind === 'incoming')
    .at(-1);
  return last?.cc.filter((person) => person.address !== requester) ?? [];
}

function quotationOf(entries: Entry[]): string {
  const answered = entries.filter((one) => one.kind === 'incoming').at(-1);
  if (!answered) return '';
  const lines = answered.text.split('\n').map((line) => `> ${line}`);
  return [`${answered.from.name} a écrit :`, ...lines].join('\n');
}

function outgoing(draft: DraftView, outbox: string, notBefore: number): MessageView {
  return message({
    at: now,
    from: draft.from,
    to: draft.to,
    cc: draft.cc,
    subject: draft.subject,
    text: draft.text.trim(),
    quoted: draft.quotes ? draft.quotation : '',
    user_id: 'user-amelie',
    quote_id: draft.quote_id,
    attachments: draft.attachments.map((file) => ({ ...file, sha256: '', inline: false, dangerous: false })),
    delivery: {
      outbox_id: outbox,
      purpose: draft.quote_id ? 'quote' : 'reply',
      state: 'queued',
      not_before: notBefore,
      tries: 0,
      last_error: null,
      copied_to_sent: false,
      recipients: draft.to.map((person) => ({ address: person.address, state: 'pending', detail: '' })),
    },
  });
}

function row(draft: DraftView, id: string, sent: MessageView) {
  return {
    id,
    request_id: draft.request_id,
    conversation_message_id: sent.id,
    message_id: sent.message_id ?? '',
    purpose: draft.quote_id ? ('quote' as const) : ('reply' as const),
    state: 'queued' as const,
    recipients: draft.to.map((person) => person.address),
    tries: 0,
    not_before: sent.delivery?.not_before ?? now,
    last_error: null,
  };
}

function print(world: World, id: string): Printed {
  world.printed = [...world.printed, id];
  return 'sent_to_printer';
}

async function importOne(world: World): Promise<string[]> {
  const { requestCalls } = await import('./requestCalls');
  return [await requestCalls(world).requestCreate({ name: 'Mail enregistré', subject: 'Mail enregistré' })];
}

const pictureWidth = 60;
const pictureHeight = 44;

/** Plain drawings that stand for photos, one tone per file: bitmaps of 24 bits (BITMAPINFOHEADER). */
function picture(id: string): Uint8Array {
  const tone = [...id].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 48;
  const headers = 54;
  const bytes = new Uint8Array(headers + pictureWidth * 3 * pictureHeight);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, headers, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, pictureWidth, true);
  view.setInt32(22, pictureHeight, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  for (let y = 0; y < pictureHeight; y += 1) {
    for (let x = 0; x < pictureWidth; x += 1) {
      const inside = x > 6 && x < 40 && y > 10 && y < 26;
      const light = inside ? 240 : y < 14 ? 172 : 205;
      bytes.set([light, light - 4, light - (inside ? 2 : tone / 3)], headers + (y * pictureWidth + x) * 3);
    }
  }
  return bytes;
}
