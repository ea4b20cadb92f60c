/** The fields of a mailbox that show their own errors. */
export const mailboxFieldNames = [
  'address',
  'password',
  'display_name',
  'imap_host',
  'imap_port',
  'smtp_host',
  'smtp_port',
  'user_name',
  'folder',
  'path',
];
