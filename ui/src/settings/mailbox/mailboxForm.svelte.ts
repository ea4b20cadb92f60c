/** A mailbox being entered: servers follow the address until someone corrects them. */
import type { ConnectionSecurity, NewAccount } from '$ipc/bindings';
import { likelyServers } from './knownServers';

/** What is in the mailbox: every mail a request, one folder of them, or a mix that someone sorts. */
export type MailboxUse = 'every-mail' | 'one-folder' | 'sort-myself';

export class MailboxForm {
  kind = $state<'imap' | 'folder'>('imap');
  address = $state('');
  password = $state('');
  displayName = $state('');
  imapHost = $state('');
  imapPort = $state('993');
  imapSecurity = $state<ConnectionSecurity>('tls');
  smtpHost = $state('');
  smtpPort = $state('465');
  smtpSecurity = $state<ConnectionSecurity>('tls');
  userName = $state('');
  use = $state<MailboxUse>('every-mail');
  folder = $state('');
  path = $state('');
  /** The provider wants an app password. */
  appPassword = $state(false);
  #corrected = false;

  /** The servers are shown: an address is there to guess them from, or they were typed. */
  get hasServers(): boolean {
    return this.imapHost !== '' || this.smtpHost !== '';
  }

  /** The address was typed: guesses its servers, unless someone corrected them. */
  guess(): void {
    const servers = likelyServers(this.address);
    if (!servers || this.#corrected) return;
    this.imapHost = servers.imap;
    this.smtpHost = servers.smtp;
    this.smtpPort = servers.submission ? '587' : '465';
    this.smtpSecurity = servers.submission ? 'starttls' : 'tls';
    this.appPassword = servers.appPassword ?? false;
  }

  /** Someone typed a server, port or security: from now on nothing is guessed. */
  corrected(): void {
    this.#corrected = true;
  }

  /** As the core wants it. A port that is no number is 0, which the core refuses at its field. */
  account(): NewAccount {
    const shared = { name: '', address: this.address.trim(), display_name: this.displayName.trim() };
    if (this.kind === 'folder') return { kind: 'folder', ...shared, path: this.path };
    return {
      kind: 'imap',
      ...shared,
      imap_host: this.imapHost.trim(),
      imap_port: portOf(this.imapPort),
      imap_security: this.imapSecurity,
      smtp_host: this.smtpHost.trim(),
      smtp_port: portOf(this.smtpPort),
      smtp_security: this.smtpSecurity,
      user_name: this.userName.trim(),
      folder: this.use === 'one-folder' ? this.folder.trim() : '',
      mode: this.use === 'sort-myself' ? 'triage' : 'dedicated',
    };
  }
}

function portOf(typed: string): number {
  const port = Number(typed.trim());
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : 0;
}

/** Failures that are about the password; they are shown at its field. */
const aboutPassword = new Set(['login_refused', 'login_unsupported', 'login_unavailable']);

/** Where in the form a mail failure belongs. */
export function placeOfFailure(mail: string | null): 'password' | 'folder' | 'servers' {
  if (mail !== null && aboutPassword.has(mail)) return 'password';
  return mail === 'folder_missing' ? 'folder' : 'servers';
}
