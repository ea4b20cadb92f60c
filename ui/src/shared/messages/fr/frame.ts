import type { frame as english } from '../en/frame';
import { pluralsOf } from '../plural';

const plural = pluralsOf('fr-BE');

export const frame: typeof english = {
  places: {
    today: 'Aujourd’hui',
    requests: 'Demandes',
    quotes: 'Offres',
    contacts: 'Contacts',
    products: 'Produits',
    reports: 'Rapports',
    settings: 'Réglages',
  },
  frame: {
    main: 'Principal',
    search: 'Rechercher',
    workspace: 'Espace de travail',
    ownWorkspace: 'Votre entreprise',
    demo: 'Données d’exemple',
    nobody: 'Personne',
    demoHint: 'Rien ne quitte cet ordinateur',
    keys: 'Touches',
    user: 'Vous travaillez comme',
    previousPane: 'Volet précédent',
    nextPane: 'Volet suivant',
    backToList: 'Retour à la liste',
    resizeList: 'Largeur de la liste',
    notYet: 'Cette pièce ouvrira dans une prochaine version.',
  },
  sync: {
    upToDate: (ago) => `À jour il y a ${ago}`,
    noMailbox: 'Pas encore de boîte mail',
    reading: 'Lecture des mails',
    never: 'Pas encore lue',
    notReadSince: (length) => `Pas lue depuis ${length}`,
    needAttention: (count) => plural(count, { one: '1 mail vous attend', other: '# mails vous attendent' }),
    toReconnect: (count) => plural(count, { one: '1 boîte à reconnecter', other: '# boîtes à reconnecter' }),
    offline: (since) => `Hors ligne depuis ${since}`,
    outboxWaits: (count) =>
      plural(count, { one: '1 mail attend de partir', other: '# mails attendent de partir' }),
    now: 'Lire les mails maintenant',
  },
  palette: {
    title: 'Rechercher ou commander',
    placeholder: 'Rechercher ou commander',
    selection: 'Sur cette demande',
    create: 'Créer',
    places: 'Aller à',
    application: 'Application',
    found: 'Demandes, contacts et offres',
    nothing: (text) => `Aucun résultat pour « ${text} »`,
    choose: 'choisir',
    do: 'faire',
    scope: 'changer de portée',
    close: 'fermer',
    scopeEverywhere: 'Partout',
    removeScope: (name) => `Sans « ${name} »`,
    current: 'actuel',
    results: (count) => plural(count, { one: '1 résultat', other: '# résultats' }),
  },
  toasts: { region: 'Résultats' },
};
