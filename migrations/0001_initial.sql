-- Instants are UTC milliseconds, document dates local 'YYYY-MM-DD', money minor units,
-- rates basis points, quantities thousandths, unit prices ten-thousandths. Ids are UUIDv7.

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE logo (
    id    INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    bytes BLOB    NOT NULL
) STRICT;

CREATE TABLE user (
    id         BLOB    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL CHECK (name <> ''),
    initials   TEXT    NOT NULL,
    address    TEXT    NOT NULL DEFAULT '',
    phone      TEXT    NOT NULL DEFAULT '',
    active     INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE account (
    id              BLOB    NOT NULL PRIMARY KEY,
    name            TEXT    NOT NULL UNIQUE CHECK (name <> ''),
    kind            TEXT    NOT NULL CHECK (kind IN ('imap', 'folder')),
    mode            TEXT    NOT NULL DEFAULT 'dedicated' CHECK (mode IN ('dedicated', 'triage')),
    address         TEXT    NOT NULL,
    display_name    TEXT    NOT NULL DEFAULT '',
    imap_host       TEXT    NOT NULL DEFAULT '',
    imap_port       INTEGER NOT NULL DEFAULT 993,
    imap_security   TEXT    NOT NULL DEFAULT 'tls' CHECK (imap_security IN ('tls', 'starttls')),
    smtp_host       TEXT    NOT NULL DEFAULT '',
    smtp_port       INTEGER NOT NULL DEFAULT 465,
    smtp_security   TEXT    NOT NULL DEFAULT 'tls' CHECK (smtp_security IN ('tls', 'starttls')),
    user_name       TEXT    NOT NULL DEFAULT '',
    password_env    TEXT,
    folder_name     TEXT    NOT NULL DEFAULT 'INBOX',
    folder_path     TEXT    NOT NULL DEFAULT '',
    created_at      INTEGER NOT NULL,
    last_fetch_at   INTEGER,
    last_error_code TEXT,
    last_error_at   INTEGER,
    claimed_by      TEXT,
    claimed_until   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A folder's cursor: every UID below next_uid of this uid_validity has been stored.
CREATE TABLE folder (
    id           BLOB    NOT NULL PRIMARY KEY,
    account_id   BLOB    NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name         TEXT    NOT NULL,
    uid_validity INTEGER NOT NULL DEFAULT 0,
    next_uid     INTEGER NOT NULL DEFAULT 1,
    UNIQUE (account_id, name)
) STRICT;

-- The bytes of a mail as they came or left (zstd), identified by the hash of the plain bytes.
CREATE TABLE raw_mail (
    sha256     BLOB    NOT NULL PRIMARY KEY,
    size       INTEGER NOT NULL,
    bytes      BLOB    NOT NULL,
    stored_at  INTEGER NOT NULL
) STRICT;

-- Where a mail was seen. `locator` is the IMAP UID or a file name.
CREATE TABLE mail_location (
    folder_id    BLOB    NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
    uid_validity INTEGER NOT NULL,
    locator      TEXT    NOT NULL,
    sha256       BLOB    NOT NULL REFERENCES raw_mail (sha256),
    truncated    INTEGER NOT NULL DEFAULT 0,
    seen_at      INTEGER NOT NULL,
    PRIMARY KEY (folder_id, uid_validity, locator)
) STRICT;
CREATE INDEX mail_location_sha256 ON mail_location (sha256);

-- What became of each stored mail; a row without outcome still has to be read.
CREATE TABLE intake (
    sha256     BLOB    NOT NULL PRIMARY KEY REFERENCES raw_mail (sha256),
    account_id BLOB    REFERENCES account (id) ON DELETE SET NULL,
    source     TEXT    NOT NULL CHECK (source IN ('mailbox', 'relinked', 'imported')),
    outcome    TEXT    CHECK (outcome IN ('request', 'message', 'ignored', 'own', 'automatic', 'bounce')),
    reason     TEXT    NOT NULL DEFAULT '',
    message_id BLOB,
    -- When its server took it (INTERNALDATE), if the mailbox tells.
    received_at INTEGER,
    stored_at  INTEGER NOT NULL,
    read_at    INTEGER
) STRICT;
CREATE INDEX intake_unread ON intake (stored_at) WHERE outcome IS NULL;
CREATE INDEX intake_ignored ON intake (stored_at DESC) WHERE outcome = 'ignored';

-- Which mails are requests, in words of the company's own; the first that fits decides.
CREATE TABLE rule (
    id       BLOB    NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    field    TEXT    NOT NULL CHECK (field IN ('sender', 'recipient', 'subject')),
    value    TEXT    NOT NULL CHECK (value <> ''),
    verdict  TEXT    NOT NULL CHECK (verdict IN ('request', 'ignored')),
    UNIQUE (field, value)
) STRICT;

CREATE TABLE contact (
    id             BLOB    NOT NULL PRIMARY KEY,
    kind           TEXT    NOT NULL CHECK (kind IN ('prospect', 'client')),
    name           TEXT    NOT NULL CHECK (name <> ''),
    salutation     TEXT    NOT NULL DEFAULT '',
    company        TEXT    NOT NULL DEFAULT '',
    vat_number     TEXT    NOT NULL DEFAULT '',
    phone          TEXT    NOT NULL DEFAULT '',
    language       TEXT    NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'nl', 'de', 'en')),
    street         TEXT    NOT NULL DEFAULT '',
    postal_code    TEXT    NOT NULL DEFAULT '',
    city           TEXT    NOT NULL DEFAULT '',
    country        TEXT    NOT NULL DEFAULT 'BE',
    comment        TEXT    NOT NULL DEFAULT '',
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_by_name ON contact (name, id);
CREATE INDEX contact_by_vat ON contact (vat_number) WHERE vat_number <> '';
CREATE INDEX contact_by_phone ON contact (phone) WHERE phone <> '';

CREATE TABLE contact_address (
    address    TEXT NOT NULL PRIMARY KEY CHECK (address = lower(address)),
    contact_id BLOB NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_address_contact ON contact_address (contact_id, position);

CREATE TABLE request (
    id                BLOB    NOT NULL PRIMARY KEY,
    reference         TEXT    NOT NULL UNIQUE,
    subject           TEXT    NOT NULL DEFAULT '',
    status            TEXT    NOT NULL CHECK (status IN ('received', 'replied', 'quote_created', 'quote_sent', 'quote_accepted', 'quote_refused', 'cancelled')),
    -- Where it stands in the list: 0 waits for us, 1 for the customer, 2 closed.
    list_group        INTEGER NOT NULL DEFAULT 0 CHECK (list_group BETWEEN 0 AND 2),
    waiting_since     INTEGER NOT NULL,
    origin            TEXT    NOT NULL CHECK (origin IN ('mail', 'forward', 'form', 'file', 'hand', 'unreadable')),
    requester_name    TEXT    NOT NULL DEFAULT '',
    requester_address TEXT    NOT NULL DEFAULT '',
    requester_phone   TEXT    NOT NULL DEFAULT '',
    requester_source  TEXT    NOT NULL DEFAULT 'from',
    language          TEXT    CHECK (language IN ('fr', 'nl', 'de', 'en')),
    contact_id        BLOB    REFERENCES contact (id) ON DELETE SET NULL,
    assignee_id       BLOB    REFERENCES user (id) ON DELETE SET NULL,
    account_id        BLOB    REFERENCES account (id) ON DELETE SET NULL,
    latest_quote_id   BLOB    REFERENCES quote (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    -- The customer's answer that still has to be judged by the owner.
    proposal          TEXT    CHECK (proposal IN ('accept', 'refuse', 'question', 'answer')),
    delivery_failed   INTEGER NOT NULL DEFAULT 0,
    unread            INTEGER NOT NULL DEFAULT 1,
    closed_reason     TEXT    NOT NULL DEFAULT '',
    received_at       INTEGER NOT NULL,
    activity_at       INTEGER NOT NULL
) STRICT;
-- Holds what the list filters by, so that rows are looked up only once they match, and counts need none.
CREATE INDEX request_listed ON request (list_group, activity_at DESC, id DESC, status, assignee_id, contact_id);
CREATE INDEX request_by_contact ON request (contact_id);
CREATE INDEX request_by_requester ON request (requester_address) WHERE requester_address <> '';

CREATE TABLE message (
    id               BLOB    NOT NULL PRIMARY KEY,
    request_id       BLOB    NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    direction        TEXT    NOT NULL CHECK (direction IN ('incoming', 'outgoing')),
    class            TEXT    NOT NULL DEFAULT 'personal',
    class_reason     TEXT    NOT NULL DEFAULT '',
    sender_name      TEXT    NOT NULL DEFAULT '',
    sender_address   TEXT    NOT NULL DEFAULT '',
    subject          TEXT    NOT NULL DEFAULT '',
    body_text        TEXT    NOT NULL DEFAULT '',
    -- The language it is written in, as far as that is known.
    language         TEXT    CHECK (language IN ('fr', 'nl', 'de', 'en')),
    quoted_text      TEXT    NOT NULL DEFAULT '',
    signature_text   TEXT    NOT NULL DEFAULT '',
    has_html         INTEGER NOT NULL DEFAULT 0,
    mail_message_id  TEXT,
    raw_sha256       BLOB    REFERENCES raw_mail (sha256),
    forwarded_by     TEXT,
    evidence         TEXT    NOT NULL DEFAULT '',
    fields           TEXT    NOT NULL DEFAULT '[]',
    -- What the raw mail holds that was not read.
    omissions        TEXT    NOT NULL DEFAULT '[]',
    same_id_as_other INTEGER NOT NULL DEFAULT 0,
    user_id          BLOB    REFERENCES user (id) ON DELETE SET NULL,
    quote_id         BLOB    REFERENCES quote (id) ON DELETE SET NULL,
    sent_at          INTEGER NOT NULL,
    created_at       INTEGER NOT NULL
) STRICT;
CREATE INDEX message_in_conversation ON message (request_id, created_at);
CREATE INDEX message_by_mail_id ON message (mail_message_id) WHERE mail_message_id IS NOT NULL;
CREATE INDEX message_by_raw ON message (raw_sha256) WHERE raw_sha256 IS NOT NULL;

CREATE TABLE message_recipient (
    message_id BLOB    NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    field      TEXT    NOT NULL CHECK (field IN ('to', 'cc', 'reply_to')),
    name       TEXT    NOT NULL DEFAULT '',
    address    TEXT    NOT NULL,
    PRIMARY KEY (message_id, position)
) STRICT;

CREATE TABLE attachment (
    id         BLOB    NOT NULL PRIMARY KEY,
    message_id BLOB    NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    mime       TEXT    NOT NULL,
    size       INTEGER NOT NULL,
    sha256     BLOB    NOT NULL,
    inline     INTEGER NOT NULL DEFAULT 0,
    content_id TEXT
) STRICT;
CREATE INDEX attachment_of_message ON attachment (message_id, position);

CREATE TABLE note (
    id         BLOB    NOT NULL PRIMARY KEY,
    request_id BLOB    NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    user_id    BLOB    REFERENCES user (id) ON DELETE SET NULL,
    body_text  TEXT    NOT NULL CHECK (body_text <> ''),
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX note_in_conversation ON note (request_id, created_at);

-- The timeline: append-only while its request exists.
CREATE TABLE event (
    id         BLOB    NOT NULL PRIMARY KEY,
    request_id BLOB    NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL CHECK (actor IN ('user', 'customer', 'program')),
    user_id    BLOB    REFERENCES user (id) ON DELETE SET NULL,
    kind       TEXT    NOT NULL,
    detail     TEXT    NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX event_of_request ON event (request_id, at);
-- An entry only ever goes to another timeline together with what it tells of, when requests are merged.
CREATE TRIGGER event_is_append_only BEFORE UPDATE OF id, at, actor, user_id, kind, detail ON event
BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END;
CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
WHEN EXISTS (SELECT 1 FROM request WHERE id = old.request_id)
BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END;

-- What was moved by hand between conversations, with all that is needed to put it back.
CREATE TABLE rearrangement (
    id        BLOB    NOT NULL PRIMARY KEY,
    source_id BLOB    NOT NULL,
    target_id BLOB    NOT NULL,
    content   TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    undone_at INTEGER
) STRICT;
CREATE INDEX rearrangement_by_source ON rearrangement (source_id);
CREATE INDEX rearrangement_by_target ON rearrangement (target_id);

-- References of requests that were merged into another: mails that name them belong there.
CREATE TABLE former_reference (
    reference  TEXT NOT NULL PRIMARY KEY,
    request_id BLOB NOT NULL REFERENCES request (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX former_reference_of_request ON former_reference (request_id);

CREATE TABLE product (
    id          BLOB    NOT NULL PRIMARY KEY,
    code        TEXT    NOT NULL DEFAULT '',
    title       TEXT    NOT NULL CHECK (title <> ''),
    details     TEXT    NOT NULL DEFAULT '',
    unit        TEXT    NOT NULL DEFAULT '',
    unit_price  INTEGER NOT NULL,
    unit_cost   INTEGER,
    vat_rate    INTEGER NOT NULL,
    active      INTEGER NOT NULL DEFAULT 1,
    created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX product_by_title ON product (title, id) WHERE active = 1;

CREATE TABLE quote (
    id               BLOB    NOT NULL PRIMARY KEY,
    request_id       BLOB    NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    contact_id       BLOB    REFERENCES contact (id) ON DELETE SET NULL,
    number           TEXT,
    version          INTEGER NOT NULL DEFAULT 1,
    state            TEXT    NOT NULL CHECK (state IN ('draft', 'finalised', 'sent', 'accepted', 'refused', 'superseded')),
    title            TEXT    NOT NULL DEFAULT '',
    intro            TEXT    NOT NULL DEFAULT '',
    terms            TEXT    NOT NULL DEFAULT '',
    language         TEXT    NOT NULL CHECK (language IN ('fr', 'nl', 'de', 'en')),
    issued_on        TEXT    NOT NULL,
    valid_until      TEXT    NOT NULL,
    currency         TEXT    NOT NULL DEFAULT 'EUR' CHECK (currency = 'EUR'),
    price_mode       TEXT    NOT NULL DEFAULT 'net' CHECK (price_mode IN ('net', 'gross')),
    discount         INTEGER NOT NULL DEFAULT 0,
    discount_label   TEXT    NOT NULL DEFAULT '',
    deposit          INTEGER NOT NULL DEFAULT 0,
    recipient        TEXT    NOT NULL DEFAULT '{}',
    site             TEXT    NOT NULL DEFAULT '',
    net_minor        INTEGER NOT NULL DEFAULT 0,
    vat_minor        INTEGER NOT NULL DEFAULT 0,
    gross_minor      INTEGER NOT NULL DEFAULT 0,
    document_sha256  BLOB    REFERENCES document (sha256),
    -- The editor's words while it is a draft, so that nothing unreadable is lost; the frozen document value after.
    typed            TEXT,
    typed_language   TEXT    NOT NULL DEFAULT 'fr',
    frozen_value     TEXT,
    revision         INTEGER NOT NULL DEFAULT 1,
    created_by       BLOB    REFERENCES user (id) ON DELETE SET NULL,
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL,
    finalised_at     INTEGER,
    sent_at          INTEGER,
    decided_at       INTEGER,
    decision_reason  TEXT    NOT NULL DEFAULT '',
    CHECK ((state = 'draft') = (number IS NULL AND document_sha256 IS NULL) OR (state = 'draft' AND version > 1)),
    UNIQUE (number, version)
) STRICT;
CREATE INDEX quote_of_request ON quote (request_id, created_at);
CREATE INDEX quote_listed ON quote (updated_at DESC, id DESC);

-- What was sent is frozen: a quote that has left the draft keeps its content.
CREATE TRIGGER quote_content_is_frozen BEFORE UPDATE OF
    title, intro, terms, language, issued_on, valid_until, currency, price_mode, discount, discount_label,
    deposit, recipient, site, net_minor, vat_minor, gross_minor, document_sha256, frozen_value, number, version
ON quote WHEN old.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a finalised quote is frozen'); END;
CREATE TRIGGER quote_is_no_draft_again BEFORE UPDATE OF state ON quote WHEN old.state <> 'draft' AND new.state = 'draft'
BEGIN SELECT RAISE(ABORT, 'a finalised quote is frozen'); END;
CREATE TRIGGER quote_number_is_kept BEFORE DELETE ON quote WHEN old.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a number leaves no gap'); END;

CREATE TABLE quote_line (
    id           BLOB    NOT NULL PRIMARY KEY,
    quote_id     BLOB    NOT NULL REFERENCES quote (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    kind         TEXT    NOT NULL CHECK (kind IN ('item', 'section', 'text')),
    product_id   BLOB    REFERENCES product (id) ON DELETE SET NULL,
    title        TEXT    NOT NULL DEFAULT '',
    details      TEXT    NOT NULL DEFAULT '',
    quantity     INTEGER NOT NULL DEFAULT 1000,
    unit         TEXT    NOT NULL DEFAULT '',
    unit_price   INTEGER NOT NULL DEFAULT 0,
    unit_cost    INTEGER,
    discount     INTEGER NOT NULL DEFAULT 0,
    vat_rate     INTEGER NOT NULL DEFAULT 2100,
    vat_category TEXT    NOT NULL DEFAULT 'S',
    optional     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX quote_line_in_order ON quote_line (quote_id, position);
CREATE TRIGGER quote_line_is_frozen_on_insert BEFORE INSERT ON quote_line
WHEN (SELECT state FROM quote WHERE id = new.quote_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a finalised quote is frozen'); END;
CREATE TRIGGER quote_line_is_frozen_on_update BEFORE UPDATE ON quote_line
WHEN (SELECT state FROM quote WHERE id = old.quote_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a finalised quote is frozen'); END;
CREATE TRIGGER quote_line_is_frozen_on_delete BEFORE DELETE ON quote_line
WHEN (SELECT state FROM quote WHERE id = old.quote_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a finalised quote is frozen'); END;

-- The number given next, per document type and year.
CREATE TABLE number_sequence (
    kind        TEXT    NOT NULL,
    year        INTEGER NOT NULL,
    next_number INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (kind, year)
) STRICT;

-- Issued PDFs, by the hash of their bytes.
CREATE TABLE document (
    sha256     BLOB    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,
    bytes      BLOB    NOT NULL,
    pages      INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER document_is_frozen BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'an issued document is frozen'); END;

CREATE TABLE outbox (
    id              BLOB    NOT NULL PRIMARY KEY,
    request_id      BLOB    NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    message_id      BLOB    NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    account_id      BLOB    REFERENCES account (id) ON DELETE SET NULL,
    mail_message_id TEXT    NOT NULL UNIQUE,
    raw_sha256      BLOB    NOT NULL REFERENCES raw_mail (sha256),
    envelope_from   TEXT    NOT NULL,
    purpose         TEXT    NOT NULL CHECK (purpose IN ('reply', 'quote', 'automatic')),
    -- How the request stood before, should the mail be taken back.
    before          TEXT    NOT NULL DEFAULT '{}',
    state           TEXT    NOT NULL CHECK (state IN ('queued', 'connecting', 'data_started', 'sent', 'refused', 'retry', 'uncertain')),
    tries           INTEGER NOT NULL DEFAULT 0,
    not_before      INTEGER NOT NULL,
    last_error      TEXT,
    copy_state      TEXT    NOT NULL DEFAULT 'pending' CHECK (copy_state IN ('pending', 'done', 'failed')),
    copy_tries      INTEGER NOT NULL DEFAULT 0,
    claimed_by      TEXT,
    claimed_until   INTEGER NOT NULL DEFAULT 0,
    created_at      INTEGER NOT NULL,
    sent_at         INTEGER
) STRICT;
CREATE INDEX outbox_waiting ON outbox (not_before) WHERE state IN ('queued', 'connecting', 'data_started', 'retry', 'uncertain');
CREATE INDEX outbox_of_message ON outbox (message_id);

CREATE TABLE outbox_recipient (
    outbox_id BLOB    NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    address   TEXT    NOT NULL,
    state     TEXT    NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'accepted', 'refused', 'bounced', 'delayed')),
    detail    TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (outbox_id, address)
) STRICT;

-- Who had an automatic acknowledgement lately; entries of more than seven days are forgotten.
CREATE TABLE acknowledged (
    address TEXT    NOT NULL PRIMARY KEY,
    at      INTEGER NOT NULL
) STRICT;
CREATE INDEX acknowledged_lately ON acknowledged (at);

-- One draft per request and kind, saved while typing; deleted only when its mail is committed as sent.
CREATE TABLE draft (
    id         BLOB    NOT NULL PRIMARY KEY,
    request_id BLOB    NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    kind       TEXT    NOT NULL CHECK (kind IN ('reply', 'note', 'quote_mail')),
    quote_id   BLOB    REFERENCES quote (id) ON DELETE CASCADE,
    subject    TEXT    NOT NULL DEFAULT '',
    body_text  TEXT    NOT NULL DEFAULT '',
    recipients TEXT    NOT NULL DEFAULT '{"to":[],"cc":[]}',
    outbox_id  BLOB    REFERENCES outbox (id) ON DELETE SET NULL,
    -- The mail that a reply answers, and whether it is quoted.
    answers_id BLOB    REFERENCES message (id) ON DELETE SET NULL,
    quotes     INTEGER NOT NULL DEFAULT 0 CHECK (quotes IN (0, 1)),
    updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX draft_being_written ON draft (request_id, kind) WHERE outbox_id IS NULL;

CREATE TABLE draft_attachment (
    id       BLOB    NOT NULL PRIMARY KEY,
    draft_id BLOB    NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name     TEXT    NOT NULL,
    mime     TEXT    NOT NULL,
    size     INTEGER NOT NULL,
    bytes    BLOB    NOT NULL
) STRICT;
CREATE INDEX draft_attachment_in_order ON draft_attachment (draft_id, position);

CREATE TABLE text_template (
    id       BLOB NOT NULL PRIMARY KEY,
    purpose  TEXT NOT NULL CHECK (purpose IN ('reply', 'quote_mail', 'signature', 'terms')),
    language TEXT NOT NULL CHECK (language IN ('fr', 'nl', 'de', 'en')),
    name     TEXT NOT NULL CHECK (name <> ''),
    body     TEXT NOT NULL
) STRICT;

-- Full text. Each entry's number is its row in the index, so that it can be replaced without a scan.
CREATE TABLE search_entry (
    number     INTEGER NOT NULL PRIMARY KEY,
    kind       TEXT    NOT NULL CHECK (kind IN ('request', 'message', 'note', 'contact', 'quote')),
    item       BLOB    NOT NULL UNIQUE,
    request_id BLOB,
    at         INTEGER NOT NULL
) STRICT;
CREATE INDEX search_entry_of_request ON search_entry (request_id);

CREATE VIRTUAL TABLE search USING fts5 (
    title,
    body,
    tokenize = "unicode61 remove_diacritics 2",
    prefix = '2 3'
);
