/**
 * Hostile mails in the real window: shown, with and without their layout, printed and replied to. Nothing runs, nothing
 * reaches the program's commands, nobody is connected to; while the same bodies do all of it in a careless
 * browser on the same engine. The barriers are tried one by one, too.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { Application } from './driver/application.mjs';
import { until } from './driver/until.mjs';
import { intruder, script } from './hostile/attack.mjs';
import { calm, letLoose, letLooseForeign } from './hostile/control.mjs';
import { corpus } from './hostile/corpus.mjs';
import { fillFrame, framedHtml, printAll, putFrames, removeFrames, touch } from './hostile/frames.mjs';
import { saveLetters } from './hostile/letters.mjs';
import { Listener } from './hostile/listener.mjs';
import { findsWhatItLooksFor, Printer } from './hostile/printer.mjs';
import { Reader } from './hostile/reader.mjs';
import { shapes } from './hostile/shapes.mjs';
import { Watch } from './hostile/watch.mjs';
import { nameCompany } from './steps/first_start.mjs';
import { story } from './story.mjs';

let application;
let screen;
let listener;
let watch;
let printer;
let reader;
let all;
let foreign;

const step = story((name) => screen?.pictureOfFailure(name));

before(async () => {
  listener = await Listener.start();
  all = shapes(listener.address);
  foreign = await corpus();
  printer = await Printer.prepare(await mkdtemp(join(tmpdir(), 'quoin-printer-')));
  application = await Application.prepare({ environment: { PATH: printer.path } });
  watch = new Watch(application, listener);
});

after(async () => {
  await application?.end({ keep: step.isBroken() });
  listener?.stop();
  if (printer) await rm(printer.programs.folder, { recursive: true, force: true });
});

step(
  'in a careless browser on the same engine the shapes do what they want: so the test measures',
  async () => {
    const loose = await letLoose(all, listener);
    const quiet = all.filter(({ name, when }) => when !== 'elsewhere' && !loose.connected.has(name));
    assert.deepEqual(
      quiet.map(({ name }) => name),
      [],
    );
    assert.ok(all.length - quiet.length >= 40);
    assert.match(loose.title, /^ran /);
    assert.ok(loose.ran.length >= 20, `ran: ${loose.ran}`);
    assert.ok(loose.ordered.length >= 20, `ordered: ${loose.ordered}`);
  },
);

step('so do attacks that nobody of this project wrote', async (t) => {
  if (!foreign) return t.skip('they are not beside this checkout');
  const ran = await letLooseForeign(foreign, listener);
  assert.ok(ran >= 25, `only ${ran} of ${foreign.length} ran`);
});

step('they arrive as saved mails, and each becomes a request', async () => {
  listener.forget();
  const files = await saveLetters(`${application.workplace.root}/mails`, [...all, ...(foreign ?? [])]);
  await application.start(...files);
  screen = application.screen;
  await nameCompany(screen, { company: 'Delcourt & Fils', person: 'Amélie Wauters' });
  await screen.click('button', 'Plus tard');
  await screen.click('option', /^Attack /, { nth: 0 });
  const count = 'SELECT count(*) AS count FROM request';
  const areThere = async () => (await application.row(count)).count === files.length;
  await until('all requests', areThere, { within: 240_000 });
});

step('the look into printed files finds what can act: so it measures, too', findsWhatItLooksFor);

step('shown as text, with its layout, printed and replied to: nothing happens', async () => {
  reader = new Reader(screen, 'Attack');
  const [left, withoutLayout] = [[], []];
  const seen = await reader.readAll(all.length, async (name) => {
    await watch.sawNothing(`${name} as text`);
    if (await reader.showLayout()) {
      const { ran, powers } = await screen.driver.runInFrame(await reader.frame(), touch);
      assert.equal(ran, null, `${name} with its layout`);
      left.push(...powers.map((power) => `${name}: ${power}`));
      await watch.sawNothing(`${name} with its layout`);
    } else {
      withoutLayout.push(name);
    }
    await screen.choose('Autres actions', /^Imprimer la conversation/);
    await printer.gotHarmless(1, `${name} printed`);
    await watch.sawNothing(`${name} printed`);
    await reader.reply(name);
    await watch.sawNothing(`${name} replied to`);
    await reader.putAside();
  });
  assert.deepEqual(seen.sort(), all.map(({ name }) => name).sort());
  assert.deepEqual(left, [], 'what the sanitiser left');
  assert.deepEqual(withoutLayout, ['deep-nest'], 'nested too deep to be shown with its layout');
});

step('a layout that is left out is said beside the mail', async () => {
  await reader.open('deep-nest');
  assert.ok(await screen.sees(/Sa mise en page serait trop longue/));
  await screen.picture('mail without its layout');
});

for (const [barrier, withoutSandbox] of [
  ['the sandbox of the frame', false],
  ['the policies of program and frame', true],
]) {
  step(`${barrier} alone would hold: nothing happens with the bodies as they came`, async () => {
    await reader.open('picture');
    await reader.showLayout();
    const frame = await reader.frame();
    // A bare connection ahead of time no sandbox and no policy forbids: only the sanitiser stops that one.
    const others = all.filter(({ name }) => name !== 'preconnect');
    const bodies = others.map(({ html }) => html);
    const frames = await screen.driver.run(putFrames, frame, bodies, withoutSandbox);
    await calm(listener);
    await watch.sawNothing('bodies as they came');
    if (!withoutSandbox) {
      for (const [place, other] of frames.entries()) {
        const { ran } = await screen.driver.runInFrame(other, touch);
        assert.equal(ran, null, others[place].name);
      }
      await calm(listener);
      assert.deepEqual(listener.asked, []);
      listener.forget();
    }
    await screen.driver.run(removeFrames);
    await watch.sawNothing('bodies as they came');
  });
}

step('attacks that nobody of this project wrote: nothing happens, sanitised or as they came', async (t) => {
  if (!foreign) return t.skip('they are not beside this checkout');
  await reader.open('picture');
  await reader.showLayout();
  const frame = await reader.frame();
  const ids = await foreignMessages();
  assert.equal(ids.length, foreign.length);
  const sanitised = await screen.driver.run(
    framedHtml,
    ids.map(({ message }) => message),
  );
  for (const bodies of [sanitised, foreign.map(({ html }) => html)]) {
    const frames = await screen.driver.run(putFrames, frame, bodies, false);
    await calm(listener);
    for (const [place, other] of frames.entries()) {
      const { ran, powers } = await screen.driver.runInFrame(other, touch);
      assert.equal(ran, null, bodies[place]);
      if (bodies === sanitised) assert.deepEqual(powers, [], foreign[place].html);
    }
    await screen.driver.run(removeFrames);
    await watch.sawNothing('attacks of others');
  }
});

step('attacks that nobody of this project wrote, printed: nothing happens', async (t) => {
  if (!foreign) return t.skip('they are not beside this checkout');
  const ids = await foreignMessages();
  const messages = ids.map(({ message }) => message);
  while (messages.length > 0) await screen.driver.run(printAll, messages.splice(0, atATime));
  await printer.gotHarmless(foreign.length, 'attacks of others printed');
  await watch.sawNothing('attacks of others printed');
});

step('attacks that nobody of this project wrote, replied to: nothing happens', async (t) => {
  if (!foreign) return t.skip('they are not beside this checkout');
  const theirs = new Reader(screen, 'Foreign');
  const seen = await theirs.readAll(foreign.length, async (name) => {
    await theirs.reply(name);
    await watch.sawNothing(`${name} replied to`);
    await theirs.putAside();
  });
  assert.deepEqual(seen.sort(), foreign.map(({ name }) => name).sort());
});

step(
  'even a mail that would cover the window keeps to its frame, which is as high as its words',
  async () => {
    await reader.open('covers-all');
    await reader.showLayout();
    const frame = await reader.frame();
    const [inside, height, words] = await screen.driver.runInFrame(frame, () => [
      document.documentElement.scrollHeight,
      window.innerHeight,
      document.body.getBoundingClientRect().bottom,
    ]);
    assert.ok(inside <= height && height - words < 40, `a frame of ${height} px for ${inside} px`);
    const button = await screen.find('button', /^Répondre à/);
    await screen.driver.run(fillFrame, frame, all.find(({ name }) => name === 'covers-all').html);
    const isOnTop = await screen.driver.run((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    }, button);
    assert.ok(isOnTop, 'the program’s own button can still be reached');
    await screen.picture('hostile mail');
  },
);

step(
  'run in the program’s own page the script of the mails leaves its marks, so they would be seen',
  async () => {
    await screen.driver.run(`() => { ${script('control', listener.address)} }`);
    await until('the mark in the database', async () => (await watch.intruders()).length > 0);
    assert.deepEqual([...new Set(await watch.intruders())], [intruder('control')]);
    const marks = await screen.driver.run(() => [window.ran, document.title]);
    assert.match(marks[0], /control/);
    assert.equal(marks[1], 'ran control');
    await calm(listener);
    assert.deepEqual(listener.asked, [], 'not even the program’s own page connects to anybody');
  },
);

/** How many mails are printed by one command of the driver, which waits for some seconds only. */
const atATime = 10;

/** The messages of the foreign attacks, with their requests, by their ids. */
async function foreignMessages() {
  const found = await application.rows(
    `SELECT lower(hex(message.id)) AS message, lower(hex(request.id)) AS request
     FROM message JOIN request ON request.id = message.request_id WHERE requester_name LIKE 'Foreign %'`,
  );
  return found.map(({ message, request }) => ({ message: uuid(message), request: uuid(request) }));
}

function uuid(hex) {
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}
