/** Mails that are too much, or whose files bear names that lead elsewhere. */
import assert from 'node:assert/strict';
import { readMailNow } from '../steps/mailbox.mjs';
import { ourAddress } from '../main_job/desk.mjs';

const megabyte = 1 << 20;

/** Tells these steps. */
export function receiving(step, troubles) {
  step('of a mail of 60 MB the header is here, and it says where the rest is', async () => {
    const { screen, sophie, servers } = troubles;
    const lines = 'Plan en annexe, lisible sur tout écran et sans programme à part.\r\n';
    const whole = sophie.letter(ourAddress, 'Plans complets', 'Bonjour');
    const mail = `${whole}${lines.repeat((60 * megabyte) / lines.length)}`;
    await servers.receive(sophie.address, ourAddress, mail);
    await readMailNow(screen);
    await screen.click('option', /^Sophie Lambert, Plans complets/);
    await screen.sees(/trop volumineux pour être relevé : seul son en-tête est ici/);
    await screen.sees(/Il est entier dans votre boîte/);
    await screen.picture('trouble large mail');
    assert.equal((await servers.mails(ourAddress, 'INBOX', 1)).length, 1, 'the mailbox keeps it');
  });

  step('files whose names lead elsewhere get names that do not', async () => {
    const { screen, sophie, servers } = troubles;
    await servers.receive(sophie.address, ourAddress, withFiles(sophie, ['../../x', 'con.pdf', 'C:\\y.exe']));
    await readMailNow(screen);
    await screen.click('option', /^Sophie Lambert, Noms de fichiers/);
    const files = await screen.find('main');
    await screen.find('button', /^Ouvrir x/, { within: files, nth: 0 });
    await screen.find('button', /^Ouvrir _con\.pdf/, { within: files, nth: 0 });
    const names = await troubles.application.rows('SELECT name FROM attachment ORDER BY name');
    for (const { name } of names) assert.doesNotMatch(name, /[/\\]|^\.|^con\./);
    await screen.picture('trouble file names');
  });
}

function withFiles(customer, names) {
  const part = (name) =>
    `--limit\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name.replaceAll('\\', '\\\\')}"\r\n\r\nplan\r\n`;
  return [
    `From: ${customer.name} <${customer.address}>`,
    `To: ${ourAddress}`,
    'Subject: Noms de fichiers',
    `Message-ID: <${crypto.randomUUID()}@customer.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=limit',
    '',
    `--limit\r\nContent-Type: text/plain\r\n\r\nVoici les plans.\r\n${names.map(part).join('')}--limit--`,
    '',
  ].join('\r\n');
}
