import { waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FakeBackend } from '$ipc/fake';
import { navigation } from '$shared/navigation.svelte';
import { begin, button, showRoom, violations } from '$src/test/roomDesk';
import ContactsRoom from './ContactsRoom.svelte';
import { likeness } from './likeness';
import { withChoices } from './merging';
import { contactsView } from './view.svelte';

let backend: FakeBackend;
beforeEach(async () => {
  contactsView.reset();
  backend = await begin();
});

const open = (contact = 'contact-lambert') => {
  navigation.go({ name: 'contacts', contact });
  return showRoom(ContactsRoom, { width: 1280, contact });
};
const rows = () => [...document.querySelectorAll('[role="option"][data-row]')];
const label = (words: string) =>
  waitFor(() => {
    const found = [...document.querySelectorAll('label')].find((one) => one.textContent.startsWith(words));
    const field = found && document.getElementById(found.htmlFor);
    if (!(field instanceof HTMLInputElement)) throw new Error(`no field ${words}`);
    return field;
  });

describe('contacts', () => {
  it('are listed with what a reader needs, and open with their requests', async () => {
    open('contact-dardenne');
    await waitFor(() => expect(document.querySelector('h2')).toHaveTextContent('Philippe Dardenne'));
    expect(rows().map((row) => row.getAttribute('aria-label'))).toContain(
      'Philippe Dardenne, client, Gembloux, p.dardenne@maison.example, 1 demande',
    );
    await waitFor(() => expect(document.querySelector('main')).toHaveTextContent('Pompe à chaleur air-eau'));
    expect(document.querySelector('main')).toHaveTextContent('Interne, ne quitte jamais Quoin');
    expect(await violations()).toEqual([]);
  });

  it('are found by words and by kind', async () => {
    const user = open();
    await waitFor(() => expect(rows().length).toBeGreaterThan(5));
    await user.keyboard('/renard');
    await waitFor(() => expect(rows()).toHaveLength(1));
    await user.click(button('Clients'));
    await waitFor(() => expect(document.body).toHaveTextContent('Aucun contact pour « renard »'));
    await user.click(button('Tous les contacts'));
    await waitFor(() => expect(rows().length).toBeGreaterThan(5));
  });

  it('are changed by a form, whose errors stand at their field', async () => {
    const user = open();
    await waitFor(() => button('Modifier'));
    await user.keyboard('e');
    const mail = await label('Adresse mail');
    await user.clear(mail);
    await user.type(mail, 'pas-une-adresse{Enter}');
    await waitFor(() => expect(mail).toHaveAttribute('aria-invalid', 'true'));
    await user.clear(mail);
    await user.type(mail, 'marc@lambert.example{Enter}');
    await waitFor(() => expect(document.querySelector('[role="dialog"]')).toBeNull());
    expect(backend.world.contact('contact-lambert').details.addresses).toEqual(['marc@lambert.example']);
    await waitFor(() => expect(document.querySelector('main')).toHaveTextContent('marc@lambert.example'));
  });

  it('are merged side by side with nothing lost', async () => {
    const user = open();
    await waitFor(() => button('Fusionner avec…'));
    await user.click(button('Fusionner avec…'));
    // The likely one comes first.
    await waitFor(() =>
      expect(document.querySelector('.dialog [role="option"]')).toHaveTextContent('M. Lambert'),
    );
    await user.keyboard('{Enter}');
    const radios = await waitFor(() => {
      const found = [...document.querySelectorAll<HTMLInputElement>('.dialog input[type="radio"]')];
      if (found.length === 0) throw new Error('no choice');
      return found;
    });
    expect(radios.map((radio) => radio.getAttribute('aria-label'))).toEqual([
      'Nom\u00a0: ce qui figure devant: Marc Lambert',
      'Nom\u00a0: ce qui figure devant: M. Lambert',
    ]);
    expect(await violations()).toEqual([]);
    await user.click(radios[1] ?? document.body);
    await user.click(document.querySelector('.dialog button[type="submit"]') ?? document.body);
    await waitFor(() =>
      expect(backend.world.contacts.find(({ id }) => id === 'contact-lambert-m')).toBeUndefined(),
    );
    const { details } = backend.world.contact('contact-lambert');
    expect(details.name).toBe('M. Lambert');
    expect(details.addresses).toEqual(['marc.lambert@courrier.example', 'lambert@travail.example']);
    expect(details.comment.split('\n')).toEqual(['A appelé en 2024 pour la toiture.', 'Marc Lambert']);
  });
});

describe('what stands in front', () => {
  const details = (name: string, comment = '') => ({
    kind: 'prospect' as const,
    name,
    salutation: '',
    company: '',
    vat_number: '',
    phone: '',
    language: 'fr' as const,
    street: '',
    postal_code: '',
    city: '',
    country: 'BE',
    comment,
    addresses: [],
  });

  it('is left to the core where nothing else was chosen', () => {
    expect(withChoices(details('A', 'B'), details('A'), details('B'), { name: 'kept' })).toBeNull();
  });

  it('changes places with what was put into the remark', () => {
    const result = withChoices(details('A', 'Note\nB'), details('A'), details('B'), { name: 'other' });
    expect(result).toMatchObject({ name: 'B', comment: 'Note\nA' });
  });

  it('is likely the same by telephone, address or name', () => {
    const row = {
      id: 'x',
      kind: 'client' as const,
      name: 'M. Lambert',
      company: '',
      address: '',
      phone: '+32 470 00 18 42',
      city: '',
      requests: 0,
    };
    expect(likeness({ ...details('Marc Lambert'), phone: '0470 00 18 42' }, row)).toBeGreaterThan(2);
    expect(likeness(details('Isabelle Gérard'), row)).toBe(0);
  });
});
