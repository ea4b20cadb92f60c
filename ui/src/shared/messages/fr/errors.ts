import type { errors as english } from '../en/errors';

export const errors: typeof english = {
  fieldTitle: 'Quelque chose est à corriger',
  fields: {
    empty: 'Il faut quelque chose ici.',
    not_a_number: 'Ce n’est pas un nombre.',
    too_many_decimals: 'Trop de décimales.',
    out_of_range: 'Ce nombre sort des limites.',
    negative: 'Pas de valeur sous zéro ici.',
    not_an_address: 'Ce n’est pas une adresse mail : il faut un nom, un @ et un domaine.',
    control_character: 'Pas de retour à la ligne ni de caractère de contrôle ici.',
    not_an_image: 'Ce fichier n’est pas une image PNG ou JPEG.',
    too_long: 'C’est trop long.',
    taken: 'Un autre porte déjà cette valeur.',
    too_early: 'Cette date vient trop tôt.',
    invalid: 'Ce n’est pas valide : vérifiez les chiffres.',
  },
  states: {
    quote_frozen: {
      title: 'Cette offre est figée',
      text: 'Ce qui est finalisé reste tel quel. Créez la version suivante pour la changer.',
    },
    quote_not_finalised: {
      title: 'L’offre est encore un brouillon',
      text: 'Finalisez-la d’abord : c’est ce qui lui donne son numéro.',
    },
    quote_without_lines: {
      title: 'L’offre n’a pas de ligne',
      text: 'Rien n’est parti. Ajoutez une ligne avec un prix.',
    },
    quote_changed_elsewhere: {
      title: 'L’offre a été changée ailleurs',
      text: 'Votre dernière modification n’est pas enregistrée. Rouvrez l’offre pour voir son état.',
    },
    quote_superseded: { title: 'Il existe une version plus récente', text: 'Ouvrez-la et continuez là.' },
    request_has_issued_quote: {
      title: 'Cette demande a une offre numérotée',
      text: 'Elle ne peut pas être supprimée, car le numéro ne peut pas se perdre. Annulez-la plutôt.',
    },
    no_requester_address: {
      title: 'Il n’y a pas d’adresse où écrire',
      text: 'Le texte est gardé. Ajoutez un destinataire, ou l’adresse du contact.',
    },
    no_mailbox: {
      title: 'Il n’y a pas de boîte pour envoyer',
      text: 'Le texte est gardé. Ajoutez une boîte mail dans les réglages, puis envoyez.',
    },
    mail_already_leaving: { title: 'Le mail est déjà parti', text: 'Il ne peut plus être repris.' },
    mail_unsettled: {
      title: 'Un mail de cette demande n’est pas encore parti',
      text: 'Rien n’a bougé. Laissez-le partir ou reprenez-le, puis réessayez.',
    },
    quote_stays_with_its_mails: {
      title: 'Ce mail est celui d’une offre qui en a d’autres',
      text: 'Rien n’a bougé. Les versions d’une offre restent ensemble : partez du premier de ses mails, avec la suite.',
    },
    nothing_would_stay: {
      title: 'Il ne resterait rien de cette demande',
      text: 'Rien n’a bougé. Fusionnez plutôt la demande entière.',
    },
    same_request: { title: 'C’est la même demande', text: 'Choisissez-en une autre.' },
    moved_on_since: {
      title: 'Cela a de nouveau été déplacé depuis',
      text: 'Rien n’a changé. Annulez d’abord ce qui a suivi.',
    },
    nothing_to_print: {
      title: 'Il n’y a pas de mail à imprimer',
      text: 'Cette demande ne contient que des notes, et celles-ci ne quittent pas Quoin.',
    },
    never_sent_again: {
      title: 'L’accusé de réception ne part qu’une fois',
      text: 'Rien n’a été renvoyé. Écrivez plutôt au client.',
    },
    nothing_forwarded: {
      title: 'Ce mail n’en contient pas d’autre',
      text: 'Rien n’a changé. Corrigez le demandeur à la main.',
    },
    request_begun: {
      title: 'Cette demande a déjà été travaillée',
      text: 'Rien n’a changé. Annulez plutôt la demande si ce n’en est pas une.',
    },
    mailbox_in_use: {
      title: 'Cette boîte a encore des mails à envoyer',
      text: 'Rien n’est retiré. Attendez leur départ, ou reprenez-les.',
    },
    company_without_name: {
      title: 'L’entreprise n’a pas encore de nom',
      text: 'L’offre en a besoin. Indiquez-le dans les réglages ; le brouillon est gardé.',
    },
    draft_empty: {
      title: 'Rien n’est encore écrit',
      text: 'Rien n’est parti. Écrivez d’abord quelques mots.',
    },
  },
  mail: {
    unknown_host: {
      title: 'Ce serveur est introuvable',
      text: 'Votre saisie est gardée. Vérifiez le nom du serveur et votre connexion.',
    },
    connection_refused: {
      title: 'Le serveur ne répond pas sur ce port',
      text: 'Votre saisie est gardée. Vérifiez le port : d’ordinaire 993 pour la réception et 465 pour l’envoi.',
    },
    unreachable: {
      title: 'Le serveur est injoignable',
      text: 'Votre saisie est gardée. Vérifiez votre réseau.',
    },
    timed_out: {
      title: 'Le serveur n’a pas répondu à temps',
      text: 'Votre saisie est gardée. Réessayez ; si cela dure, vérifiez serveur et port.',
    },
    connection_lost: { title: 'La connexion a été coupée', text: 'Rien n’est perdu. Réessayez.' },
    tls_expired: {
      title: 'Le certificat du serveur a expiré',
      text: 'Le mot de passe n’a pas été envoyé. Prévenez votre hébergeur : lui seul peut le renouveler.',
    },
    tls_not_yet_valid: {
      title: 'Le certificat du serveur n’est pas encore valable',
      text: 'Le mot de passe n’a pas été envoyé. Vérifiez la date et l’heure de cet ordinateur.',
    },
    tls_untrusted: {
      title: 'Le certificat du serveur n’est pas reconnu',
      text: 'Le mot de passe n’a pas été envoyé. Vérifiez le nom du serveur, ou demandez à votre hébergeur.',
    },
    tls_wrong_name: {
      title: 'Le certificat est celui d’un autre serveur',
      text: 'Le mot de passe n’a pas été envoyé. Utilisez le nom de serveur que publie votre hébergeur.',
    },
    tls_revoked: {
      title: 'Le certificat du serveur a été retiré',
      text: 'Le mot de passe n’a pas été envoyé. Prévenez votre hébergeur.',
    },
    tls_failed: {
      title: 'Pas de connexion sûre avec ce serveur',
      text: 'Le mot de passe n’a pas été envoyé. Vérifiez port et sécurité : 993 et 465 vont avec TLS, 143 et 587 avec STARTTLS.',
    },
    trust_unreadable: {
      title: 'Les certificats reconnus par cet ordinateur sont illisibles',
      text: 'Le mot de passe n’a pas été envoyé. Les certificats du système sont à réinstaller.',
    },
    starttls_missing: {
      title: 'Le serveur n’offre pas STARTTLS',
      text: 'Le mot de passe n’a pas été envoyé. Choisissez TLS, d’ordinaire le port 993 ou 465.',
    },
    preauthenticated: {
      title: 'Le serveur se comporte de façon peu sûre',
      text: 'Le mot de passe n’a pas été envoyé. Choisissez TLS, d’ordinaire le port 993, ou demandez à votre hébergeur.',
    },
    login_refused: {
      title: 'Le serveur refuse ce mot de passe',
      text: 'L’adresse et les serveurs sont bons et restent enregistrés. Vérifiez les majuscules. Si la double authentification est active, il faut un mot de passe d’application.',
    },
    login_unsupported: {
      title: 'Le serveur veut une autre identification',
      text: 'L’adresse et les serveurs restent enregistrés. Demandez un mot de passe d’application à votre hébergeur.',
    },
    login_unavailable: {
      title: 'L’identification ne marche pas pour le moment',
      text: 'Le mot de passe est peut-être bon. Tout reste enregistré ; réessayez dans quelques minutes.',
    },
    folder_missing: {
      title: 'Ce dossier n’existe pas',
      text: 'Le mot de passe est bon et tout reste enregistré. Vérifiez comment le dossier s’écrit.',
    },
    mailbox_full: {
      title: 'La boîte est pleine',
      text: 'Rien n’est perdu. Faites de la place dans la boîte ; le mail sera réessayé.',
    },
    server_refused: {
      title: 'Le serveur a refusé',
      text: 'Rien n’est perdu. Réessayez, ou demandez à votre hébergeur.',
    },
    protocol: {
      title: 'La réponse du serveur est incompréhensible',
      text: 'Rien n’est perdu. Vérifiez serveur et port, ou demandez à votre hébergeur.',
    },
    reply: {
      title: 'Le serveur a refusé le mail',
      text: 'Le mail est gardé. Sa raison est dans les détails.',
    },
    address_unsupported: {
      title: 'Le serveur ne peut pas écrire à cette adresse',
      text: 'Le mail est gardé. Demandez une autre adresse à la personne.',
    },
    invalid_address: {
      title: 'Une des adresses n’en est pas une',
      text: 'Le mail est gardé. Corrigez l’adresse.',
    },
    no_recipient: {
      title: 'Le mail n’a pas de destinataire',
      text: 'Le texte est gardé. Ajoutez un destinataire.',
    },
    unclean_bytes: {
      title: 'Le mail contient des signes qui ne peuvent pas partir',
      text: 'Le texte est gardé. Retapez les mots collés.',
    },
    control_character: {
      title: 'Un champ contient un retour à la ligne',
      text: 'Le texte est gardé. Écrivez nom et objet sur une ligne.',
    },
    disk_full: {
      title: 'Le disque est plein',
      text: 'Tout ce qui précède est gardé. Faites de la place, puis réessayez.',
    },
    permission_denied: {
      title: 'Ce dossier ne peut pas être lu ou écrit',
      text: 'Rien n’a changé. Choisissez un autre dossier, ou changez ses droits.',
    },
    file_failed: {
      title: 'Un fichier ne peut pas être lu ou écrit',
      text: 'Rien n’est perdu. Vérifiez le disque.',
    },
  },
  mailUnknown: {
    title: 'Le serveur de mail a échoué',
    text: 'Rien n’est perdu. Réessayez, ou demandez à votre hébergeur.',
  },
  keyring: {
    title: 'Le mot de passe ne peut pas être gardé en sûreté',
    text: 'Le trousseau de cet ordinateur ne répond pas ; le mot de passe n’est donc gardé nulle part. Déverrouillez le trousseau et réessayez.',
  },
  document: {
    title: 'Le document n’a pas pu être fait',
    text: 'L’offre est enregistrée. Changez la dernière ligne et réessayez.',
  },
  tooLargeToMail: {
    file: (name) => `« ${name} » est trop lourd pour un mail`,
    fileText: (size, limit) =>
      `Ce fichier pèse ${size}, un mail en porte au plus ${limit}. Rien n’a été joint. Réduisez-le, ou envoyez un lien pour le télécharger.`,
    besidesText: (size, limit, attached) =>
      `Ce fichier pèse ${size}, un mail en porte au plus ${limit}, et ${attached} sont déjà joints. Rien n’a été ajouté. Répartissez les fichiers sur plusieurs mails, ou réduisez-les.`,
    mail: 'Ce mail est trop lourd',
    mailText: (size, limit) =>
      `Avec ses fichiers, il pèse ${size} ; la plupart des serveurs en prennent au plus ${limit}. Rien n’est parti, le brouillon est gardé. Retirez un fichier et envoyez-le à part.`,
  },
  template: {
    title: 'Le texte standard ne peut pas être rempli',
    text: (placeholder) =>
      `« ${placeholder} » est inconnu. Le brouillon est gardé ; corrigez le texte dans les réglages.`,
  },
  file: {
    title: 'Le fichier ne peut pas être lu ou écrit',
    text: 'Rien d’autre n’a changé. Choisissez un autre fichier ou endroit.',
  },
  notFound: { title: 'Ceci n’est plus là', text: 'Supprimé ou fusionné entre-temps.' },
  diskFull: {
    title: 'Le disque est plein',
    text: 'La dernière modification n’est pas enregistrée, tout ce qui précède l’est. Faites de la place, puis réessayez.',
  },
  store: {
    title: 'Ceci n’a pas pu être enregistré ou lu',
    text: 'Ce qui était enregistré est en sûreté. Réessayez ; si cela dure, relancez Quoin.',
  },
};
