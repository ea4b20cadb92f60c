//! Texts signed in clear (RFC 9580 section 7): their words without the armour around them.

const BEGIN: &str = "-----BEGIN PGP SIGNED MESSAGE-----";
const SIGNATURE: &str = "-----BEGIN PGP SIGNATURE-----";
const END: &str = "-----END PGP SIGNATURE-----";

/// What was signed of a text that begins with a clear-signed message, and what stands behind its signature; any
/// other text as it is.
pub(super) fn without_armour(text: String) -> String {
    let Some(signed) = text.trim_start().strip_prefix(BEGIN) else {
        return text;
    };
    // The fields of the armour end at the first blank line.
    let Some((_, body)) = signed.split_once("\n\n") else {
        return text;
    };
    let (body, signature) = body.split_once(SIGNATURE).unwrap_or((body, ""));
    let behind = signature.split_once(END).map_or("", |(_, behind)| behind);
    let mut bare = String::with_capacity(body.len());
    for line in body.trim_end().split('\n') {
        bare.push_str(line.strip_prefix("- ").filter(|escaped| escaped.starts_with('-')).unwrap_or(line));
        bare.push('\n');
    }
    bare.push_str(behind);
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signed_text_is_read_without_its_armour() {
        let signed = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nEen offerte, graag:\n- twee ramen\n- -- \nJan\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n=abcd\n-----END PGP SIGNATURE-----\n";
        assert_eq!(without_armour(signed.to_owned()), "Een offerte, graag:\n- twee ramen\n-- \nJan\n\n");
        for other in
            ["Hello", "-----BEGIN PGP SIGNED MESSAGE-----", "I wrote -----BEGIN PGP SIGNED MESSAGE-----\n\nx"]
        {
            assert_eq!(without_armour(other.to_owned()), other);
        }
    }
}
