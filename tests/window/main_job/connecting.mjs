/** First start: who makes the quotes, and the mailbox through which requests come. */
import assert from 'node:assert/strict';
import { keptSecret } from '../evidence/keyring.mjs';
import { connectMailbox, nameCompany } from '../steps/first_start.mjs';
import { chooseIn, goTo, openSettings } from '../steps/places.mjs';
import { ourAddress } from './desk.mjs';

/** Tells these steps. */
export function connecting(step, desk) {
  step('the first start asks who makes the quotes', async () => {
    await desk.screen.sees('Qui fait les offres ?');
    await desk.screen.picture('01-first-start');
    await desk.screen.click('button', 'Continuer');
    await desk.screen.sees('Il faut quelque chose ici.');
    await nameCompany(desk.screen, { company: 'Delcourt & Fils', person: 'Amélie Wauters' });
    await desk.screen.sees('D’où viennent vos demandes ?');
  });

  step('what cannot be right is said at its field', async () => {
    const wrongPort = { ...desk.servers.facts, imaps: 1 };
    await connectMailbox(desk.screen, {
      address: 'offres.delcourt.example',
      servers: wrongPort,
      password: 'faux',
    });
    await desk.screen.sees(/^Ce n’est pas une adresse mail/);
    await desk.screen.fill('Adresse mail', ourAddress);
    await desk.screen.click('button', /^(Connecter|Réessayer)$/);
    await desk.screen.sees('Le serveur ne répond pas sur ce port');
    await desk.screen.fill('Port', String(desk.servers.facts.imaps), { nth: 0 });
  });

  step('a wrong password is said in place, and nothing typed is lost', async () => {
    await desk.screen.click('button', /^(Connecter|Réessayer)$/);
    await desk.screen.sees('Le serveur refuse ce mot de passe');
    assert.equal(await desk.screen.value('Adresse mail'), ourAddress);
    assert.equal(await desk.screen.value('Mot de passe de la boîte'), 'faux');
    await desk.screen.picture('02-wrong-password');
    assert.deepEqual(await desk.rows('SELECT id FROM account'), []);
  });

  step('with the right one the mailbox is connected, and the keyring holds it', async () => {
    await desk.screen.fill('Mot de passe de la boîte', desk.servers.facts.password);
    await desk.screen.click('button', 'Réessayer');
    await desk.screen.sees('Votre première demande arrivera ici');
    const { id } = await desk.row(`SELECT lower(hex(id)) AS id FROM account WHERE address = '${ourAddress}'`);
    const uuid = id.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
    assert.equal(await keptSecret(`mailbox/${uuid}/password`), desk.servers.facts.password);
    await desk.screen.picture('03-no-request-yet');
  });

  step('the time in which a mail can be taken back is set', async () => {
    await openSettings(desk.screen, 'Langue et affichage');
    await chooseIn(desk.screen, 'Délai pour reprendre un mail', '30 secondes');
    await goTo(desk.screen, 'Demandes');
  });
}
