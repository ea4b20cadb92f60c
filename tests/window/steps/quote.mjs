/** The quote editor, as a person works in it: mostly by keys. */

/** Opens the editor on a new quote of the open request. */
export async function openNewQuote(screen) {
  await screen.click('button', 'Offre');
  await screen.find('heading', 'Nouvelle offre');
  await screen.find('grid', 'Lignes de l’offre');
}

/** Adds a line, types its cells from left to right and chooses its VAT rate. */
export async function addLine(screen, { title, quantity, unit, price, vat }) {
  await screen.click('button', 'Ligne', { within: await screen.find('group', 'Ajouter') });
  await screen.find('textbox', 'Description');
  await screen.write(title);
  await screen.press('Tab', 'Tab');
  await screen.find('textbox', 'Quantité');
  await screen.write(quantity);
  await screen.press('Tab');
  await screen.write(unit);
  await screen.press('Tab');
  await screen.find('textbox', 'Prix unitaire');
  await screen.write(price);
  await screen.press('Tab');
  const line = await screen.find('row', new RegExp(title));
  await screen.click('gridcell', /^\d+ %$/, { within: line });
  await screen.click('menuitem', vat);
  await screen.gone('menuitem');
}
