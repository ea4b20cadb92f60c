//! Links in mails go through here: parsed, https or mailto only, the real host shown and confirmed.

use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt;
use url::Url;

use crate::ipc_error::{ErrorCode, IpcError};

/// The real host of a link, or the address of a mailto; none for one that may not be opened.
pub fn host(link: &str) -> Option<String> {
    let link = allowed(link)?;
    if link.scheme() == "mailto" { Some(link.path().to_owned()) } else { link.host_str().map(str::to_owned) }
}

/// Opens a link in the system's browser or mail program.
pub fn open(app: &AppHandle, link: &str) -> Result<(), IpcError> {
    let link = allowed(link).ok_or_else(|| IpcError::new(ErrorCode::NotFound))?;
    app.opener().open_url(link.as_str(), None::<&str>).map_err(|_| IpcError::new(ErrorCode::File))
}

fn allowed(link: &str) -> Option<Url> {
    let link: Url = link.trim().parse().ok()?;
    match link.scheme() {
        "https" if link.username().is_empty() && link.password().is_none() => Some(link),
        "mailto" => Some(link),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_real_host_is_shown() {
        assert_eq!(host("https://delcourt.example/offre?x=1").as_deref(), Some("delcourt.example"));
        assert_eq!(
            host("mailto:sophie@courrier.example?subject=x").as_deref(),
            Some("sophie@courrier.example")
        );
        assert_eq!(host("https://xn--dlcourt-9xa.example/").as_deref(), Some("xn--dlcourt-9xa.example"));
    }

    #[test]
    fn other_schemes_and_hidden_hosts_are_refused() {
        for link in [
            "http://a.example",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https://bank.example@evil.example/",
            "//x",
            "smb://x/y",
        ] {
            assert_eq!(host(link), None, "{link}");
        }
    }
}
