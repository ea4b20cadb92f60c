/** The sample company: who it is, who works there, how it writes. */
import type { SettingsView, SyncView, WorkspaceView } from '../bindings';
import { now } from './moment';

export const amelie = 'user-amelie';
export const benoit = 'user-benoit';
export const karim = 'user-karim';

export function sampleSettings(): SettingsView {
  return {
    company: {
      name: 'Delcourt & Fils',
      tagline: 'Rénovation, chauffage, agencement',
      legal_form: 'SRL',
      street: 'Chaussée de Wavre 118',
      postal_code: '5030',
      city: 'Gembloux',
      country: 'BE',
      vat_number: 'BE 1098.412.063',
      register: 'RPM Namur',
      iban: 'BE68 5390 0754 7034',
      mail: 'offres@delcourt.example',
      phone: '081 00 41 27',
      website: 'delcourt.example',
    },
    has_logo: false,
    numbering: { quote: '{year}-{number:4}', request: 'D-{year}-{number:4}' },
    quote_defaults: {
      validity_days: 30,
      deposit: 3000,
      vat_rate: 600,
      vat_rates: [600, 1200, 2100],
      margin_floor: 3000,
    },
    acknowledgement: {
      enabled: false,
      fallback: 'fr',
      fr: {
        subject: 'Votre demande est bien arrivée',
        body: '{{ salutation }},\n\nMerci pour votre demande {{ reference }}.\n\n{{ company }}',
      },
      nl: {
        subject: 'Wij hebben uw aanvraag goed ontvangen',
        body: '{{ salutation }},\n\nBedankt voor uw aanvraag {{ reference }}.\n\n{{ company }}',
      },
      de: {
        subject: 'Ihre Anfrage ist gut angekommen',
        body: '{{ salutation }},\n\nvielen Dank für Ihre Anfrage {{ reference }}.\n\n{{ company }}',
      },
      en: {
        subject: 'We have received your request',
        body: '{{ salutation }},\n\nThank you for your request {{ reference }}.\n\n{{ company }}',
      },
    },
    preferences: {
      language: null,
      theme: 'system',
      single_letter_keys: true,
      undo_seconds: 10,
      quotes_answered_mail: true,
      current_user: amelie,
    },
    users: [
      user(amelie, 'Amélie Wauters', 'amelie@delcourt.example', '0470 00 27 15'),
      user(benoit, 'Benoît Delcourt', 'benoit@delcourt.example', '0470 00 27 16'),
      user(karim, 'Karim Benali', 'karim@delcourt.example', '0470 00 27 17'),
    ],
    texts: [
      {
        id: 'text-info',
        purpose: 'reply',
        language: 'fr',
        name: 'Demande d’informations',
        body: 'Bonjour {{ salutation }},\n\nMerci pour votre demande. Pour préparer notre offre, il nous faudrait quelques mesures et photos.\n\n{{ user }}, {{ company }}',
      },
      {
        id: 'text-quote',
        purpose: 'quote_mail',
        language: 'fr',
        name: 'Envoi de l’offre',
        body: 'Bonjour {{ salutation }},\n\nVoici notre offre pour {{ subject }}, de {{ total }} TVAC, valable jusqu’au {{ valid_until }}.\n\n{{ user }}, {{ company }}',
      },
      {
        id: 'text-info-nl',
        purpose: 'reply',
        language: 'nl',
        name: 'Vraag om informatie',
        body: 'Beste {{ salutation }},\n\nBedankt voor uw aanvraag. Kunt u ons enkele maten en foto’s bezorgen?\n\n{{ user }}, {{ company }}',
      },
    ],
  };
}

function user(id: string, name: string, address: string, phone: string) {
  const initials = name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
  return { id, name, initials, address, phone, active: true };
}

export function sampleSync(): SyncView {
  return {
    accounts: [account('offres', 'dedicated', 'INBOX', 12), account('info', 'dedicated', 'Devis', 48)],
    up_to_date_at: now - 12_000,
    failing: 0,
    waiting_to_leave: 0,
    needing_attention: 0,
  };
}

function account(name: string, mode: 'dedicated' | 'triage', folder: string, readSecondsAgo: number) {
  return {
    id: `account-${name}`,
    name: `${name}@delcourt.example`,
    kind: 'imap' as const,
    mode,
    address: `${name}@delcourt.example`,
    display_name: 'Delcourt & Fils',
    imap: 'imap.hebergeur.example:993',
    smtp: 'smtp.hebergeur.example:465',
    folder,
    last_fetch_at: now - readSecondsAgo * 1000,
    last_error: null,
    last_error_at: null,
  };
}

export function sampleWorkspace(firstStart: boolean): WorkspaceView {
  return {
    kind: firstStart ? 'own' : 'demo',
    first_start: firstStart,
    company_name: firstStart ? '' : 'Delcourt & Fils',
    preferences: sampleSettings().preferences,
    system_language: 'fr-BE',
    version: '0.1.0',
  };
}
