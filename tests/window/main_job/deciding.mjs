/** The quote goes out, the customer answers, and it is accepted; in between the program is started anew. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { until } from '../driver/until.mjs';
import { pdfText } from '../evidence/pdf.mjs';
import { readLetter } from '../mail/letter.mjs';
import { readMailNow, sendNow } from '../steps/mailbox.mjs';
import { ourAddress, plain } from './desk.mjs';

/** Tells these steps. */
export function deciding(step, desk) {
  step('started anew, with the mailbox renumbered meanwhile: nothing is there twice', async () => {
    const count = 'SELECT count(*) AS messages, (SELECT count(*) FROM request) AS requests FROM message';
    const before = await desk.row(count);
    await desk.application.quit();
    await desk.servers.renumber(ourAddress, 'INBOX', 7);
    await desk.application.start();
    await desk.screen.find('heading', 'Rénovation salle de bain à Namur');
    await readMailNow(desk.screen);
    const seenAgain = 'SELECT count(*) AS places FROM mail_location WHERE uid_validity = 7';
    await until('the renumbered mail', async () => (await desk.row(seenAgain)).places === 1);
    assert.deepEqual(await desk.row(count), before);
    assert.equal((await desk.screen.all('option', /^Sophie Lambert/)).length, 1);
    assert.equal(await desk.sophie.mailCount(), 1);
    await desk.screen.find('button', 'Statut: Offre créée');
  });

  step('the quote is sent through the request', async () => {
    await desk.screen.click('button', /Brouillon v1/);
    await desk.screen.click('button', 'Envoyer via la demande');
    const dialog = await desk.screen.find('dialog', 'Envoyer via la demande');
    await desk.screen.sees('Sophie Lambert', { within: dialog });
    await desk.screen.find('textbox', 'Message');
    assert.match(
      plain(await desk.screen.value('Message')),
      /4 250,77 €/,
      'the mail kept in step with the quote',
    );
    await desk.screen.picture('10-send-quote');
    await desk.screen.click('button', 'Envoyer l’offre', { within: dialog });
    await desk.screen.gone('dialog');
    await sendNow(desk.screen);
    desk.quoteMail = await desk.sophie.nextMail();
  });

  step('the customer has the PDF, with the right totals', async () => {
    const pdfs = desk.quoteMail.files.filter(({ type }) => type === 'application/pdf');
    assert.equal(pdfs.length, 1);
    const text = await pdfText(pdfs[0].bytes);
    for (const figure of ['1 234,56', '2 469,12', '1 350,00', '148,15', '283,50', '4 250,77']) {
      assert.ok(text.includes(figure), `${figure} stands in\n${text}`);
    }
    assert.match(text, /Sophie Lambert/);
    assert.equal(desk.quoteMail.header['in-reply-to'] !== undefined, true, 'it stands in the conversation');
    await desk.screen.find('button', 'Statut: Offre envoyée');
    await desk.screen.picture('11-quote-sent');
    const told = await desk.screen.names('listitem', {
      within: await desk.screen.find('complementary', 'Suivi de la demande'),
    });
    const newest = told
      .filter((entry) => /^Offre .* (envoyée|finalisée)/.test(entry))
      .map((entry) => entry.split(' ')[2]);
    assert.deepEqual(newest, ['envoyée', 'finalisée']);
    const sent = (await desk.servers.mails(ourAddress, 'Messages envoyés', 2)).map(readLetter);
    assert.equal(sent.length, 2);
    assert.equal(sent[1].header['message-id'], desk.quoteMail.header['message-id']);
  });

  step('the customer’s answer lands in the same conversation and is proposed as an agreement', async () => {
    const words = 'Bonjour,\n\nC’est d’accord pour nous, vous pouvez commencer.\n\nSophie Lambert';
    await desk.sophie.writes(ourAddress, `Re: ${desk.quoteMail.header.subject}`, words, {
      answering: desk.quoteMail,
    });
    await readMailNow(desk.screen);
    await desk.screen.sees(/Cette réponse semble être un accord|Le client a répondu à l’offre/);
    await desk.screen.sees(/C’est d’accord pour nous/);
    assert.equal((await desk.rows('SELECT id FROM request')).length, 1);
    await desk.screen.picture('12-agreement');
  });

  step('the quote is accepted', async () => {
    await desk.screen.click('button', 'Acceptée');
    await desk.screen.find('button', 'Statut: Offre acceptée');
    await desk.screen.gone('button', 'Acceptée');
    await desk.screen.picture('13-accepted');
  });

  step('mailbox, database and screen agree at the end', async () => {
    const request = await desk.row(
      `SELECT status, (SELECT count(*) FROM message) AS messages, (SELECT count(*) FROM note) AS notes FROM request`,
    );
    assert.deepEqual(request, { status: 'quote_accepted', messages: 4, notes: 1 });
    const quote = await desk.row('SELECT state, number, version FROM quote');
    assert.equal(quote.state, 'accepted');
    assert.ok(quote.number);
    const outbox = await desk.rows('SELECT state FROM outbox');
    assert.deepEqual(outbox, [{ state: 'sent' }, { state: 'sent' }]);
    assert.equal(await desk.sophie.mailCount(), 2);
    await desk.screen.click('tab', /^Toutes/);
    await desk.screen.find('option', /^Sophie Lambert, Rénovation salle de bain à Namur, Offre acceptée/);
    await desk.screen.picture('14-all-requests');
  });

  step('a saved mail opened with the program becomes a request', async () => {
    const file = `${desk.application.workplace.root}/demande.eml`;
    await writeFile(
      file,
      desk.sophie.letter(ourAddress, 'Dressing de la chambre', 'Bonjour, pouvez-vous venir mesurer ?'),
    );
    await desk.application.quit();
    await desk.application.start(file);
    await desk.screen.find('heading', 'Dressing de la chambre');
    await desk.screen.sees('pouvez-vous venir mesurer');
    assert.equal((await desk.rows('SELECT id FROM request')).length, 2);
    await desk.screen.picture('15-saved-mail');
  });
}
