import { describe, expect, it } from 'vitest';
import { likelyServers } from './mailbox/knownServers';
import { MailboxForm, placeOfFailure } from './mailbox/mailboxForm.svelte';
import { numberLike } from './numberPattern';
import { basisPointsOf, percentText } from './percentText';

describe('a mailbox being entered', () => {
  it('guesses the servers from the address', () => {
    expect(likelyServers('devis@lesage.example')).toEqual({
      imap: 'imap.lesage.example',
      smtp: 'smtp.lesage.example',
    });
    expect(likelyServers('jan@gmail.com')).toMatchObject({ imap: 'imap.gmail.com', appPassword: true });
    expect(likelyServers('jan@')).toBeNull();
  });

  it('leaves servers alone that someone corrected', () => {
    const form = new MailboxForm();
    form.address = 'devis@lesage.example';
    form.guess();
    form.imapHost = 'mail.hebergeur.example';
    form.corrected();
    form.address = 'devis@lesage-imprimeur.example';
    form.guess();
    expect(form.account()).toMatchObject({
      kind: 'imap',
      imap_host: 'mail.hebergeur.example',
      imap_port: 993,
    });
  });

  it('watches one folder only when that was chosen', () => {
    const form = new MailboxForm();
    form.folder = 'Devis';
    expect(form.account()).toMatchObject({ folder: '', mode: 'dedicated' });
    form.use = 'one-folder';
    expect(form.account()).toMatchObject({ folder: 'Devis', mode: 'dedicated' });
    form.use = 'sort-myself';
    expect(form.account()).toMatchObject({ folder: '', mode: 'triage' });
  });

  it('says a refusal where it belongs', () => {
    expect(placeOfFailure('login_refused')).toBe('password');
    expect(placeOfFailure('folder_missing')).toBe('folder');
    expect(placeOfFailure('tls_expired')).toBe('servers');
  });
});

it('shows what a pattern of numbers makes', () => {
  expect(numberLike('{year}-{number:4}', 2026)).toBe('2026-0084');
  expect(numberLike('D{number}', 2026, 7)).toBe('D7');
});

describe('a percentage as typed', () => {
  it.each([
    ['6', 600],
    ['6,5 %', 650],
    ['21.0', 2100],
    ['100', 10000],
    ['101', null],
    ['abc', null],
    ['', null],
  ])('%j is %j basis points', (typed, points) => {
    expect(basisPointsOf(typed)).toBe(points);
  });
  it('is written in the locale', () => {
    expect(percentText(650, 'fr-BE')).toBe('6,5');
  });
});
