/** What was written in the sample requests. */
import type { AttachmentView, DraftView, Entry, MessageView, Person, RequestRow } from '../bindings';
import { amelie, benoit } from './company';
import { at, day, euro } from './moment';

export const us: Person = { name: 'Delcourt & Fils', address: 'offres@delcourt.example' };

let count = 0;

/** A message with what is not said left empty. */
export function message(
  given: Partial<MessageView> & Pick<MessageView, 'at' | 'from' | 'text'>,
): MessageView {
  count += 1;
  return {
    id: `message-${String(count)}`,
    to: [us],
    cc: [],
    subject: '',
    language: null,
    quoted: '',
    signature: '',
    has_html: false,
    class: 'personal',
    class_reason: '',
    forwarded_by: null,
    evidence: '',
    attachments: [],
    user_id: null,
    quote_id: null,
    delivery: null,
    message_id: `m${String(count)}@courrier.example`,
    same_id_as_other: false,
    header_only: false,
    omissions: [],
    ...given,
  };
}

export function attachment(name: string, mime: string, size: number): AttachmentView {
  return { id: `file-${name}`, name, mime, size, sha256: '', inline: false, dangerous: false };
}

const sophie: Person = { name: 'Sophie Lambert', address: 'sophie.lambert@courrier.example' };
const marc: Person = { name: 'Marc Lambert', address: 'marc.lambert@courrier.example' };
const philippe: Person = { name: 'Philippe Dardenne', address: 'p.dardenne@maison.example' };

function bathroom(): Entry[] {
  return [
    {
      kind: 'incoming',
      ...message({
        at: at(8, 8, 14),
        from: sophie,
        forwarded_by: 'benoit@delcourt.example',
        evidence: 'De : Sophie Lambert',
        has_html: true,
        text: 'Bonjour, nous souhaitons refaire toute la salle de bain de notre maison construite en 1968, rue des Brasseurs 41 à Namur : douche à l’italienne à la place de la baignoire, meuble double vasque, carrelage (environ 7 m² au sol). Pouvez-vous passer avant la mi-décembre ? Je suis joignable au 0470 00 18 42 après 17 h.',
        attachments: [
          attachment('baignoire.jpg', 'image/jpeg', 1_240_000),
          attachment('sol.jpg', 'image/jpeg', 980_000),
          attachment('plan-sdb.pdf', 'application/pdf', 84_000),
        ],
      }),
    },
    {
      kind: 'outgoing',
      ...message({
        at: at(8, 14, 2),
        from: us,
        to: [sophie],
        user_id: amelie,
        text: 'Bonjour Madame Lambert, merci pour les photos. Je peux passer jeudi 19 à 17 h 30 pour prendre les mesures. Cela vous convient-il ?\n\nBien à vous,\nAmélie Wauters, Delcourt & Fils',
      }),
    },
    {
      kind: 'note',
      id: 'note-1',
      at: at(5, 18, 40),
      user_id: benoit,
      text: 'Visite faite. Plancher bois : prévoir OSB et receveur extra-plat. Budget évoqué : 10 000 €. Garder la marge au-dessus de 30 %.',
    },
    {
      kind: 'quote',
      id: 'quote-83',
      at: at(4, 16, 25),
      number: '2026-0083',
      version: 1,
      state: 'sent',
      title: 'Rénovation complète de la salle de bain',
      total: euro(10293.03),
      recipient: 'Sophie et Marc Lambert',
      valid_until: day(26),
      pages: 2,
    },
    {
      kind: 'incoming',
      ...message({
        at: at(0, 11, 42),
        from: sophie,
        cc: [marc],
        text: 'Bonjour Amélie, nous avons bien lu votre offre et c’est d’accord pour nous, avec le sèche-serviettes en option. Quand pouvez-vous commencer ?',
        quoted:
          'Le 20 nov. à 16:25, Delcourt & Fils a écrit :\n> Bonjour Madame Lambert,\n> Voici notre offre 2026-0083 pour la rénovation de votre salle de bain.',
      }),
    },
  ];
}

function heatPump(): Entry[] {
  return [
    {
      kind: 'incoming',
      ...message({
        at: at(0, 10, 58),
        from: philippe,
        cc: [{ name: 'Isabelle Dardenne', address: 'i.dardenne@maison.example' }],
        text: 'Bonjour, notre chaudière au mazout a 24 ans et nous aimerions passer à une pompe à chaleur air-eau, idéalement avant l’hiver prochain. Maison quatre façades construite en 1987, environ 165 m², radiateurs à l’étage, chauffage par le sol au rez. Merci de me dire ce qu’il vous faut pour une offre.',
        attachments: [attachment('chaufferie.jpg', 'image/jpeg', 640_000)],
      }),
    },
    {
      kind: 'outgoing',
      ...message({
        at: at(0, 10, 58),
        from: us,
        to: [philippe],
        class: 'auto_reply',
        text: 'Bonjour, nous avons bien reçu votre demande et vous répondrons dans la journée.',
      }),
    },
  ];
}

/** The conversation of a sample request. */
export function sampleEntries(row: RequestRow): Entry[] {
  if (row.id === 'request-147') return bathroom();
  if (row.id === 'request-153') return heatPump();
  const from = { name: row.who, address: row.address };
  const text =
    row.language === 'nl'
      ? `Goeiedag, graag een offerte voor: ${row.subject}. U kunt mij overdag bereiken. Met vriendelijke groeten, ${row.who}`
      : `Bonjour, pourriez-vous me faire une offre pour ceci : ${row.subject} ? Merci d’avance, ${row.who}`;
  const entries: Entry[] = [
    { kind: 'incoming', ...message({ at: row.activity_at - 7_200_000, from, text }) },
  ];
  if (row.status !== 'received') {
    entries.push({
      kind: 'outgoing',
      ...message({
        at: row.activity_at,
        from: us,
        to: [from],
        user_id: row.assignee_id,
        text: 'Bonjour, merci pour votre demande. Nous revenons vers vous rapidement.',
        delivery: row.delivery_failed ? bounced(row.address, row.activity_at) : null,
      }),
    });
  }
  return entries;
}

function bounced(address: string, moment: number): MessageView['delivery'] {
  return {
    outbox_id: 'outbox-renard',
    purpose: 'quote',
    state: 'sent',
    not_before: moment,
    tries: 1,
    last_error: null,
    copied_to_sent: true,
    recipients: [{ address, state: 'bounced', detail: '552 5.2.2 Mailbox full' }],
  };
}

/** What a new draft begins with. */
export function firstWords(kind: DraftView['kind'], subject: string): string {
  if (kind === 'note') return '';
  const words =
    kind === 'quote_mail'
      ? `Bonjour,\n\nVous trouverez ci-joint notre offre pour : ${subject}.\n\nUn mot suffit pour l’accepter.`
      : '\n';
  return `${words}\n\nBien à vous,\nAmélie Wauters, Delcourt & Fils`;
}
