/**
 * The main job in the real window, on real mail: from the first start to an accepted quote, by clicking and
 * typing, with a customer on the same mail server.
 */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { Application } from './driver/application.mjs';
import { until } from './driver/until.mjs';
import { row, rows } from './evidence/database.mjs';
import { keptSecret } from './evidence/keyring.mjs';
import { pdfText } from './evidence/pdf.mjs';
import { Customer } from './mail/customer.mjs';
import { readLetter } from './mail/letter.mjs';
import { MailServers } from './mail/servers.mjs';
import { connectMailbox, nameCompany } from './steps/first_start.mjs';
import { readMailNow } from './steps/mailbox.mjs';
import { addLine, openNewQuote } from './steps/quote.mjs';
import { story } from './story.mjs';

const ourAddress = 'offres@delcourt.example';

let servers;
let application;
let screen;
let sophie;
let quoteMail;

const step = story(async (name) => {
  await screen?.picture(`failed ${name.replace(/\W+/g, '-')}`).catch(() => {});
});

before(async () => {
  servers = await MailServers.start();
  sophie = new Customer(servers, 'Sophie Lambert', 'sophie.lambert@customer.example');
  application = await Application.prepare({ environment: { SSL_CERT_FILE: servers.facts.ca_file } });
  await application.start();
  screen = application.screen;
});

after(async () => {
  await application?.end({ keep: step.isBroken() });
  await servers?.stop();
});

/** With plain spaces, as one reads it. */
const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');

const inDatabase = (query) => row(application.database, query);

step('the first start asks who makes the quotes', async () => {
  await screen.sees('Qui fait les offres ?');
  await screen.picture('01-first-start');
  await screen.click('button', 'Continuer');
  await screen.sees('Il faut quelque chose ici.');
  await nameCompany(screen, { company: 'Delcourt & Fils', person: 'Amélie Wauters' });
  await screen.sees('D’où viennent vos demandes ?');
});

step('what cannot be right is said at its field', async () => {
  const wrongPort = { ...servers.facts, imaps: 1 };
  await connectMailbox(screen, { address: 'offres.delcourt.example', servers: wrongPort, password: 'faux' });
  await screen.sees(/^Ce n’est pas une adresse mail/);
  await screen.fill('Adresse mail', ourAddress);
  await screen.click('button', /^(Connecter|Réessayer)$/);
  await screen.sees('Le serveur ne répond pas sur ce port');
  await screen.fill('Port', String(servers.facts.imaps), { nth: 0 });
});

step('a wrong password is said in place, and nothing typed is lost', async () => {
  await screen.click('button', /^(Connecter|Réessayer)$/);
  await screen.sees('Le serveur refuse ce mot de passe');
  assert.equal(await screen.value('Adresse mail'), ourAddress);
  assert.equal(await screen.value('Mot de passe de la boîte'), 'faux');
  await screen.picture('02-wrong-password');
  assert.deepEqual(await rows(application.database, 'SELECT id FROM account'), []);
});

step('with the right one the mailbox is connected, and the keyring holds it', async () => {
  await screen.fill('Mot de passe de la boîte', servers.facts.password);
  await screen.click('button', 'Réessayer');
  await screen.sees('Votre première demande arrivera ici');
  const { id } = await inDatabase(`SELECT lower(hex(id)) AS id FROM account WHERE address = '${ourAddress}'`);
  const uuid = id.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
  assert.equal(await keptSecret(`mailbox/${uuid}/password`), servers.facts.password);
  await screen.picture('03-no-request-yet');
});

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
  await sophie.writes(ourAddress, 'Rénovation salle de bain à Namur', words.join('\n'));
  await screen.click('option', /^Sophie Lambert, Rénovation salle de bain à Namur, Reçu/);
  await screen.find('heading', 'Rénovation salle de bain à Namur');
  await screen.sees('douche à l’italienne');
  await screen.find('button', 'Statut: Reçu');
  await screen.picture('04-request-received');
});

step('a prospect is created from it', async () => {
  await screen.click('button', 'Créer un prospect');
  const dialog = await screen.find('dialog', 'Créer un prospect');
  await until('the filled form', async () => (await screen.value('Nom', { within: dialog })) === 'Sophie Lambert');
  await screen.fill(/^Rue et numéro/, 'rue des Brasseurs 41');
  await screen.fill('Code postal', '5000');
  await screen.fill('Localité', 'Namur');
  await screen.picture('05-prospect');
  await screen.click('button', 'Créer le prospect');
  await screen.gone('dialog');
  await screen.find('link', 'Sophie Lambert');
  const contact = await inDatabase('SELECT kind, name, city FROM contact');
  assert.deepEqual(contact, { kind: 'prospect', name: 'Sophie Lambert', city: 'Namur' });
});

step('an internal note is kept with it', async () => {
  await screen.click('button', 'Note');
  await screen.find('textbox', 'Note interne');
  await screen.write('Prévoir OSB et receveur extra-plat. Marge au-dessus de 30 %.');
  await screen.click('button', 'Ajouter la note');
  await screen.gone('textbox', 'Note interne');
  await screen.sees('Prévoir OSB et receveur extra-plat.');
});

step('a reply is taken back while there is time', async () => {
  await screen.click('button', 'Répondre à Sophie Lambert');
  await screen.find('textbox', 'Message');
  await screen.write('Merci pour votre demande. Je passe jeudi à 16 h ?');
  await screen.picture('06-reply');
  await screen.press('Control+Enter');
  await screen.sees(/^Envoi dans/);
  await screen.picture('07-reply-leaves');
  await screen.press('Control+z');
  await screen.find('textbox', 'Message');
  assert.match(await screen.value('Message'), /^Bonjour Sophie Lambert,\s+Merci pour .* 16 h \?\s+Bien à vous,/);
  assert.equal(await sophie.mailCount(), 0);
});

step('the reply reaches the customer, in the conversation', async () => {
  const asked = await inDatabase("SELECT mail_message_id AS id FROM message WHERE direction = 'incoming'");
  await screen.press('Control+Enter');
  await screen.click('button', 'Envoyer maintenant');
  await screen.gone('button', 'Annuler');
  const reply = await sophie.nextMail();
  assert.match(reply.text, /Je passe jeudi à 16 h \?/);
  assert.equal(reply.header['in-reply-to'], `<${asked.id}>`);
  assert.match(reply.header.subject, /Rénovation salle de bain à Namur/);
  assert.match(reply.header.from, /<offres@delcourt\.example>/);
  assert.doesNotMatch(reply.text, /receveur extra-plat/, 'the note stayed inside');
  await screen.find('button', 'Statut: Répondu');
});

step('a quote begins with the contact’s data; what cannot be read is said in its place', async () => {
  await openNewQuote(screen);
  await addLine(screen, { title: 'Dépose et évacuation', quantity: '2', unit: 'forfait', price: 'abc', vat: '6 %' });
  await screen.sees('Prix : ce n’est pas un nombre.');
  await screen.picture('08-quote-unreadable-price');
  await screen.click('button', 'Montrer');
  await screen.press('Control+a');
  await screen.write('1.234,56');
  await screen.press('Tab');
  await screen.gone('button', 'Montrer');
  await screen.sees(/^2 469,12$/);
});

step('the mail of the quote is begun, and put aside', async () => {
  await screen.click('button', 'Envoyer via la demande');
  await screen.find('dialog', 'Envoyer via la demande');
  await screen.find('textbox', 'Message');
  assert.match(plain(await screen.value('Message')), /2 617,27 €/);
  await screen.click('button', 'Fermer, le brouillon reste');
  await screen.gone('dialog');
});

step('two VAT rates are added up, and the document is seen beside the lines', async () => {
  await addLine(screen, { title: 'Meuble double vasque', quantity: '3', unit: 'pièce', price: '450', vat: '21 %' });
  await screen.sees(/^4 250,77 €$/);
  await screen.sees(/^148,15$/);
  await screen.sees(/^283,50$/);
  await screen.find('group', 'Page 1 sur 1');
  await screen.sees(/Enregistré\.$/);
  await screen.picture('09-quote');
});

step('the window is closed and opened again, the mailbox renumbered meanwhile: nothing is there twice', async () => {
  const before = await inDatabase('SELECT count(*) AS messages, (SELECT count(*) FROM request) AS requests FROM message');
  await application.quit();
  await servers.renumber(ourAddress, 'INBOX', 7);
  await application.start();
  await screen.find('heading', 'Rénovation salle de bain à Namur');
  await screen.sees(/^À jour/);
  await readMailNow(screen);
  const seenTwice = 'SELECT count(*) AS places FROM mail_location WHERE uid_validity = 7';
  await until('the renumbered mail', async () => (await inDatabase(seenTwice)).places === 1);
  assert.equal((await screen.all('option', /^Sophie Lambert/)).length, 1);
  const again = await inDatabase('SELECT count(*) AS messages, (SELECT count(*) FROM request) AS requests FROM message');
  assert.deepEqual(again, before);
  assert.equal(await sophie.mailCount(), 1);
  await screen.find('button', 'Statut: Offre créée');
});

step('the quote is sent through the request', async () => {
  await screen.click('button', /Brouillon v1/);
  await screen.click('button', 'Envoyer via la demande');
  const dialog = await screen.find('dialog', 'Envoyer via la demande');
  await screen.sees('Sophie Lambert', { within: dialog });
  await screen.find('textbox', 'Message');
  assert.match(plain(await screen.value('Message')), /4 250,77 €/, 'the mail kept in step with the quote');
  await screen.picture('10-send-quote');
  await screen.click('button', 'Envoyer l’offre', { within: dialog });
  await screen.gone('dialog');
  await screen.click('button', 'Envoyer maintenant');
  quoteMail = await sophie.nextMail();
});

step('the customer has the PDF, with the right totals', async () => {
  const pdfs = quoteMail.files.filter(({ type }) => type === 'application/pdf');
  assert.equal(pdfs.length, 1);
  const text = await pdfText(pdfs[0].bytes);
  for (const figure of ['1 234,56', '2 469,12', '1 350,00', '148,15', '283,50', '4 250,77']) {
    assert.ok(text.includes(figure), `${figure} stands in\n${text}`);
  }
  assert.match(text, /Sophie Lambert/);
  assert.equal(quoteMail.header['in-reply-to'] !== undefined, true, 'it stands in the conversation');
  await screen.find('button', 'Statut: Offre envoyée');
  await screen.picture('11-quote-sent');
  const told = await screen.names('listitem', { within: await screen.find('complementary', 'Suivi de la demande') });
  const newest = told.filter((entry) => /^Offre .* (envoyée|finalisée)/.test(entry)).map((entry) => entry.split(' ')[2]);
  assert.deepEqual(newest, ['envoyée', 'finalisée']);
  const sent = (await servers.mails(ourAddress, 'Messages envoyés', 2)).map(readLetter);
  assert.equal(sent.length, 2);
  assert.equal(sent[1].header['message-id'], quoteMail.header['message-id']);
});

step('the customer’s answer lands in the same conversation and is proposed as an agreement', async () => {
  const words = 'Bonjour,\n\nC’est d’accord pour nous, vous pouvez commencer.\n\nSophie Lambert';
  await sophie.writes(ourAddress, `Re: ${quoteMail.header.subject}`, words, { answering: quoteMail });
  await readMailNow(screen);
  await screen.sees(/Cette réponse semble être un accord|Le client a répondu à l’offre/);
  await screen.sees(/C’est d’accord pour nous/);
  assert.equal((await rows(application.database, 'SELECT id FROM request')).length, 1);
  await screen.picture('12-agreement');
});

step('the quote is accepted', async () => {
  await screen.click('button', 'Acceptée');
  await screen.find('button', 'Statut: Offre acceptée');
  await screen.gone('button', 'Acceptée');
  await screen.picture('13-accepted');
});

step('mailbox, database and screen agree at the end', async () => {
  const request = await inDatabase(
    `SELECT status, (SELECT count(*) FROM message) AS messages, (SELECT count(*) FROM note) AS notes FROM request`,
  );
  assert.deepEqual(request, { status: 'quote_accepted', messages: 4, notes: 1 });
  const quote = await inDatabase('SELECT state, number, version FROM quote');
  assert.equal(quote.state, 'accepted');
  assert.ok(quote.number);
  const outbox = await rows(application.database, 'SELECT state FROM outbox');
  assert.deepEqual(outbox, [{ state: 'sent' }, { state: 'sent' }]);
  assert.equal(await sophie.mailCount(), 2);
  await screen.click('tab', /^Toutes/);
  await screen.find('option', /^Sophie Lambert, Rénovation salle de bain à Namur, Offre acceptée/);
  await screen.picture('14-all-requests');
});

step('a saved mail opened with the program becomes a request', async () => {
  const file = `${application.workplace.root}/demande.eml`;
  await writeFile(file, sophie.letter(ourAddress, 'Dressing de la chambre', 'Bonjour, pouvez-vous venir mesurer ?'));
  await application.quit();
  await application.start(file);
  await screen.find('heading', 'Dressing de la chambre');
  await screen.sees('pouvez-vous venir mesurer');
  assert.equal((await rows(application.database, 'SELECT id FROM request')).length, 2);
  await screen.picture('15-saved-mail');
});
