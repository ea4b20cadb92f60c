/** Rules: said at a mail or in the settings, put into order, taken back, and heeded by what comes later. */
import assert from 'node:assert/strict';
import { until } from '../driver/until.mjs';
import { readMailNow } from '../steps/mailbox.mjs';
import { chooseIn, openSettings } from '../steps/places.mjs';
import { ourAddress } from './office.mjs';
import { openSorting } from './sorting.mjs';

const never = 'Un mail de nouvelles@fournisseur.example est jamais une demande.';
const always = 'Un mail dont le sujet contient « devis » est une demande.';

/** Tells these steps. */
export function ruling(step, office) {
  step('a rule about a sender is made at a mail of theirs, and can be taken back', async () => {
    const { screen } = office;
    await openSorting(screen);
    await screen.click('option', /^Le Fournisseur/);
    await screen.find('heading', 'Nos promotions');
    await screen.click('button', 'Jamais de cet expéditeur');
    await screen.sees('Règle ajoutée');
    assert.equal(await office.count('rule'), 1);
    await screen.press('Control+z');
    await until('no rule', async () => (await office.count('rule')) === 0);
    await screen.click('button', 'Jamais de cet expéditeur');
    await until('the rule', async () => (await office.count('rule')) === 1);
  });

  step('in the settings rules stand as sentences; a new one is read before it is saved', async () => {
    const { screen } = office;
    await openSettings(screen, 'Tri des mails');
    await screen.sees(never);
    await screen.click('button', 'Ajouter une règle');
    await screen.find('dialog', 'Ajouter une règle');
    await chooseIn(screen, 'Un mail', 'dont le sujet contient');
    await screen.fill('Mots', 'devis');
    await screen.sees(always);
    await screen.picture('sorting new rule');
    await screen.click('button', 'Enregistrer');
    await screen.gone('dialog', 'Ajouter une règle');
    assert.equal(await office.count('rule'), 2);
    await office.look('rules', async () => {
      await openSettings(screen, 'Tri des mails');
      await screen.sees(always);
    });
  });

  step('their order is changed and taken back; one is removed and comes back', async () => {
    const { screen } = office;
    const order = async () => (await screen.names('listitem')).map((name) => name.slice(0, 20));
    const before = await order();
    await screen.click('button', `Descendre: ${(await sentences(screen))[0]}`);
    await screen.sees('Ordre changé');
    await until('the other order', async () => (await order())[0] === before[1]);
    await screen.press('Control+z');
    await until('the order as it was', async () => (await order())[0] === before[0]);
    await screen.click('button', `Supprimer la règle: ${always}`);
    await screen.sees('Règle supprimée');
    await until('one rule', async () => (await office.count('rule')) === 1);
    await screen.press('Control+z');
    await screen.find('button', `Supprimer la règle: ${always}`);
    assert.equal(await office.count('rule'), 2);
  });

  step('what comes later is judged by them', async () => {
    const { screen, marc, news } = office;
    const requests = await office.count('request');
    await news.writes(ourAddress, 'Encore des promotions', 'Tout à un tiers du prix.');
    await marc.writes(ourAddress, 'Demande de devis', 'Bonjour, un devis pour une porte ?');
    await readMailNow(screen);
    await until('the request', async () => (await office.count('request')) === requests + 1);
    await openSorting(screen);
    assert.deepEqual(await screen.all('option', /Encore des promotions/), []);
    await screen.click('tab', /^En cours/);
    await screen.click('option', /^Marc Dubois/);
    await screen.find('heading', 'Demande de devis');
  });
}

async function sentences(screen) {
  const names = await screen.names('button');
  return names.filter((name) => name.startsWith('Monter: ')).map((name) => name.slice('Monter: '.length));
}
