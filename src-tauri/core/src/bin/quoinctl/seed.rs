//! `quoinctl seed`
use crate::caller::Caller;
use crate::failure::Failure;
/// x
#[derive(Debug, clap::Args)]
pub struct Args {}
/// x
pub async fn run(_caller: &Caller, _arguments: &Args) -> Result<(), Failure> { Ok(()) }
