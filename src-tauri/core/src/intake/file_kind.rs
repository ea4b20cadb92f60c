//! What a file name says about its content: the media type, and whether opening it could run something.

/// Media types of the files that small businesses exchange, by extension.
/// Source: IANA media type registry.
const MEDIA_TYPES: [(&str, &str); 29] = [
    ("avif", "image/avif"),
    ("bmp", "image/bmp"),
    ("csv", "text/csv"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("dwg", "image/vnd.dwg"),
    ("dxf", "image/vnd.dxf"),
    ("eml", "message/rfc822"),
    ("gif", "image/gif"),
    ("heic", "image/heic"),
    ("ics", "text/calendar"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("mp4", "video/mp4"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("rtf", "application/rtf"),
    ("tif", "image/tiff"),
    ("tiff", "image/tiff"),
    ("txt", "text/plain"),
    ("webp", "image/webp"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("zip", "application/zip"),
];

/// Extensions that run something, or can, on one of the three systems. After the lists of files that
/// mail services refuse (Gmail help 6590; Outlook's level 1 list).
const RUNNABLE: &[&str] = &[
    "ace",
    "ade",
    "adp",
    "apk",
    "app",
    "appimage",
    "application",
    "appx",
    "bash",
    "bat",
    "cab",
    "chm",
    "cmd",
    "com",
    "command",
    "cpl",
    "csh",
    "deb",
    "desktop",
    "dll",
    "dmg",
    "docm",
    "dotm",
    "exe",
    "fxp",
    "gadget",
    "hlp",
    "hta",
    "htm",
    "html",
    "img",
    "inf",
    "ins",
    "iso",
    "isp",
    "jar",
    "jnlp",
    "js",
    "jse",
    "ksh",
    "lib",
    "lnk",
    "mde",
    "msc",
    "msh",
    "msi",
    "msix",
    "msp",
    "mst",
    "nsh",
    "osx",
    "pif",
    "pkg",
    "potm",
    "ppam",
    "ppsm",
    "pptm",
    "prg",
    "ps1",
    "ps1xml",
    "psc1",
    "psd1",
    "psm1",
    "py",
    "pyc",
    "reg",
    "rpm",
    "run",
    "scf",
    "scr",
    "sct",
    "settingcontent-ms",
    "sh",
    "shb",
    "svg",
    "sys",
    "url",
    "vb",
    "vbe",
    "vbs",
    "vhd",
    "vhdx",
    "vxd",
    "webloc",
    "wsc",
    "wsf",
    "wsh",
    "xhtml",
    "xlam",
    "xll",
    "xlsm",
    "xltm",
    "xml",
    "xsl",
];

/// Media types that run something wherever their name leads.
const RUNNABLE_MEDIA: &[&str] = &[
    "application/java-archive",
    "application/javascript",
    "application/vnd.microsoft.portable-executable",
    "application/x-bat",
    "application/x-executable",
    "application/x-msdos-program",
    "application/x-msdownload",
    "application/x-sh",
    "application/x-shellscript",
    "image/svg+xml",
    "text/html",
    "text/javascript",
];

/// The media type of a file by its name; `application/octet-stream` when the name does not tell.
pub fn mime_of_name(name: &str) -> &'static str {
    let extension = extension(name);
    MEDIA_TYPES
        .binary_search_by(|(known, _)| (*known).cmp(extension.as_str()))
        .map_or("application/octet-stream", |found| MEDIA_TYPES[found].1)
}

/// Whether opening a file could run a program: never done by itself, and warned of (RELIABILITY 24).
pub fn is_dangerous_file(name: &str, mime: &str) -> bool {
    let mime = mime.to_ascii_lowercase();
    RUNNABLE.contains(&extension(name).as_str()) || RUNNABLE_MEDIA.contains(&mime.as_str())
}

fn extension(name: &str) -> String {
    name.trim_end_matches(['.', ' '])
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_lowercase())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(MEDIA_TYPES.is_sorted());
    }

    #[test]
    fn names_tell_the_media_type() {
        assert_eq!(mime_of_name("Plan SDB.PDF"), "application/pdf");
        assert_eq!(mime_of_name("photo.jpeg"), "image/jpeg");
        assert_eq!(mime_of_name("inconnu"), "application/octet-stream");
    }

    #[test]
    fn what_runs_is_dangerous_whatever_it_is_called() {
        assert!(is_dangerous_file("facture.pdf.exe", "application/pdf"));
        assert!(is_dangerous_file("plan.js .", ""));
        assert!(is_dangerous_file("plan.pdf", "application/x-msdownload"));
        assert!(!is_dangerous_file("plan.pdf", "application/pdf"));
    }
}
