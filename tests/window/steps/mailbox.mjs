/** The mailbox, as a person looks after it. */

/** Does not wait for the next round: asks for it in the palette. */
export async function readMailNow(screen) {
  await screen.press('Control+k');
  await screen.find('dialog', 'Rechercher ou commander');
  await screen.write('Lire les mails');
  await screen.find('option', /^Lire les mails maintenant/);
  await screen.press('Enter');
  await screen.gone('dialog', 'Rechercher ou commander');
}

/** Does not wait until the time to take the last mail back is over: lets it go at once. */
export async function sendNow(screen) {
  await screen.click('button', 'Envoyer maintenant');
  await screen.gone('button', 'Envoyer maintenant');
  await screen.gone('button', 'Annuler');
}
