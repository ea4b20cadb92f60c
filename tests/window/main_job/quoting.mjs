/** A quote with two VAT rates, and what is not typed right at first. */
import assert from 'node:assert/strict';
import { addLine, openNewQuote } from '../steps/quote.mjs';
import { plain } from './desk.mjs';

/** Tells these steps. */
export function quoting(step, desk) {
  step('a quote begins with the contact’s data; what cannot be read is said in its place', async () => {
    await openNewQuote(desk.screen);
    await addLine(desk.screen, {
      title: 'Dépose et évacuation',
      quantity: '2',
      unit: 'forfait',
      price: 'abc',
      vat: '6 %',
    });
    await desk.screen.sees('Prix : ce n’est pas un nombre.');
    await desk.screen.picture('08-quote-unreadable-price');
    await desk.screen.click('button', 'Montrer');
    await desk.screen.press('Control+a');
    await desk.screen.write('1.234,56');
    await desk.screen.press('Tab');
    await desk.screen.gone('button', 'Montrer');
    await desk.screen.sees(/^2 469,12$/);
  });

  step('the mail of the quote is begun, and put aside', async () => {
    await desk.screen.click('button', 'Envoyer via la demande');
    await desk.screen.find('dialog', 'Envoyer via la demande');
    await desk.screen.find('textbox', 'Message');
    assert.match(plain(await desk.screen.value('Message')), /2 617,27 €/);
    await desk.screen.click('button', 'Fermer, le brouillon reste');
    await desk.screen.gone('dialog');
  });

  step('two VAT rates are added up, and the document is seen beside the lines', async () => {
    await addLine(desk.screen, {
      title: 'Meuble double vasque',
      quantity: '3',
      unit: 'pièce',
      price: '450',
      vat: '21 %',
    });
    await desk.screen.sees(/^4 250,77 €$/);
    await desk.screen.sees(/^148,15$/);
    await desk.screen.sees(/^283,50$/);
    await desk.screen.find('group', 'Page 1 sur 1');
    await desk.screen.sees(/Enregistré\.$/);
    await desk.screen.picture('09-quote');
  });
}
