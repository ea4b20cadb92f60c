//! The product's speed, as ratios against a peer in the same run: `cargo bench -p quoin-core`.
//!
//! The figures of one run stand in the README, with how they were taken. Nothing here is a test.

mod documents;
mod intake;
mod lists;

fn main() {
    divan::main();
}
