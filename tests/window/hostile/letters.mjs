/** Hostile bodies as saved mails, each from somebody of its own. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes one saved mail for each shape; the paths. */
export async function saveLetters(folder, shapes) {
  await mkdir(folder, { recursive: true });
  const write = async ({ name, html, who = 'Attack' }, place) => {
    const path = join(folder, `${name}.eml`);
    await writeFile(path, letter(who, name, html, place));
    return path;
  };
  return Promise.all(shapes.map(write));
}

function letter(who, name, html, place) {
  const written = new Date(Date.now() - place * 60_000);
  return [
    `From: ${who} ${name} <${name}@hostile.example>`,
    'To: offres@delcourt.example',
    `Subject: Demande ${name}`,
    `Date: ${written.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${name}@hostile.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...Buffer.from(`<p>Bonjour, une offre pour ${name} ?</p>${html}<p>Merci</p>`)
      .toString('base64')
      .match(/.{1,76}/g),
    '',
  ].join('\r\n');
}
