/** A message of the open conversation, as a person uses it. */

/** Opens the menu of a message; `within` is its article, needed where there are several. */
export async function openMessageMenu(screen, { within } = {}) {
  const actions = await screen.find('button', 'Actions sur ce message', { within });
  await screen.driver.run((element) => element.scrollIntoView({ block: 'center' }), actions);
  await screen.click('button', 'Actions sur ce message', { within });
  await screen.find('menuitem', /^Enregistrer le mail/);
}
