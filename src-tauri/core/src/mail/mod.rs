//! The wire: IMAP in, SMTP out, and the local folder that stands in for both. No SQL.
