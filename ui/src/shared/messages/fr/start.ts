import type { start as english } from '../en/start';

export const start: typeof english = {
  steps: 'Étapes',
  company: 'Entreprise',
  mailbox: 'Boîte mail',
  promise: 'Vos données restent sur cet ordinateur. Pas de compte, pas d’abonnement.',
  companyTitle: 'Qui fait les offres ?',
  companyLead: 'Un nom suffit. Le reste se complète avant la première offre.',
  mailboxTitle: 'D’où viennent vos demandes ?',
  mailboxLead: 'Quoin lit cette boîte et y envoie vos réponses. Il n’y efface rien.',
  next: 'Continuer',
  later: 'Plus tard',
  connect: 'Connecter',
  demo: 'Essayer avec des données d’exemple',
  demoHint: 'rien ne quitte cet ordinateur',
  yourName: 'Votre nom',
  yourNameHint: 'Sous vos réponses et sur vos offres',
};
