//! Chance that always falls the same way: SplitMix64 (Steele, Lea, Flood: “Fast splittable
//! pseudorandom number generators”, OOPSLA 2014). For sample data only, never for secrets.

use uuid::Uuid;

use crate::clock::Timestamp;

/// A source of numbers, the same for the same seed.
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a bound, which is not zero.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }

    /// Whether something happens that does so this many times in a hundred.
    pub(super) fn percent(&mut self, times: u64) -> bool {
        self.below(100) < times
    }

    /// One of several, of which there is at least one.
    pub(super) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len() as u64) as usize]
    }

    /// A UUIDv7 of an instant.
    pub(super) fn id(&mut self, at: Timestamp) -> Uuid {
        let (high, low) = (self.next().to_be_bytes(), self.next().to_be_bytes());
        let mut random = [0; 10];
        random[..8].copy_from_slice(&high);
        random[8..].copy_from_slice(&low[..2]);
        uuid::Builder::from_unix_timestamp_millis(at.0.max(0).unsigned_abs(), &random).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        let drawn = |seed| (0..4).map(|_| Chance::new(seed).clone().below(1000)).collect::<Vec<_>>();
        assert_eq!(drawn(7), drawn(7));
        let mut chance = Chance::new(7);
        let (first, second) = (chance.id(Timestamp(1)), chance.id(Timestamp(2)));
        assert!(first < second, "ids are in the order of time");
    }
}
