/** Sample requests in every status, French and Dutch, as the list shows them. */
import type { RequestRow, Status, Waiting } from '../bindings';
import { amelie, benoit, karim } from './company';
import { at, day, euro } from './moment';

type Sample = Partial<RequestRow> &
  Pick<RequestRow, 'who' | 'subject' | 'status'> & { number: number; when: number };

const samples: Sample[] = [
  {
    number: 147,
    who: 'Sophie Lambert',
    address: 'sophie.lambert@courrier.example',
    subject: 'Rénovation salle de bain à Namur',
    status: 'quote_sent',
    waiting: 'us',
    waiting_since: at(0, 11, 42),
    when: at(0, 11, 42),
    amount: euro(10293.03),
    valid_until: day(26),
    proposal: 'accept',
    unread: true,
    assignee_id: amelie,
  },
  {
    number: 153,
    who: 'Philippe Dardenne',
    address: 'p.dardenne@maison.example',
    subject: 'Pompe à chaleur air-eau, maison de 1987 à Gembloux',
    status: 'received',
    when: at(0, 10, 58),
    unread: true,
    contact_id: 'contact-dardenne',
  },
  {
    number: 152,
    who: 'Familie Janssens',
    address: 'janssens@thuis.example',
    subject: 'Badkamer gelijkvloers met inloopdouche',
    status: 'received',
    when: at(0, 9, 31),
    unread: true,
    language: 'nl',
  },
  {
    number: 144,
    who: 'Nadia El Amrani',
    address: 'nadia@elamrani.example',
    subject: 'Meubles de cuisine sur mesure, Jambes',
    status: 'replied',
    waiting: 'us',
    when: at(1, 15, 20),
    assignee_id: benoit,
  },
  {
    number: 139,
    who: 'Syndic Les Tilleuls',
    address: 'gestion@tilleuls.example',
    subject: 'Colonnes sanitaires, 12 appartements',
    status: 'quote_created',
    when: at(1, 14, 5),
    amount: euro(46180),
    assignee_id: benoit,
    contact_id: 'contact-tilleuls',
  },
  {
    number: 131,
    who: 'Luc Hermans',
    address: 'luc.hermans@post.example',
    subject: 'Bibliothèque et placard sous escalier',
    status: 'quote_sent',
    when: at(4, 9, 12),
    amount: euro(4870),
    valid_until: day(3),
    assignee_id: amelie,
  },
  {
    number: 128,
    who: 'Boulangerie Renard',
    address: 'info@renard.example',
    subject: 'Ventilation et faux plafond de l’atelier',
    status: 'quote_sent',
    when: at(5, 16, 40),
    amount: euro(7316),
    valid_until: day(18),
    delivery_failed: true,
    assignee_id: karim,
    contact_id: 'contact-renard',
  },
  {
    number: 126,
    who: 'Garage Vandamme',
    address: 'kantoor@vandamme.example',
    subject: 'Bureau vitré et cloison acoustique',
    status: 'replied',
    when: at(6, 11, 3),
    language: 'nl',
    assignee_id: amelie,
  },
  {
    number: 125,
    who: 'Crèche Les Lutins',
    address: 'direction@lutins.example',
    subject: 'Remplacement de 14 radiateurs',
    status: 'quote_sent',
    when: at(7, 10, 30),
    amount: euro(12480),
    contact_id: 'contact-lutins',
    valid_until: day(21),
    assignee_id: benoit,
  },
  {
    number: 122,
    who: 'Isabelle Gérard',
    address: 'isabelle.gerard@courrier.example',
    subject: 'Chaudière gaz à condensation, Sombreffe',
    status: 'quote_sent',
    when: at(8, 17, 22),
    amount: euro(6940),
    valid_until: day(14),
    assignee_id: amelie,
  },
  {
    number: 119,
    who: 'Dirk Peeters',
    address: 'dirk.peeters@post.example',
    subject: 'Keuken op maat, Waver',
    status: 'replied',
    when: at(9, 8, 55),
    language: 'nl',
    assignee_id: karim,
  },
  {
    number: 118,
    who: 'Notaire Delvaux',
    address: 'etude@delvaux.example',
    subject: 'Parquet et bibliothèque de l’étude',
    status: 'quote_sent',
    when: at(10, 13, 47),
    amount: euro(15230),
    valid_until: day(9),
    assignee_id: amelie,
  },
  {
    number: 115,
    who: 'Aline Mertens',
    address: 'aline.mertens@maison.example',
    subject: 'Isolation de la toiture, 85 m²',
    status: 'replied',
    when: at(11, 9, 9),
    assignee_id: benoit,
  },
  closed(110, 'Thomas Collignon', 'Pompe à chaleur 8 kW, Éghezée', 'quote_accepted', 6, 18940, '', amelie),
  closed(108, 'Claire Massart', 'Dressing de la chambre parentale', 'quote_refused', 7, 6120, 'Prix', benoit),
  closed(
    106,
    'Festival des Arts',
    'Impression de 2 500 brochures A5, 24 pp',
    'cancelled',
    7,
    null,
    'Hors métier',
    amelie,
  ),
  closed(101, 'Famille Quinet', 'Salle de douche à l’étage', 'quote_accepted', 9, 8450, '', karim),
];

function closed(
  number: number,
  who: string,
  subject: string,
  status: Status,
  daysBefore: number,
  amount: number | null,
  reason: string,
  assignee: string,
): Sample {
  const when = at(daysBefore, 10, 15);
  return {
    number,
    who,
    subject,
    status,
    when,
    amount: amount === null ? null : euro(amount),
    closed_reason: reason,
    assignee_id: assignee,
  };
}

/** The rows, in no order of their own. */
export function sampleRows(): RequestRow[] {
  return samples.map(({ number, when, ...given }) => ({
    id: `request-${String(number)}`,
    reference: `D-2026-${String(number).padStart(4, '0')}`,
    waiting: waitingOf(given.status),
    waiting_since: when,
    address: '',
    language: 'fr',
    contact_id: null,
    assignee_id: null,
    amount: null,
    valid_until: null,
    proposal: null,
    delivery_failed: false,
    unread: false,
    closed_reason: '',
    activity_at: when,
    ...given,
  }));
}

/** Who is waited for in a status, as the core decides it. */
export function waitingOf(status: Status): Waiting {
  if (status === 'received' || status === 'quote_created') return 'us';
  return status === 'replied' || status === 'quote_sent' ? 'customer' : 'nobody';
}
