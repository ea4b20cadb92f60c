/** What happened, what was kept, what to do. */
export const errors = {
  fieldTitle: 'Something has to be corrected',
  fields: {
    empty: 'Something is needed here.',
    not_a_number: 'This is not a number.',
    too_many_decimals: 'Too many decimals.',
    out_of_range: 'This figure is out of range.',
    negative: 'This may not be below zero.',
    not_an_address: 'This is not a mail address: it needs a name, an @ and a domain.',
    control_character: 'Line breaks and control characters are not allowed here.',
    not_an_image: 'This file is not a PNG or JPEG picture.',
    too_long: 'This is too long.',
    taken: 'Another one has this already.',
    too_early: 'This date is too early.',
    invalid: 'This is not valid: check the digits.',
  },
  states: {
    quote_frozen: {
      title: 'This quote is frozen',
      text: 'What was finalised stays as it is. Create the next version to change it.',
    },
    quote_not_finalised: {
      title: 'The quote is still a draft',
      text: 'Finalise it first: that gives it its number.',
    },
    quote_without_lines: {
      title: 'The quote has no lines',
      text: 'Nothing was sent. Add a line with a price.',
    },
    quote_changed_elsewhere: {
      title: 'The quote was changed elsewhere',
      text: 'Your last change was not saved. Open the quote again to see how it stands now.',
    },
    quote_superseded: { title: 'A newer version exists', text: 'Open the newer version and go on there.' },
    request_has_issued_quote: {
      title: 'This request has a numbered quote',
      text: 'It cannot be deleted, because the number may not be lost. Cancel it instead.',
    },
    no_requester_address: {
      title: 'There is no address to write to',
      text: 'The text is kept. Add a recipient, or the address of the contact.',
    },
    no_mailbox: {
      title: 'There is no mailbox to send from',
      text: 'The text is kept. Add a mailbox in the settings, then send.',
    },
    mail_already_leaving: { title: 'The mail has already left', text: 'It cannot be taken back any more.' },
    mail_unsettled: {
      title: 'A mail of this request has not left yet',
      text: 'Nothing was moved. Let it leave or take it back, then try again.',
    },
    quote_stays_with_its_mails: {
      title: 'This mail belongs to a quote with other mails',
      text: 'Nothing was moved. Versions of a quote stay together: move from the first of its mails, with what follows.',
    },
    nothing_would_stay: {
      title: 'Nothing would be left of this request',
      text: 'Nothing was moved. Merge the whole request instead.',
    },
    same_request: { title: 'This is the same request', text: 'Choose another one.' },
    moved_on_since: {
      title: 'This was moved on in the meantime',
      text: 'Nothing was changed. Take the later step back first.',
    },
    nothing_to_print: {
      title: 'There is no mail to print',
      text: 'This request holds only notes, and those do not leave Quoin.',
    },
    never_sent_again: {
      title: 'The acknowledgement leaves only once',
      text: 'Nothing was sent again. Write to the customer instead.',
    },
    nothing_forwarded: {
      title: 'This mail holds no forwarded one',
      text: 'Nothing was changed. Correct the requester by hand.',
    },
    request_begun: {
      title: 'Something was done with this request already',
      text: 'Nothing was changed. Cancel the request instead, if it is none.',
    },
    mailbox_in_use: {
      title: 'This mailbox still has mail to send',
      text: 'Nothing was removed. Wait until it has left, or take it back.',
    },
    company_without_name: {
      title: 'The company has no name yet',
      text: 'The quote needs one. Enter it in the settings; the draft is kept.',
    },
    draft_empty: {
      title: 'Nothing has been written yet',
      text: 'Nothing was sent. Write a few words first.',
    },
  },
  mail: {
    unknown_host: {
      title: 'This server was not found',
      text: 'What you typed is kept. Check the name of the server and that you are online.',
    },
    connection_refused: {
      title: 'The server does not answer on this port',
      text: 'What you typed is kept. Check the port: usually 993 for reading and 465 for sending.',
    },
    unreachable: {
      title: 'The server cannot be reached',
      text: 'What you typed is kept. Check your network.',
    },
    timed_out: {
      title: 'The server did not answer in time',
      text: 'What you typed is kept. Try again; if it stays, check server and port.',
    },
    connection_lost: { title: 'The connection was lost', text: 'Nothing is lost. Try again.' },
    tls_expired: {
      title: 'The server’s certificate has expired',
      text: 'The password was not sent. Tell your provider; only they can renew it.',
    },
    tls_not_yet_valid: {
      title: 'The server’s certificate is not valid yet',
      text: 'The password was not sent. Check the date and time of this computer.',
    },
    tls_untrusted: {
      title: 'The server’s certificate is not trusted',
      text: 'The password was not sent. Check the name of the server, or ask your provider.',
    },
    tls_wrong_name: {
      title: 'The certificate is for another server',
      text: 'The password was not sent. Use the server name that your provider publishes.',
    },
    tls_revoked: {
      title: 'The server’s certificate was withdrawn',
      text: 'The password was not sent. Tell your provider.',
    },
    tls_failed: {
      title: 'No secure connection with this server',
      text: 'The password was not sent. Check port and security: 993 and 465 go with TLS, 143 and 587 with STARTTLS.',
    },
    trust_unreadable: {
      title: 'This computer’s trusted certificates cannot be read',
      text: 'The password was not sent. The system’s certificates have to be installed again.',
    },
    starttls_missing: {
      title: 'The server offers no STARTTLS',
      text: 'The password was not sent. Choose TLS, usually port 993 or 465.',
    },
    preauthenticated: {
      title: 'The server behaves in an unsafe way',
      text: 'The password was not sent. Choose TLS, usually port 993, or ask your provider.',
    },
    login_refused: {
      title: 'The server refuses this password',
      text: 'The address and the servers are right and stay saved. Check capital letters. With two-step sign-in an app password is needed.',
    },
    login_unsupported: {
      title: 'The server wants another kind of sign-in',
      text: 'The address and the servers stay saved. Ask your provider for an app password.',
    },
    login_unavailable: {
      title: 'Signing in does not work at the moment',
      text: 'The password may be right. Everything stays saved; try again in a few minutes.',
    },
    folder_missing: {
      title: 'This folder does not exist',
      text: 'The password is right and everything stays saved. Check how the folder is written.',
    },
    mailbox_full: {
      title: 'The mailbox is full',
      text: 'Nothing is lost. Make room in the mailbox; the mail is then tried again.',
    },
    server_refused: {
      title: 'The server refused',
      text: 'Nothing is lost. Try again, or ask your provider.',
    },
    protocol: {
      title: 'The server’s answer was not understood',
      text: 'Nothing is lost. Check server and port, or ask your provider.',
    },
    reply: { title: 'The server refused the mail', text: 'The mail is kept. Its reason is in the details.' },
    address_unsupported: {
      title: 'The server cannot send to this address',
      text: 'The mail is kept. Ask the person for another address.',
    },
    invalid_address: {
      title: 'One of the addresses is none',
      text: 'The mail is kept. Correct the address.',
    },
    no_recipient: { title: 'The mail has no recipient', text: 'The text is kept. Add a recipient.' },
    unclean_bytes: {
      title: 'The mail holds signs that may not be sent',
      text: 'The text is kept. Type the pasted words again.',
    },
    control_character: {
      title: 'A field holds a line break',
      text: 'The text is kept. Type name and subject on one line.',
    },
    disk_full: {
      title: 'The disk is full',
      text: 'Everything before this is kept. Make room, then try again.',
    },
    permission_denied: {
      title: 'This folder may not be read or written',
      text: 'Nothing was changed. Choose another folder, or change its permissions.',
    },
    file_failed: { title: 'A file cannot be read or written', text: 'Nothing is lost. Check the disk.' },
  },
  mailUnknown: { title: 'The mail server failed', text: 'Nothing is lost. Try again, or ask your provider.' },
  keyring: {
    title: 'The password cannot be kept safely',
    text: 'This computer’s keyring does not answer, so the password was not stored anywhere. Unlock the keyring and try again.',
  },
  document: {
    title: 'The document could not be made',
    text: 'The quote is saved. Change the last line and try again.',
  },
  tooLargeToMail: {
    file: (name: string) => `“${name}” is too large for a mail`,
    fileText: (size: string, limit: string) =>
      `This file has ${size}, and a mail carries ${limit} at most. Nothing was attached. Make it smaller, or send a link to it.`,
    besidesText: (size: string, limit: string, attached: string) =>
      `This file has ${size}, a mail carries ${limit} at most, and ${attached} are attached already. Nothing was added. Spread the files over several mails, or make them smaller.`,
    mail: 'This mail is too large',
    mailText: (size: string, limit: string) =>
      `With its files it has ${size}, and most servers take ${limit} at most. Nothing left, the draft is kept. Take a file out and send it apart.`,
  },
  template: {
    title: 'The standard text cannot be filled in',
    text: (placeholder: string) =>
      `“${placeholder}” is unknown. The draft is kept; correct the text in the settings.`,
  },
  file: {
    title: 'The file cannot be read or written',
    text: 'Nothing else changed. Choose another file or place.',
  },
  notFound: { title: 'This is no longer here', text: 'It was deleted or merged in the meantime.' },
  diskFull: {
    title: 'The disk is full',
    text: 'The last change was not saved, everything before was. Make room, then try again.',
  },
  store: {
    title: 'This could not be saved or read',
    text: 'What was saved before is safe. Try again; if it stays, start Quoin anew.',
  },
};
