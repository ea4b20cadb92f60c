/**
 * What goes between the window and the system: printed, opened, saved, and files dragged in from another program.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { Application } from './driver/application.mjs';
import { chooseWhereToSave } from './driver/system.mjs';
import { until } from './driver/until.mjs';
import { pdfText } from './evidence/pdf.mjs';
import { Customer } from './mail/customer.mjs';
import { dragFiles } from './outside/dragging.mjs';
import { Programs } from './outside/programs.mjs';
import { openMessageMenu } from './steps/message.mjs';
import { goTo } from './steps/places.mjs';
import { story } from './story.mjs';

let application;
let screen;
let programs;
let folder;

const step = story((name) => screen?.pictureOfFailure(name));

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoin-outside-'));
  programs = await Programs.prepare(`${folder}/programs`);
  await programs.make('xdg-open', { succeeds: true });
  application = await Application.prepare({ args: ['--demo'], environment: { PATH: programs.path } });
  await application.start();
  screen = application.screen;
});

after(async () => {
  await application?.end({ keep: step.isBroken() });
  await rm(folder, { recursive: true, force: true });
});

/** What a program was given last, once it has been given so many files. */
async function lastGiven(program, count) {
  const given = await until(`${count} files for ${program}`, async () => {
    const files = await programs.given(program);
    return files.length >= count && files;
  });
  assert.equal(given.length, count);
  return given.at(-1);
}

async function isTheQuote({ name, bytes }) {
  assert.match(name, /\.pdf$/);
  assert.match(await pdfText(bytes), /colonnes sanitaires/);
}

step('a quote is printed on the system’s printer', async () => {
  await programs.make('lp', { succeeds: true });
  await goTo(screen, 'Offres');
  await screen.click('row', /Remplacement de quatre colonnes sanitaires/);
  await screen.find('canvas', null, { within: await screen.find('group', /^Page 1 sur/) });
  await screen.sees('à jour');
  await screen.click('button', 'Imprimer');
  await screen.sees('Envoyée à l’imprimante');
  await isTheQuote(await lastGiven('lp', 1));
  assert.deepEqual(await programs.given('xdg-open'), []);
});

step('without a printer it is opened in the viewer, to be printed from there', async () => {
  await programs.make('lp', { succeeds: false });
  await screen.click('button', 'Imprimer');
  await screen.sees('Ouverte dans la visionneuse : imprimez de là');
  await isTheQuote(await lastGiven('xdg-open', 1));
});

step('it is opened in the system’s viewer', async () => {
  await screen.click('button', 'Ouvrir dans la visionneuse');
  await isTheQuote(await lastGiven('xdg-open', 2));
});

step('it is saved where the person says', async () => {
  const file = `${folder}/offre-enregistree.pdf`;
  await screen.click('button', 'Enregistrer le PDF…');
  await chooseWhereToSave(file);
  await screen.sees('PDF enregistré');
  const bytes = await until('the saved file', () => readFile(file));
  await isTheQuote({ name: file, bytes });
});

step('a mail is printed from its menu, with what a person needs to know of it', async () => {
  await programs.make('lp', { succeeds: true });
  await goTo(screen, 'Demandes');
  await screen.click('option', /^Sophie Lambert/);
  const mail = await screen.find('article', null, { nth: 0 });
  await openMessageMenu(screen, { within: mail });
  await screen.click('menuitem', /^Imprimer ce mail/);
  await screen.sees('Envoyé à l’imprimante');
  const { name, bytes } = await lastGiven('lp', 3);
  assert.match(name, /^D-\d{4}-\d{4} .*\.pdf$/);
  assert.match(await pdfText(bytes), /De +Sophie Lambert <sophie.lambert@courrier.example>/);
});

step('Ctrl+P prints the whole conversation, without its notes', async () => {
  await screen.press('Escape', 'Control+p');
  const { bytes } = await lastGiven('lp', 4);
  const text = await pdfText(bytes);
  assert.ok(text.match(/^De /gm).length >= 3, text);
  assert.doesNotMatch(text, /Note interne/);
});

step('a saved mail dragged onto the list becomes a request', async () => {
  const file = `${folder}/demande.eml`;
  const anna = new Customer(null, 'Anna Peeters', 'anna@customer.example');
  await writeFile(
    file,
    anna.letter('offres@delcourt.example', 'Escalier en chêne', 'Bonjour, un escalier ?'),
  );
  await goTo(screen, 'Demandes');
  await screen.find('option', /^Sophie Lambert/);
  await dragFiles([file], [330, 400], async () => {
    await screen.picture('dragged mail');
  });
  await screen.find('heading', 'Escalier en chêne');
});

step('files dragged onto a request are attached to the reply', async () => {
  const files = [`${folder}/plan.pdf`, `${folder}/photo.png`];
  for (const file of files) await writeFile(file, `the bytes of ${file}`);
  await screen.click('button', /^Répondre à Anna/);
  await screen.find('textbox', 'Message');
  await dragFiles(files, [760, 600], async () => {
    await screen.sees('Lâchez pour joindre 2 fichiers');
    await screen.picture('dragged files');
  });
  await screen.find('button', 'Retirer plan.pdf');
  await screen.find('button', 'Retirer photo.png');
  await screen.picture('dropped files');
});
