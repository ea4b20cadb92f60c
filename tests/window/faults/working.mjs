/** What is typed or chosen wrong at work, and a disk that is full. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { chooseFile } from '../driver/system.mjs';
import { until } from '../driver/until.mjs';
import { addLine, openNewQuote } from '../steps/quote.mjs';
import { goTo, openSettings } from '../steps/places.mjs';

/** Tells these steps. */
export function working(step, troubles) {
  step('a logo that is no picture is refused, and the one before stays', async () => {
    const { screen, application } = troubles;
    const file = `${application.workplace.root}/logo.png`;
    await writeFile(file, 'This is no picture.');
    await openSettings(screen, 'Entreprise');
    await screen.click('button', 'Choisir un logo…');
    await chooseFile(file);
    await screen.sees(/Ce fichier n’est pas une image PNG ou JPEG/);
    await screen.picture('trouble logo');
  });

  step('a price that is no number stays as typed, and is said at its place', async () => {
    const { screen } = troubles;
    await goTo(screen, 'Demandes');
    await screen.click('option', /^Sophie Lambert, Noms de fichiers/);
    await openNewQuote(screen);
    const line = { title: 'Carrelage', quantity: '2', unit: 'm²', price: 'abc', vat: '6 %' };
    await addLine(screen, line);
    await screen.sees('Prix : ce n’est pas un nombre.');
    await screen.picture('trouble price');
    await screen.sees(/Enregistré\.?$/);
    await goTo(screen, 'Demandes');
    await screen.click('button', /Brouillon v1/);
    await screen.find('gridcell', /^abc$/);
    await screen.sees('Prix : ce n’est pas un nombre.');
  });

  step(
    'on a full disk the draft says that it is not saved, keeps what was typed, and recovers',
    async (t) => {
      const { screen, disk, application } = troubles;
      if (!disk) return t.skip('this system does not let the test make a small disk');
      await goTo(screen, 'Demandes');
      await screen.click('option', /^Sophie Lambert, Noms de fichiers/);
      await screen.click('button', /^Répondre à Sophie/);
      await screen.find('textbox', 'Message');
      await screen.write('Avant.');
      await screen.sees('Brouillon enregistré');
      await disk.fill();
      const long = `${'Une réponse qui demande de la place. '.repeat(30)}Fin.`;
      await screen.write(long);
      await screen.sees('Brouillon pas enregistré');
      await screen.sees('Le disque est plein');
      assert.ok((await screen.value('Message')).includes('Fin.'), 'what was typed stays');
      await screen.picture('trouble full disk');
      await disk.empty();
      await screen.write(' Et la suite.');
      await screen.sees('Brouillon enregistré');
      await until('the draft in the database', async () => {
        const drafts = await application.rows('SELECT body_text AS text FROM draft');
        return drafts.some(({ text }) => text.includes('Avant.') && text.includes('Et la suite.'));
      });
    },
  );
}
