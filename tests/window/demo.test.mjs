/**
 * The workspace with sample data in the real window: the list by keyboard alone, then every screen, in both
 * themes and in the smallest window, looked over and kept as pictures.
 */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Application } from './driver/application.mjs';
import { until } from './driver/until.mjs';
import { faultsOf } from './steps/looks.mjs';
import { chooseIn, chooseTheme, goTo, openSettings } from './steps/places.mjs';
import { story } from './story.mjs';

let application;
let screen;

const step = story((name) => screen?.pictureOfFailure(name));

before(async () => {
  application = await Application.prepare({ args: ['--demo'] });
  await application.start();
  screen = application.screen;
});

after(async () => {
  await application?.end({ keep: step.isBroken() });
});

/** Waits until the focus is on something of that role and name. */
const focusOn = (wanted) => until(`the focus on ${wanted}`, async () => wanted.test(await screen.focus()));

const faults = [];

/** Keeps a picture, and notes what no screen may have. */
async function look(name) {
  await screen.picture(name);
  const found = await screen.driver.run(faultsOf.toString());
  faults.push(...found.map((fault) => `${name}: ${fault}`));
}

step(
  'by keys alone: J and K walk the list, Enter goes into the conversation, Escape comes back',
  async () => {
    await screen.find('option', /^Sophie Lambert/);
    await screen.press('j');
    await focusOn(/^option Philippe Dardenne/);
    await screen.press('j');
    await focusOn(/^option Familie Janssens/);
    await screen.press('k');
    await focusOn(/^option Philippe Dardenne/);
    await screen.find('heading', /^Pompe à chaleur air-eau/);
    await screen.press('Enter');
    await focusOn(/^article .*Philippe Dardenne/);
    await screen.press('Escape');
    await focusOn(/^option Philippe Dardenne/);
  },
);

step('R replies, Escape puts it aside and the draft stays', async () => {
  await screen.press('r');
  await focusOn(/^textarea Message/);
  await screen.write('Je vous appelle demain.');
  await screen.sees('Brouillon enregistré');
  await screen.press('Escape');
  await focusOn(/Répondre à Philippe Dardenne/);
  await screen.press('r');
  await focusOn(/^textarea Message/);
  assert.match(await screen.value('Message'), /Je vous appelle demain\./);
  await screen.press('Escape', 'Escape');
  await focusOn(/^option Philippe Dardenne/);
});

step('S then 2 sets the status, A opens the list of people, ? shows the keys', async () => {
  await screen.press('s', '2');
  await screen.find('button', 'Statut: Répondu');
  await screen.press('Control+z');
  await screen.find('button', 'Statut: Reçu');
  await screen.press('a');
  await screen.find('menuitem', /Amélie Wauters/);
  await screen.press('Escape');
  await screen.gone('menuitem');
  await screen.press('?');
  await screen.find('dialog', 'Touches');
  await look('keys');
  await screen.press('Escape');
  await screen.gone('dialog');
});

step('at every width of the list the key hints keep clear of its edge', async () => {
  const edge = await screen.find('separator', 'Largeur de la liste');
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'End']) {
    await screen.driver.run((element) => element.focus(), edge);
    await screen.press(key);
    const room = await screen.driver.run(roomBesideHints.toString());
    assert.ok(room >= 12, `${room} px after ${key}`);
  }
  await screen.press('Home', 'ArrowRight', 'ArrowRight');
  await look('key hints');
});

step('F6 goes round the panes, / searches the list', async () => {
  await screen.press('/');
  await focusOn(/^input Chercher dans la liste/);
  await screen.write('casiers');
  await screen.find('option', /^Christine Lacroix/);
  await screen.gone('option', /^Philippe Dardenne/);
  await screen.press('Escape');
  await screen.find('option', /^Sophie Lambert/);
  const first = await screen.focus();
  await screen.press('F6', 'F6', 'F6', 'F6');
  assert.equal(await screen.focus(), first);
});

for (const [theme, words] of [
  ['light', 'Claire'],
  ['dark', 'Sombre'],
]) {
  step(`every screen in the ${theme} theme`, async () => {
    await chooseTheme(screen, words);
    await showRooms(theme);
    await showQuotes(theme);
    await showSettings(theme);
  });
}

/** What is free between the last hint that is to be seen and the edge. Sent to the page as text. */
function roomBesideHints() {
  const foot = document.querySelector('[data-pane="list"] footer');
  const { right, bottom } = foot.getBoundingClientRect();
  const places = [...foot.children].map((hint) => hint.getBoundingClientRect());
  return right - Math.max(...places.filter(({ top }) => top < bottom - 1).map((place) => place.right));
}

async function showRooms(theme) {
  await goTo(screen, 'Demandes');
  await screen.click('option', /^Sophie Lambert/);
  await screen.sees('Trouvé dans le mail');
  await look(`${theme} requests`);
  await screen.click('button', /^Répondre à Sophie/);
  await screen.find('textbox', 'Message');
  await look(`${theme} reply`);
  await screen.press('Escape');
  await screen.click('option', /^Étienne Renard/);
  await screen.find('heading', /^Ventilation/);
  await look(`${theme} request not delivered`);
  await screen.press('Control+k');
  await screen.find('dialog', 'Rechercher ou commander');
  await look(`${theme} palette`);
  await screen.press('Escape');
  await screen.press('c');
  await screen.find('dialog', 'Nouvelle demande');
  await look(`${theme} new request`);
  await screen.press('Escape');
  await goTo(screen, 'Aujourd’hui');
  await screen.sees('Les sept derniers jours');
  await look(`${theme} today`);
  await goTo(screen, 'Contacts');
  await screen.click('option', /^Luc Hermans/);
  await screen.find('heading', 'Coordonnées');
  await look(`${theme} contacts`);
  await goTo(screen, 'Produits');
  await screen.sees('Isolation de toiture 20 cm');
  await look(`${theme} products`);
  await goTo(screen, 'Rapports');
  await screen.sees('Où en sont les demandes');
  await look(`${theme} reports`);
}

async function showQuotes(theme) {
  await goTo(screen, 'Offres');
  await screen.sees('Remplacement de quatre colonnes sanitaires');
  await look(`${theme} quotes`);
  await screen.click('row', /Remplacement de quatre colonnes sanitaires/);
  await screen.find('canvas', null, { within: await screen.find('group', /^Page 1 sur/) });
  await look(`${theme} quote`);
  await screen.click('button', 'Envoyer via la demande');
  await screen.find('textbox', 'Message');
  await look(`${theme} send quote`);
  await screen.press('Escape');
  await goTo(screen, 'Offres');
  await screen.click('row', /Rénovation complète de la salle de bain/);
  await screen.find('canvas', null, { within: await screen.find('group', /^Page 2 sur 2/) });
  await look(`${theme} quote sent`);
}

async function showSettings(theme) {
  const pages = [
    'Entreprise',
    'Boîtes mail',
    'Tri des mails',
    'Réponse automatique',
    'Textes standard',
    'Numérotation',
    'TVA et offres',
    'Utilisateurs',
    'Langue et affichage',
  ];
  for (const page of pages) {
    await openSettings(screen, page);
    await look(`${theme} settings ${page}`);
  }
}

step('the smallest window, 900 by 600', async () => {
  await chooseTheme(screen, 'Claire');
  await screen.resize(900, 600);
  await goTo(screen, 'Demandes');
  await screen.click('option', /^Sophie Lambert/);
  await screen.find('button', /^Répondre à Sophie/);
  await look('small requests');
  await screen.press('i');
  await screen.sees('Trouvé dans le mail');
  await look('small requests side');
  await screen.press('i');
  await goTo(screen, 'Aujourd’hui');
  await look('small today');
  await goTo(screen, 'Offres');
  await screen.click('row', /Remplacement de quatre colonnes sanitaires/);
  await screen.find('grid', 'Lignes de l’offre');
  await look('small quote');
  await screen.click('radio', 'Aperçu');
  await screen.find('canvas', null, { within: await screen.find('group', /^Page 1 sur/) });
  await look('small quote preview');
});

step('in English', async () => {
  await screen.resize(1280, 800);
  await openSettings(screen, 'Langue et affichage');
  await chooseIn(screen, 'Langue de Quoin', 'Anglais');
  await screen.find('heading', 'Language and display');
  await screen.click('link', /^Requests/);
  await screen.click('option', /^Sophie Lambert/);
  await screen.find('button', /^Reply to Sophie/);
  await look('english requests');
});

step('no screen scrolled as a whole, showed a raw value or had a button without a name', () => {
  assert.deepEqual(faults, []);
});
