/** A mailbox that cannot be connected: said at its field, and what was typed stays. */
import assert from 'node:assert/strict';
import { connectMailbox, nameCompany } from '../steps/first_start.mjs';
import { ourAddress } from '../main_job/desk.mjs';

/** Tells these steps. */
export function connecting(step, troubles) {
  const says = async (title, kept) => {
    await troubles.screen.click('button', /^(Connecter|Réessayer)$/);
    await troubles.screen.sees(title);
    await troubles.screen.sees(kept);
    const password = await troubles.screen.value('Mot de passe de la boîte');
    assert.equal(password, troubles.servers.facts.password, 'what was typed stays');
    assert.deepEqual(await troubles.application.rows('SELECT id FROM account'), []);
  };

  step('an address without @ is said at its field', async () => {
    const { screen, servers } = troubles;
    await nameCompany(screen, { company: 'Delcourt & Fils', person: 'Amélie Wauters' });
    await connectMailbox(screen, {
      address: 'offres.delcourt.example',
      servers: servers.facts,
      password: servers.facts.password,
    });
    await screen.sees('Ce n’est pas une adresse mail : il faut un nom, un @ et un domaine.');
    await screen.picture('trouble address');
    await screen.fill('Adresse mail', ourAddress);
  });

  step('a server that does not exist', async () => {
    await troubles.screen.fill(/^Réception/, 'imap.nowhere.invalid');
    await says('Ce serveur est introuvable', /Vérifiez le nom du serveur et votre connexion/);
    await troubles.screen.picture('trouble unknown host');
    await troubles.screen.fill(/^Réception/, troubles.servers.facts.host);
  });

  step('a server whose certificate has expired gets no password', async () => {
    const { screen, servers, expired } = troubles;
    await screen.fill('Port', String(expired.facts.imaps), { nth: 0 });
    await says('Le certificat du serveur a expiré', /Le mot de passe n’a pas été envoyé/);
    await screen.picture('trouble expired certificate');
    await screen.fill('Port', String(servers.facts.imaps), { nth: 0 });
  });

  step('a folder that does not exist', async () => {
    const { screen } = troubles;
    await screen.click('radio', /^Un dossier seulement/);
    await screen.fill('Dossier', 'Demandes de prix');
    await says('Ce dossier n’existe pas', /Vérifiez comment le dossier s’écrit/);
    await screen.picture('trouble missing folder');
    await screen.click('radio', /^Chaque mail est une demande|^Tous/);
  });

  step('with all of it put right the mailbox is connected', async () => {
    await troubles.screen.click('button', 'Réessayer');
    await troubles.screen.sees('Votre première demande arrivera ici');
  });
}
