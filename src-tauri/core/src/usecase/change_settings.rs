//! What can be set is set.

use super::correct_requester::one_line;
use super::take_request::number_text;
use crate::change::Change;
use crate::desk::Desk;
use crate::error::{Error, FieldProblem};
use crate::id::{TextTemplateId, UserId};
use crate::mail;
use crate::settings::{
    self, Company, Numbering, Preferences, QuoteDefaults, SettingsView, TextTemplate, TextTemplateInput,
    User, UserInput,
};

/// The largest logo that is kept, in bytes.
const LARGEST_LOGO: usize = 5 * 1024 * 1024;

/// The longest time in which a mail can be taken back, in seconds.
const LONGEST_UNDO: u32 = 120;

/// Everything that can be set, except mailboxes.
pub async fn show_settings(desk: &Desk) -> Result<SettingsView, Error> {
    let mut reader = desk.reader().await?;
    Ok(SettingsView {
        company: settings::company(&mut reader).await?,
        has_logo: settings::logo(&mut reader).await?.is_some(),
        numbering: settings::numbering(&mut reader).await?,
        quote_defaults: settings::quote_defaults(&mut reader).await?,
        acknowledgement: settings::acknowledgement(&mut reader).await?,
        preferences: settings::preferences(&mut reader).await?,
        users: settings::users(&mut reader).await?,
        texts: settings::text_templates(&mut reader).await?,
    })
}

/// Saves the company. Only its name is needed.
pub async fn save_company(desk: &Desk, mut company: Company) -> Result<(), Error> {
    for (field, value) in [
        ("name", &mut company.name),
        ("tagline", &mut company.tagline),
        ("legal_form", &mut company.legal_form),
        ("street", &mut company.street),
        ("postal_code", &mut company.postal_code),
        ("city", &mut company.city),
        ("country", &mut company.country),
        ("vat_number", &mut company.vat_number),
        ("register", &mut company.register),
        ("iban", &mut company.iban),
        ("mail", &mut company.mail),
        ("phone", &mut company.phone),
        ("website", &mut company.website),
    ] {
        *value = one_line(field, value)?;
    }
    if company.name.is_empty() {
        return Err(Error::field("name", FieldProblem::Empty));
    }
    if !company.mail.is_empty() && !mail::is_address(&company.mail) {
        return Err(Error::field("mail", FieldProblem::NotAnAddress));
    }
    let mut write = desk.write().await?;
    settings::store_company(&mut write, &company).await?;
    write.changed(Change::Settings);
    Ok(write.commit().await?)
}

/// Keeps a logo, or takes it away. Only a PNG or JPEG picture is kept.
pub async fn save_logo(desk: &Desk, bytes: Option<Vec<u8>>) -> Result<(), Error> {
    if let Some(bytes) = &bytes {
        if bytes.len() > LARGEST_LOGO {
            return Err(Error::field("logo", FieldProblem::TooLong));
        }
        let is_picture =
            matches!(image::guess_format(bytes), Ok(image::ImageFormat::Png | image::ImageFormat::Jpeg));
        if !is_picture || image::load_from_memory(bytes).is_err() {
            return Err(Error::field("logo", FieldProblem::NotAnImage));
        }
    }
    let mut write = desk.write().await?;
    settings::store_logo(&mut write, bytes.as_deref()).await?;
    write.changed(Change::Settings);
    Ok(write.commit().await?)
}

/// The logo's bytes.
pub async fn logo(desk: &Desk) -> Result<Option<Vec<u8>>, Error> {
    settings::logo(&mut *desk.reader().await?).await
}

/// Saves the patterns of numbers, once both give a number.
pub async fn save_numbering(desk: &Desk, numbering: Numbering) -> Result<(), Error> {
    for (field, pattern) in [("quote", &numbering.quote), ("request", &numbering.request)] {
        number_text(pattern, 2026, 1).map_err(|_| Error::field(field, FieldProblem::Invalid))?;
    }
    let mut write = desk.write().await?;
    settings::store_numbering(&mut write, &numbering).await?;
    write.changed(Change::Settings);
    Ok(write.commit().await?)
}

/// What is numbered, each by its own sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberKind {
    /// References of requests.
    Request,
    /// Numbers of quotes.
    Quote,
}

/// Lets the numbers of a year go on where another program, or paper, stopped: the next one is at
/// least this. A number that was given is never given again.
pub async fn start_numbers(desk: &Desk, kind: NumberKind, year: i16, number: u32) -> Result<(), Error> {
    let kind = match kind {
        NumberKind::Request => "request",
        NumberKind::Quote => "quote",
    };
    let mut write = desk.write().await?;
    settings::start_numbers_at(&mut write, kind, year, number).await?;
    Ok(write.commit().await?)
}

/// Saves what a new quote begins with.
pub async fn save_quote_defaults(desk: &Desk, defaults: QuoteDefaults) -> Result<(), Error> {
    if defaults.validity_days == 0 || defaults.validity_days > 3650 {
        return Err(Error::field("validity_days", FieldProblem::OutOfRange));
    }
    if defaults.deposit.0 > 10_000 {
        return Err(Error::field("deposit", FieldProblem::OutOfRange));
    }
    let mut write = desk.write().await?;
    settings::store_quote_defaults(&mut write, &defaults).await?;
    write.changed(Change::Settings);
    Ok(write.commit().await?)
}

/// Saves the preferences.
pub async fn save_preferences(desk: &Desk, mut preferences: Preferences) -> Result<(), Error> {
    preferences.undo_seconds = preferences.undo_seconds.min(LONGEST_UNDO);
    let mut write = desk.write().await?;
    settings::store_preferences(&mut write, &preferences).await?;
    write.changed(Change::Settings);
    Ok(write.commit().await?)
}

/// Saves a user; without an id, a new one. The first one sits at this machine.
pub async fn save_user(desk: &Desk, id: Option<UserId>, typed: UserInput) -> Result<UserId, Error> {
    let name = one_line("name", &typed.name)?;
    if name.is_empty() {
        return Err(Error::field("name", FieldProblem::Empty));
    }
    let address = typed.address.trim().to_lowercase();
    if !address.is_empty() && !mail::is_address(&address) {
        return Err(Error::field("address", FieldProblem::NotAnAddress));
    }
    let user = User {
        id: id.unwrap_or_else(UserId::new),
        initials: initials(&name),
        name,
        address,
        phone: one_line("phone", &typed.phone)?,
        active: typed.active || id.is_none(),
    };
    let mut write = desk.write().await?;
    settings::store_user(&mut write, &user, desk.clock().now()).await?;
    let mut preferences = settings::preferences(&mut write).await?;
    if preferences.current_user.is_none() {
        preferences.current_user = Some(user.id);
        settings::store_preferences(&mut write, &preferences).await?;
    }
    write.changed(Change::Settings);
    write.commit().await?;
    Ok(user.id)
}

/// Saves a standard text; without an id, a new one.
pub async fn save_text_template(
    desk: &Desk,
    id: Option<TextTemplateId>,
    typed: TextTemplateInput,
) -> Result<TextTemplateId, Error> {
    let name = one_line("name", &typed.name)?;
    if name.is_empty() {
        return Err(Error::field("name", FieldProblem::Empty));
    }
    let text = TextTemplate {
        id: id.unwrap_or_else(TextTemplateId::new),
        purpose: typed.purpose,
        language: typed.language,
        name,
        body: typed.body,
    };
    let mut write = desk.write().await?;
    settings::store_text_template(&mut write, &text).await?;
    write.changed(Change::Settings);
    write.commit().await?;
    Ok(text.id)
}

/// Deletes a standard text.
pub async fn delete_text_template(desk: &Desk, id: TextTemplateId) -> Result<(), Error> {
    let mut write = desk.write().await?;
    settings::delete_text_template(&mut write, id).await?;
    write.changed(Change::Settings);
    Ok(write.commit().await?)
}

/// The first letters of the first and last word of a name.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = words.next();
    first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn two_letters_stand_for_a_person() {
        assert_eq!(initials("Amélie Wauters"), "AW");
        assert_eq!(initials("Jan Van den Broeck"), "JB");
        assert_eq!(initials("élodie"), "É");
    }
}
