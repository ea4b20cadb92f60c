/** Merging and parting: what came as two requests becomes one, a message gets one of its own, and back again. */
import { until } from '../driver/until.mjs';
import { readMailNow } from '../steps/mailbox.mjs';
import { openMessageMenu } from '../steps/message.mjs';
import { goTo } from '../steps/places.mjs';
import { ourAddress } from './office.mjs';
import { openSorting } from './sorting.mjs';

/** Tells these steps. */
export function merging(step, office) {
  const requests = (count) =>
    until(`${count} requests`, async () => (await office.count('request')) === count);

  step('a second mail about the same thing becomes a request beside the first', async () => {
    const { screen, sophie } = office;
    await sophie.writes(ourAddress, 'La rampe', 'J’oubliais : avec une rampe, s’il vous plaît.');
    await readMailNow(screen);
    await openSorting(screen);
    await screen.click('option', /^Sophie Lambert/);
    await screen.find('heading', 'La rampe');
    await screen.press('d');
    await requests(3);
  });

  step('M merges it with the first, proposed before the others', async () => {
    const { screen } = office;
    await screen.click('tab', /^En cours/);
    await screen.click('option', /^Sophie Lambert, La rampe/);
    await screen.find('heading', 'La rampe');
    const show = async () => {
      await goTo(screen, 'Demandes');
      await screen.click('option', /^Sophie Lambert, La rampe/);
      await screen.find('heading', 'La rampe');
      await screen.press('m');
      const dialog = await screen.find('dialog', 'Fusionner avec une autre demande');
      await screen.find('option', /^Escalier en chêne/, { within: dialog });
    };
    await office.look('merge', show, () => screen.press('Escape'));
    await screen.press('Enter');
    await screen.sees(/^Fusionnée avec D-\d{4}-\d{4}$/);
    await screen.find('heading', 'Escalier en chêne');
    await screen.sees('avec une rampe');
    await screen.sees('pouvez-vous faire une offre pour un escalier');
    await requests(2);
    await screen.picture('sorting merged');
  });

  step('taken back, they are two again', async () => {
    const { screen } = office;
    await screen.press('Control+z');
    await screen.find('heading', 'La rampe');
    await requests(3);
    await screen.press('m');
    await screen.find('option', /^Escalier en chêne/, {
      within: await screen.find('dialog', 'Fusionner avec une autre demande'),
    });
    await screen.press('Enter');
    await screen.find('heading', 'Escalier en chêne');
    await requests(2);
  });

  step('a message becomes a request of its own, and goes back', async () => {
    const { screen } = office;
    const [, second] = await screen.all('article');
    await openMessageMenu(screen, { within: second });
    await screen.picture('sorting message menu');
    await screen.click('menuitem', /^En faire une demande/);
    await screen.sees('Nouvelle demande');
    await screen.find('heading', 'La rampe');
    await requests(3);
    await screen.press('Control+z');
    await screen.find('heading', 'Escalier en chêne');
    await requests(2);
  });

  step('a message moves to another request, and goes back', async () => {
    const { screen } = office;
    const inFirst = `request_id = (SELECT id FROM request WHERE subject = 'Escalier en chêne')`;
    const [, second] = await screen.all('article');
    await openMessageMenu(screen, { within: second });
    await screen.click('menuitem', /^Déplacer vers une autre demande/);
    const dialog = await screen.find('dialog', 'Déplacer le message');
    await screen.click('option', /^Demande de devis/, { within: dialog });
    await screen.sees(/^Déplacé vers D-\d{4}-\d{4}$/);
    await until('one mail left', async () => (await office.count('message', inFirst)) === 1);
    await screen.press('Control+z');
    await until('two mails again', async () => (await office.count('message', inFirst)) === 2);
  });
}
