import type { today as english } from '../en/today';
import { pluralsOf } from '../plural';

const plural = pluralsOf('fr-BE');

export const today: typeof english = {
  summary: (count) => plural(count, { one: '1 chose à faire', other: '# choses à faire' }),
  answers: (count) => plural(count, { one: 'dont 1 réponse attendue', other: 'dont # réponses attendues' }),
  summaryWith: (things, answers) => `${things}, ${answers}`,
  who: 'À qui',
  mine: 'Pour moi',
  team: 'Toute l’équipe',
  now: 'Maintenant',
  nowWhy: 'le client attend une réponse',
  week: 'Cette semaine',
  weekWhy: 'une échéance approche',
  nothing: 'Rien ne vous attend',
  nothingText: 'Les nouvelles demandes arrivent ici en quelques secondes.',
  reasons: {
    answer_to_judge: (ago) => `Réponse à juger, il y a ${ago}`,
    accept: (ago) => `Semble dire oui, il y a ${ago}`,
    refuse: (ago) => `Semble dire non, il y a ${ago}`,
    question: (ago) => `Pose une question, il y a ${ago}`,
    not_delivered: 'Mail non remis',
    waits_for_us: (length) => `Attend depuis ${length}`,
    quote_to_send: 'Offre finie, pas encore envoyée',
    expires_soon: (day) => `Expire ${day}`,
  },
  actions: {
    answer_to_judge: 'Juger',
    accept: 'Confirmer',
    not_delivered: 'Renvoyer',
    waits_for_us: 'Répondre',
    quote_to_send: 'Terminer',
    expires_soon: 'Relancer',
  },
  writesIn: (language) => `en ${language}`,
  unassigned: 'pas de vendeur',
  figures: {
    title: 'Les sept derniers jours',
    received: 'Demandes reçues',
    firstAnswer: 'Première réponse',
    sent: 'Offres envoyées',
    accepted: 'Acceptées',
    pending: 'En attente de réponse',
    none: '–',
  },
  ignored: 'Reçus, mais pas des demandes',
  seeIgnored: 'Tout voir et corriger',
  mailboxes: 'Boîtes mail',
};
