/**
 * Servers of large providers, by the domain of the address; others are guessed as `imap.` and `smtp.` of
 * their domain. Ports 993 and 465 with TLS from the first byte (RFC 8314) unless a provider has only others.
 */
interface Servers {
  imap: string;
  smtp: string;
  /** A submission port with STARTTLS, where there is no 465. */
  submission?: 587;
  /** Signing in with the account's own password is refused: an app password is needed. */
  appPassword?: boolean;
}

const google: Servers = { imap: 'imap.gmail.com', smtp: 'smtp.gmail.com', appPassword: true };
const yahoo: Servers = { imap: 'imap.mail.yahoo.com', smtp: 'smtp.mail.yahoo.com', appPassword: true };
const apple: Servers = {
  imap: 'imap.mail.me.com',
  smtp: 'smtp.mail.me.com',
  submission: 587,
  appPassword: true,
};

const byDomain: Record<string, Servers> = {
  'gmail.com': google,
  'googlemail.com': google,
  'yahoo.com': yahoo,
  'yahoo.fr': yahoo,
  'icloud.com': apple,
  'me.com': apple,
  'mac.com': apple,
  'telenet.be': { imap: 'imap.telenet.be', smtp: 'smtp.telenet.be', submission: 587 },
  'skynet.be': { imap: 'imap.proximus.be', smtp: 'relay.proximus.be', submission: 587 },
  'proximus.be': { imap: 'imap.proximus.be', smtp: 'relay.proximus.be', submission: 587 },
  'gmx.de': { imap: 'imap.gmx.net', smtp: 'mail.gmx.net' },
  'gmx.net': { imap: 'imap.gmx.net', smtp: 'mail.gmx.net' },
  'web.de': { imap: 'imap.web.de', smtp: 'smtp.web.de', submission: 587 },
  'orange.fr': { imap: 'imap.orange.fr', smtp: 'smtp.orange.fr' },
  'laposte.net': { imap: 'imap.laposte.net', smtp: 'smtp.laposte.net' },
};

/** The servers an address probably has; null while it has no domain. */
export function likelyServers(address: string): Servers | null {
  const domain = /@([^\s@]+\.[^\s@]{2,})$/.exec(address.trim().toLowerCase())?.[1];
  if (!domain) return null;
  return byDomain[domain] ?? { imap: `imap.${domain}`, smtp: `smtp.${domain}` };
}
