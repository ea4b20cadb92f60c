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
