/** A request: its mail, a prospect, a note, a reply. */
import assert from 'node:assert/strict';
import { until } from '../driver/until.mjs';
import { sendNow } from '../steps/mailbox.mjs';
import { ourAddress } from './desk.mjs';

/** Tells these steps. */
export function answering(step, desk) {
  step('the customer’s mail becomes a request', async () => {
    const words = [
      'Bonjour,',
      '',
      'Nous souhaitons refaire toute la salle de bain de notre maison, rue des Brasseurs 41 à 5000 Namur :',
      'douche à l’italienne, meuble double vasque. Je suis joignable au 0470 12 34 56 après 17 h.',
      '',
      'Merci d’avance,',
      'Sophie Lambert',
    ];
    await desk.sophie.writes(ourAddress, 'Rénovation salle de bain à Namur', words.join('\n'));
    await desk.screen.click('option', /^Sophie Lambert, Rénovation salle de bain à Namur, Reçu/);
    await desk.screen.find('heading', 'Rénovation salle de bain à Namur');
    await desk.screen.sees('douche à l’italienne');
    await desk.screen.find('button', 'Statut: Reçu');
    await desk.screen.picture('04-request-received');
  });

  step('a prospect is created from it', async () => {
    await desk.screen.click('button', 'Créer un prospect');
    const dialog = await desk.screen.find('dialog', 'Créer un prospect');
    await until(
      'the filled form',
      async () => (await desk.screen.value('Nom', { within: dialog })) === 'Sophie Lambert',
    );
    await desk.screen.fill(/^Rue et numéro/, 'rue des Brasseurs 41');
    await desk.screen.fill('Code postal', '5000');
    await desk.screen.fill('Localité', 'Namur');
    await desk.screen.picture('05-prospect');
    await desk.screen.click('button', 'Créer le prospect');
    await desk.screen.gone('dialog');
    await desk.screen.find('link', 'Sophie Lambert');
    const contact = await desk.row('SELECT kind, name, city FROM contact');
    assert.deepEqual(contact, { kind: 'prospect', name: 'Sophie Lambert', city: 'Namur' });
  });

  step('an internal note is kept with it', async () => {
    await desk.screen.click('button', 'Note');
    await desk.screen.find('textbox', 'Note interne');
    await desk.screen.write('Prévoir OSB et receveur extra-plat. Marge au-dessus de 30 %.');
    await desk.screen.click('button', 'Ajouter la note');
    await desk.screen.gone('textbox', 'Note interne');
    await desk.screen.sees('Prévoir OSB et receveur extra-plat.');
  });

  step('a reply is taken back while there is time', async () => {
    await desk.screen.click('button', 'Répondre à Sophie Lambert');
    await desk.screen.find('textbox', 'Message');
    await desk.screen.write('Merci pour votre demande. Je passe jeudi à 16 h ?');
    await desk.screen.picture('06-reply');
    await desk.screen.press('Control+Enter');
    await desk.screen.sees(/^Envoi dans/);
    await desk.screen.picture('07-reply-leaves');
    await desk.screen.press('Control+z');
    await desk.screen.find('textbox', 'Message');
    assert.match(
      await desk.screen.value('Message'),
      /^Bonjour Sophie Lambert,\s+Merci pour .* 16 h \?\s+Bien à vous,/,
    );
    assert.equal(await desk.sophie.mailCount(), 0);
  });

  step('the reply reaches the customer, in the conversation', async () => {
    const asked = await desk.row("SELECT mail_message_id AS id FROM message WHERE direction = 'incoming'");
    await desk.screen.press('Control+Enter');
    await sendNow(desk.screen);
    const reply = await desk.sophie.nextMail();
    assert.match(reply.text, /Je passe jeudi à 16 h \?/);
    assert.equal(reply.header['in-reply-to'], `<${asked.id}>`);
    assert.match(reply.header.subject, /Rénovation salle de bain à Namur/);
    assert.match(reply.header.from, /<offres@delcourt\.example>/);
    assert.doesNotMatch(reply.text, /receveur extra-plat/, 'the note stayed inside');
    await desk.screen.find('button', 'Statut: Répondu');
  });
}
