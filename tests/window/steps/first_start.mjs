/** The first start, as a person goes through it. */

/** Says who makes the quotes. */
export async function nameCompany(screen, { company, person }) {
  await screen.fill('Nom', company);
  await screen.fill(/^Votre nom/, person);
  await screen.click('button', 'Continuer');
}

/** Fills in a mailbox whose servers are not those one would guess, and connects it. */
export async function connectMailbox(screen, { address, servers, password }) {
  await screen.fill('Adresse mail', address);
  await screen.click('button', 'Modifier à la main');
  await screen.fill(/^Réception/, servers.host);
  await screen.fill('Port', String(servers.imaps), { nth: 0 });
  await screen.fill(/^Envoi/, servers.host);
  await screen.fill('Port', String(servers.smtps), { nth: 1 });
  await screen.fill('Mot de passe de la boîte', password);
  await screen.click('button', 'Connecter');
}
