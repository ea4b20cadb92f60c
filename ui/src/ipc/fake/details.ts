/** The side column of the sample requests. */
import type { Contact, ContactDetails, Field, RequestDetail, RequestRow } from '../bindings';
import { amelie, benoit } from './company';
import { at, day, euro } from './moment';

/** A contact with what is not said left empty. */
export function contactDetails(given: Partial<ContactDetails> & { name: string }): ContactDetails {
  return {
    kind: 'prospect',
    salutation: '',
    company: '',
    vat_number: '',
    phone: '',
    language: 'fr',
    street: '',
    postal_code: '',
    city: '',
    country: 'BE',
    comment: '',
    addresses: [],
    ...given,
  };
}

export function sampleContacts(): Contact[] {
  return [
    contact('collignon', {
      name: 'Thomas Collignon',
      kind: 'client',
      addresses: ['thomas.collignon@post.example'],
      phone: '081 00 52 19',
      street: 'Rue du Moulin 7',
      postal_code: '5310',
      city: 'Éghezée',
    }),
    contact('dardenne', {
      name: 'Philippe Dardenne',
      salutation: 'Monsieur',
      kind: 'client',
      addresses: ['p.dardenne@maison.example', 'philippe@dardenne.example'],
      phone: '0470 00 93 11',
      street: 'Avenue des Combattants 22',
      postal_code: '5030',
      city: 'Gembloux',
      comment: 'Préfère être appelé en fin de journée.\nChien dans le jardin.',
    }),
    contact('gerard', {
      name: 'Isabelle Gérard',
      addresses: ['isabelle.gerard@courrier.example'],
      phone: '0470 00 31 76',
      city: 'Sombreffe',
    }),
    contact('janssens', {
      name: 'Familie Janssens',
      language: 'nl',
      addresses: ['janssens@thuis.example'],
      city: 'Waver',
    }),
    contact('lambert', {
      name: 'Marc Lambert',
      kind: 'client',
      addresses: ['marc.lambert@courrier.example'],
      phone: '0470 00 18 42',
      street: 'Rue des Brasseurs 41',
      postal_code: '5000',
      city: 'Namur',
    }),
    contact('lambert-m', {
      name: 'M. Lambert',
      salutation: 'Monsieur',
      addresses: ['lambert@travail.example'],
      phone: '0470 00 18 42',
      street: 'Rue des Brasseurs 41',
      postal_code: '5000',
      city: 'Namur',
      comment: 'A appelé en 2024 pour la toiture.',
    }),
    contact('lutins', {
      name: 'Crèche Les Lutins',
      company: 'Les Lutins ASBL',
      kind: 'client',
      addresses: ['direction@lutins.example'],
      phone: '081 00 66 20',
      street: 'Place de l’École 3',
      postal_code: '5032',
      city: 'Mazy',
    }),
    contact('renard', {
      name: 'Boulangerie Renard',
      company: 'Renard SRL',
      vat_number: 'BE 0714.992.641',
      phone: '081 00 77 05',
      street: 'Rue de Dave 118',
      postal_code: '5100',
      city: 'Jambes',
      addresses: ['info@renard.example'],
    }),
    contact('stassart', { name: 'Électricité Stassart', company: 'Électricité Stassart', city: 'Wépion' }),
    contact('tilleuls', {
      name: 'Syndic Les Tilleuls',
      company: 'Les Tilleuls ASBL',
      kind: 'client',
      addresses: ['gestion@tilleuls.example'],
      city: 'Namur',
    }),
  ];
}

function contact(id: string, details: Parameters<typeof contactDetails>[0]): Contact {
  return { id: `contact-${id}`, details: contactDetails(details), created_at: at(200, 9, 0) };
}

const found: Record<string, Field[]> = {
  'request-147': [
    { kind: 'address', value: 'Rue des Brasseurs 41, 5000 Namur', evidence: 'rue des Brasseurs 41 à Namur' },
    { kind: 'phone', value: '0470 00 18 42', evidence: 'joignable au 0470 00 18 42 après 17 h' },
    { kind: 'quantity', value: 'Environ 7 m² au sol', evidence: 'environ 7 m² au sol' },
  ],
  'request-153': [
    { kind: 'quantity', value: '165 m² chauffés', evidence: 'environ 165 m²' },
    { kind: 'date', value: 'Avant l’hiver 2027', evidence: 'idéalement avant l’hiver prochain' },
  ],
};

/** Everything about a sample request except its conversation. */
export function sampleDetail(row: RequestRow, contacts: Contact[]): RequestDetail {
  const linked = contacts.find((known) => known.id === row.contact_id);
  const bathroom = row.id === 'request-147';
  return {
    row,
    origin: bathroom ? 'forward' : 'mail',
    received_at: bathroom ? at(8, 8, 14) : row.activity_at,
    mailbox_address: 'offres@delcourt.example',
    requester: { name: row.who, address: row.address, phone: '', source: bathroom ? 'forward' : 'from' },
    contact: linked
      ? {
          id: linked.id,
          kind: linked.details.kind,
          name: linked.details.name,
          company: linked.details.company,
          accepted_quotes: linked.details.kind === 'client' ? 2 : 0,
          accepted_total: euro(linked.details.kind === 'client' ? 12460 : 0),
          phone: linked.details.phone,
          address: linked.details.addresses[0] ?? '',
        }
      : null,
    likely_contacts:
      bathroom && !linked
        ? [
            {
              id: 'contact-lambert',
              kind: 'client',
              name: 'Marc Lambert',
              company: '',
              reasons: ['phone', 'name'],
            },
          ]
        : [],
    found: found[row.id] ?? [],
    quotes: row.amount
      ? [
          {
            id: bathroom ? 'quote-83' : `quote-${row.id}`,
            number:
              row.status === 'quote_created'
                ? null
                : bathroom
                  ? '2026-0083'
                  : `2026-00${row.reference.slice(-2)}`,
            version: 1,
            state:
              row.status === 'quote_created'
                ? 'draft'
                : row.status === 'quote_accepted'
                  ? 'accepted'
                  : 'sent',
            title: row.subject,
            total: row.amount,
            valid_until: row.valid_until ?? day(20),
          },
        ]
      : [],
    timeline: bathroom
      ? bathroomTimeline()
      : [entry(row.activity_at, 'received', null, { mailbox: 'offres@delcourt.example' })],
  };
}

function bathroomTimeline(): RequestDetail['timeline'] {
  return [
    entry(at(0, 11, 42), 'message_received', null, { name: 'Sophie Lambert' }),
    entry(at(4, 16, 25), 'quote_sent', amelie, { number: '2026-0083', version: '1' }),
    entry(at(4, 15, 2), 'quote_created', amelie, { number: '2026-0083' }),
    entry(at(5, 18, 40), 'note_added', benoit, {}),
    entry(at(8, 14, 2), 'replied', amelie, {}),
    entry(at(8, 8, 14), 'received', null, { mailbox: 'offres@delcourt.example' }),
  ];
}

export function entry(
  moment: number,
  event: string,
  user: string | null,
  detail: Record<string, string>,
): RequestDetail['timeline'][number] {
  return { at: moment, actor: user ? 'user' : 'customer', user_id: user, event, detail };
}
