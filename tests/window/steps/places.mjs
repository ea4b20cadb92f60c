/** Ways through the application. */
import { until } from '../driver/until.mjs';

/** Goes to a place of the sidebar, and clicks again where the click went beside it. */
export async function goTo(screen, place) {
  const name = new RegExp(`^${place}( \\d+)?$`);
  await until(`the place ${place}`, async () => {
    await screen.driver.click(await screen.find('link', name));
    return (await screen.attribute(await screen.find('link', name), 'aria-current')) === 'page';
  });
}

/** Opens a page of the settings. */
export async function openSettings(screen, page) {
  await goTo(screen, 'Réglages');
  await screen.click('link', page);
  await screen.find('heading', page);
}

/** Chooses the look of the application. */
export async function chooseTheme(screen, theme) {
  await openSettings(screen, 'Langue et affichage');
  await screen.click('radio', theme);
}

/** Chooses in a field that opens a list. */
export async function chooseIn(screen, field, option) {
  await screen.click('combobox', field);
  await screen.click('option', option);
}
