//! Shamir sharing over GF(2^8), polynomial 0x11B, share x = position from 1.
//!
//! A tampered share combines silently into another secret: callers hold commitments.

use super::rng::Modern;
use crate::{
    Opening, Result,
    secret::{Secret, Wiped},
};
use vsss_rs::Gf256;
use wire::Random;
use zeroize::Zeroizing;

/// Splits `secret` into `n` shares of which any `t` rebuild it. With `t` = 1 each share is the
/// secret itself, as a polynomial of degree 0 says.
pub(crate) fn split(
    secret: &Secret<32>,
    t: u8,
    n: u8,
    random: &mut dyn Random,
) -> Result<Vec<Secret<32>>> {
    if t == 1 && n >= 1 {
        return Ok((0..n).map(|_| secret.copied()).collect());
    }
    let shares = Gf256::split_bytes(
        usize::from(t),
        usize::from(n),
        secret.expose(),
        Modern(random),
    )
    .map_err(|_| Opening::Damaged)?;
    shares
        .into_iter()
        .zip(1u8..)
        .map(|(share, x)| {
            let share = Zeroizing::new(share);
            match share.split_first() {
                Some((first, rest)) if *first == x => {
                    Secret::from_slice(rest).ok_or(Opening::Damaged)
                }
                _ => Err(Opening::Damaged),
            }
        })
        .collect()
}

/// Rebuilds a secret from shares with their positions; only the first `t` are used.
pub(crate) fn combine(t: u8, shares: &[(u8, &Secret<32>)]) -> Result<Secret<32>> {
    let used = shares.get(..usize::from(t)).ok_or(Opening::Damaged)?;
    if let [(_, only)] = used {
        return Ok(only.copied());
    }
    let used: Vec<Wiped> = used
        .iter()
        .map(|(x, share)| {
            let mut bytes = Vec::with_capacity(33);
            bytes.push(*x);
            bytes.extend_from_slice(share.expose());
            Zeroizing::new(bytes)
        })
        .collect();
    let plain = Zeroizing::new(used.iter().map(|w| w.to_vec()).collect::<Vec<_>>());
    let secret = Zeroizing::new(Gf256::combine_bytes(&*plain).map_err(|_| Opening::Damaged)?);
    Secret::from_slice(&secret).ok_or(Opening::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wire::random::System;

    #[test]
    fn any_two_of_three_rebuild_and_one_does_not() {
        let mut random = System::new();
        let secret = Secret::random(&mut random);
        let shares = split(&secret, 2, 3, &mut random).unwrap();
        for (a, b) in [(0, 1), (0, 2), (1, 2), (2, 0)] {
            let pair = [(a as u8 + 1, &shares[a]), (b as u8 + 1, &shares[b])];
            assert_eq!(combine(2, &pair).unwrap().expose(), secret.expose());
        }
        assert!(combine(2, &[(1, &shares[0])]).is_err());
        assert_ne!(shares[0].expose(), secret.expose());
    }

    #[test]
    fn one_of_one_is_the_secret() {
        let mut random = System::new();
        let secret = Secret::random(&mut random);
        let shares = split(&secret, 1, 1, &mut random).unwrap();
        assert_eq!(
            combine(1, &[(1, &shares[0])]).unwrap().expose(),
            secret.expose()
        );
    }

    /// f(x) = s + a·x over GF(2^8)/0x11B, worked by hand: s = 0x53, a = 0xCA.
    /// 0x53·0xCA = 0x01, so f(1) = 0x99 and f(2) = 0x53 + 2·0xCA = 0x53 + 0x8F = 0xDC.
    #[test]
    fn field_is_the_one_named() {
        let share = |byte: u8| Secret::from_bytes(&[byte; 32]);
        let rebuilt = combine(2, &[(1, &share(0x53 ^ 0xCA)), (2, &share(0x53 ^ 0x8F))]).unwrap();
        assert_eq!(rebuilt.expose(), &[0x53; 32]);
    }
}
