/** Ways through the application. */

/** Goes to a place of the sidebar. */
export async function goTo(screen, place) {
  await screen.click('link', new RegExp(`^${place}( \\d+)?$`));
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
