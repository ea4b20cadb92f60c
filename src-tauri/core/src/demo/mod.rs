//! TEMPORARY until the cli branch lands.
use crate::error::Error;
/// TEMPORARY
pub async fn ensure(_folder: &std::path::Path) -> Result<(), Error> { Ok(()) }
