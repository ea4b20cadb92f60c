//! Mail domains that say nothing about who somebody works for.

/// Providers whose addresses belong to private persons. Belgium and its neighbours first.
const DOMAINS: &[&str] = &[
    "aol.com",
    "base.be",
    "belgacom.net",
    "bluewin.ch",
    "free.fr",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "gmx.de",
    "gmx.fr",
    "gmx.net",
    "googlemail.com",
    "home.nl",
    "hotmail.be",
    "hotmail.co.uk",
    "hotmail.com",
    "hotmail.de",
    "hotmail.fr",
    "hotmail.nl",
    "icloud.com",
    "kpnmail.nl",
    "laposte.net",
    "live.be",
    "live.com",
    "live.fr",
    "live.nl",
    "mac.com",
    "mail.com",
    "mailbox.org",
    "me.com",
    "msn.com",
    "neuf.fr",
    "numericable.fr",
    "online.nl",
    "orange.fr",
    "outlook.be",
    "outlook.com",
    "outlook.de",
    "outlook.fr",
    "pandora.be",
    "planet.nl",
    "pm.me",
    "posteo.de",
    "proton.me",
    "protonmail.com",
    "proximus.be",
    "pt.lu",
    "scarlet.be",
    "sfr.fr",
    "skynet.be",
    "t-online.de",
    "telenet.be",
    "tutanota.com",
    "vodafone.de",
    "voo.be",
    "wanadoo.fr",
    "web.de",
    "xs4all.nl",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.de",
    "yahoo.es",
    "yahoo.fr",
    "ymail.com",
    "ziggo.nl",
];

/// Whether a domain is a free-mail provider's: sharing it makes nobody colleagues.
pub fn is_free_mail_domain(domain: &str) -> bool {
    DOMAINS.binary_search(&domain.to_lowercase().as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn providers_are_known_in_any_case() {
        assert!(DOMAINS.is_sorted());
        assert!(is_free_mail_domain("Skynet.be"));
        assert!(!is_free_mail_domain("delcourt.example"));
    }
}
