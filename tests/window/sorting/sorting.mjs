/** Sorting: one key makes a request of a mail, another leaves it, and both can be taken back. */
import { until } from '../driver/until.mjs';
import { connectMailbox, nameCompany } from '../steps/first_start.mjs';
import { readMailNow } from '../steps/mailbox.mjs';
import { goTo } from '../steps/places.mjs';
import { ourAddress } from './office.mjs';

/** Goes to the mails that wait to be sorted. */
export async function openSorting(screen) {
  await goTo(screen, 'Demandes');
  await screen.click('tab', /^À trier/);
  await screen.find('listbox', /^Mails à trier/);
}

/** Tells these steps. */
export function sorting(step, office) {
  step('a general mailbox is connected, whose mails one sorts oneself', async () => {
    const { screen, servers } = office;
    await nameCompany(screen, { company: 'Delcourt & Fils', person: 'Amélie Wauters' });
    await screen.click('radio', /^Je trie moi-même/);
    await connectMailbox(screen, {
      address: ourAddress,
      servers: servers.facts,
      password: servers.facts.password,
    });
    await screen.sees('Votre première demande arrivera ici');
  });

  step('what comes waits to be sorted', async () => {
    const { screen, sophie, marc, news } = office;
    await sophie.writes(
      ourAddress,
      'Escalier en chêne',
      'Bonjour, pouvez-vous faire une offre pour un escalier ?',
    );
    await marc.writes(ourAddress, 'Facture 2026-118', 'Veuillez trouver notre facture.');
    await news.writes(ourAddress, 'Nos promotions', 'Tout à moitié prix.');
    await readMailNow(screen);
    await openSorting(screen);
    for (const name of [/^Sophie Lambert/, /^Marc Dubois/, /^Le Fournisseur/])
      await screen.find('option', name);
    await screen.click('option', /^Sophie Lambert/);
    await screen.find('heading', 'Escalier en chêne');
    await office.look('to sort', async () => {
      await openSorting(screen);
      await screen.click('option', /^Sophie Lambert/);
      await screen.find('button', 'En faire une demande');
    });
  });

  step('D makes a request of it, which can be taken back', async () => {
    const { screen } = office;
    await screen.press('d');
    await screen.sees('Demande créée de ce mail');
    await screen.gone('option', /^Sophie Lambert/);
    await until('the request', async () => (await office.count('request')) === 1);
    await screen.picture('sorting made');
    await screen.press('Control+z');
    await screen.find('option', /^Sophie Lambert/);
    await until('no request', async () => (await office.count('request')) === 0);
    await screen.click('option', /^Sophie Lambert/);
    await screen.find('heading', 'Escalier en chêne');
    await screen.press('d');
    await until('the request again', async () => (await office.count('request')) === 1);
  });

  step('L leaves a mail, which can be taken back; and then for good', async () => {
    const { screen } = office;
    await screen.click('option', /^Marc Dubois/);
    await screen.find('heading', 'Facture 2026-118');
    await screen.press('l');
    await screen.sees('Mail laissé ; il reste dans la liste des mails ignorés');
    await screen.gone('option', /^Marc Dubois/);
    await screen.press('Control+z');
    await screen.find('option', /^Marc Dubois/);
    await screen.click('option', /^Marc Dubois/);
    await screen.find('heading', 'Facture 2026-118');
    await screen.press('l');
    await screen.gone('option', /^Marc Dubois/);
  });

  step('the request that was made stands in the list, with its mail', async () => {
    const { screen } = office;
    await screen.click('tab', /^En cours/);
    await screen.click('option', /^Sophie Lambert/);
    await screen.sees('pouvez-vous faire une offre pour un escalier');
  });
}
