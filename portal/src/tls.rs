//! TLS 1.3 by rustls on ring, and a local authority for structures without a public name.

use std::{fs, io, path::Path, sync::Arc};

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa,
    Issuer, KeyPair, KeyUsagePurpose, PKCS_ECDSA_P256_SHA256, PublicKeyData, date_time_ymd,
};
use rustls::{ServerConfig, crypto::ring, version::TLS13};
use rustls_pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject};
use wire::{Hash, structure::Trust};
use x509_cert::{
    Certificate,
    der::{Decode, Encode},
};

use crate::{
    app::{StartError, failed},
    folders,
};

/// Years a local authority and its certificate have counted on the day they are made.
const YEARS_BEFORE: i32 = 2;
/// Years they go on counting.
const YEARS_AFTER: i32 = 10;

/// A local authority and the server certificate it signed. Sticks know the authority by the hash
/// that stands in the locator.
pub struct LocalTls {
    authority: Hash,
    authority_pem: String,
    /// Only where the authority was made with this certificate: its key stays in one place.
    authority_key_pem: Option<String>,
    server_pem: String,
    server_key_pem: String,
}

impl LocalTls {
    /// Makes both for these host names and addresses, to count at `now` and for years.
    ///
    /// # Errors
    /// What rcgen says of a name that is none.
    pub fn make(names: &[String], now: u64) -> Result<Self, rcgen::Error> {
        let key = new_key()?;
        let key_pem = key.serialize_pem();
        let authority = CertifiedIssuer::self_signed(authority_params(now)?, key)?;
        let (server_pem, server_key_pem) = sign(names, now, &authority)?;
        Ok(Self {
            authority: Hash::of(authority.der()),
            authority_pem: authority.pem(),
            authority_key_pem: Some(key_pem),
            server_pem,
            server_key_pem,
        })
    }

    /// A certificate by an authority that was made for another portal: the locator names one for all
    /// of them. `folder` has its `ca.pem` and `ca.key`.
    ///
    /// # Errors
    /// [`StartError`] where they are not there, do not fit each other, or a name is none.
    pub fn by(folder: &Path, names: &[String], now: u64) -> Result<Self, StartError> {
        let read = |name: &str| {
            let text = fs::read_to_string(folder.join(name));
            text.map_err(failed("could not read the authority"))
        };
        let (pem, key_pem) = (read("ca.pem")?, read("ca.key")?);
        let unusable = |error: rcgen::Error| StartError::Tls(error.to_string());
        let key = KeyPair::from_pem(&key_pem).map_err(unusable)?;
        let der = CertificateDer::from_pem_slice(pem.as_bytes());
        let der = der.map_err(|_| StartError::Tls("ca.pem: no certificate in it".to_owned()))?;
        let fits = Certificate::from_der(&der).is_ok_and(|certificate| {
            let public = certificate.tbs_certificate().subject_public_key_info();
            public
                .to_der()
                .is_ok_and(|named| named == key.subject_public_key_info())
        });
        if !fits {
            let error = "ca.key is not the key of ca.pem".to_owned();
            return Err(StartError::Tls(error));
        }
        // It has the name that every authority of ours has.
        let issuer = Issuer::new(authority_params(now).map_err(unusable)?, key);
        let (server_pem, server_key_pem) = sign(names, now, &issuer).map_err(unusable)?;
        Ok(Self {
            authority: Hash::of(&der),
            authority_pem: pem,
            authority_key_pem: None,
            server_pem,
            server_key_pem,
        })
    }

    /// How the locator names the authority.
    #[must_use]
    pub fn trust(&self) -> Trust {
        Trust::Authority(self.authority)
    }

    /// The authority's certificate, PEM.
    #[must_use]
    pub fn authority_pem(&self) -> &str {
        &self.authority_pem
    }

    /// Writes `chain.pem`, `server.key`, `ca.pem` and, of an authority made here, `ca.key` into
    /// `folder`, each mode 0600.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        let chain = [self.server_pem.as_str(), &self.authority_pem].concat();
        for (name, content) in [
            ("chain.pem", &chain),
            ("server.key", &self.server_key_pem),
            ("ca.pem", &self.authority_pem),
        ] {
            folders::write(&folder.join(name), content.as_bytes())?;
        }
        match &self.authority_key_pem {
            Some(key) => folders::write(&folder.join("ca.key"), key.as_bytes()),
            None => Ok(()),
        }
    }
}

impl core::fmt::Debug for LocalTls {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "LocalTls({:?})", self.authority)
    }
}

fn new_key() -> Result<KeyPair, rcgen::Error> {
    KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)
}

/// An authority of a structure's own.
fn authority_params(now: u64) -> Result<CertificateParams, rcgen::Error> {
    let mut params = CertificateParams::new(Vec::new())?;
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
        .distinguished_name
        .push(DnType::CommonName, "Mes droits: local authority");
    count_from(&mut params, now);
    Ok(params)
}

/// A portal's certificate and its fresh key, PEM.
fn sign(
    names: &[String],
    now: u64,
    authority: &Issuer<'_, KeyPair>,
) -> Result<(String, String), rcgen::Error> {
    let mut params = CertificateParams::new(names.to_vec())?;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params
        .distinguished_name
        .push(DnType::CommonName, "Mes droits: portal");
    params.use_authority_key_identifier_extension = true;
    count_from(&mut params, now);
    let key = new_key()?;
    let certificate = params.signed_by(&key, authority)?;
    Ok((certificate.pem(), key.serialize_pem()))
}

/// From well before `now`, so that a computer whose clock is late still reaches its portal.
fn count_from(params: &mut CertificateParams, now: u64) {
    let seconds = i64::try_from(now).unwrap_or(i64::MAX);
    let year = jiff::Timestamp::from_second(seconds)
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .to_zoned(jiff::tz::TimeZone::UTC)
        .year();
    params.not_before = date_time_ymd(i32::from(year) - YEARS_BEFORE, 1, 1);
    params.not_after = date_time_ymd(i32::from(year) + YEARS_AFTER, 1, 1);
}

/// Why the portal's certificate cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TlsError {
    /// A file is not the PEM it should be.
    #[error("{0}: no certificate or key of this kind in it")]
    Pem(String),
    /// The certificate and its key do not fit.
    #[error(transparent)]
    Rustls(#[from] rustls::Error),
}

/// The server's side of TLS: 1.3 only, ring only, HTTP/2 or 1.1.
pub(crate) fn server(chain: &Path, key: &Path) -> Result<ServerConfig, TlsError> {
    let chain = read_chain(chain)?;
    let key =
        PrivateKeyDer::from_pem_file(key).map_err(|_| TlsError::Pem(key.display().to_string()))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[&TLS13])?
        .with_no_client_auth()
        .with_single_cert(chain, key)?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

/// The certificates of a PEM file.
pub(crate) fn read_chain(path: &Path) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let none = || TlsError::Pem(path.display().to_string());
    let pem = fs::read(path).map_err(|_| none())?;
    let chain: Vec<_> = CertificateDer::pem_slice_iter(&pem)
        .collect::<Result<_, _>>()
        .map_err(|_| none())?;
    if chain.is_empty() {
        Err(none())
    } else {
        Ok(chain)
    }
}

/// From when to when a certificate counts (RFC 5280 section 4.1.2.5), in Unix seconds.
pub(crate) fn validity(certificate: &[u8]) -> Option<(u64, u64)> {
    let certificate = Certificate::from_der(certificate).ok()?;
    let counts = certificate.tbs_certificate().validity();
    let seconds = |time: x509_cert::time::Time| time.to_unix_duration().as_secs();
    Some((seconds(counts.not_before), seconds(counts.not_after)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_authority_signs_for_another_portal_and_keeps_its_key() {
        let now = 1_800_000_000;
        let names = ["127.0.0.1".to_owned()];
        let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let made = LocalTls::make(&names, now).unwrap();
        made.write(first.path()).unwrap();
        let other = LocalTls::by(first.path(), &names, now).unwrap();
        assert_eq!(other.trust(), made.trust());
        other.write(second.path()).unwrap();
        assert!(!second.path().join("ca.key").exists());
        let chain = read_chain(&second.path().join("chain.pem")).unwrap();
        let mut roots = rustls::RootCertStore::empty();
        roots.add(chain[1].clone()).unwrap();
        let provider = Arc::new(ring::default_provider());
        let verifier =
            rustls::client::WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider);
        let name = "127.0.0.1".try_into().unwrap();
        let at = std::time::Duration::from_secs(now);
        let verified = rustls::client::danger::ServerCertVerifier::verify_server_cert(
            &*verifier.build().unwrap(),
            &chain[0],
            &chain[1..],
            &name,
            &[],
            rustls_pki_types::UnixTime::since_unix_epoch(at),
        );
        verified.unwrap();
        // The key of another one does not pass for it.
        let stranger = LocalTls::make(&names, now).unwrap();
        let key = stranger.authority_key_pem.unwrap();
        folders::write(&first.path().join("ca.key"), key.as_bytes()).unwrap();
        let refused = LocalTls::by(first.path(), &names, now).unwrap_err();
        assert!(refused.to_string().contains("ca.key"), "{refused}");
    }

    #[test]
    fn a_local_authority_makes_a_chain_that_serves() {
        let now = 1_800_000_000;
        let made = LocalTls::make(&["localhost".into(), "127.0.0.1".into()], now).unwrap();
        let folder = tempfile::tempdir().unwrap();
        made.write(folder.path()).unwrap();
        let path = folder.path().join("chain.pem");
        let chain = read_chain(&path).unwrap();
        assert_eq!(chain.len(), 2);
        assert_eq!(made.trust(), Trust::Authority(Hash::of(&chain[1])));
        server(&path, &folder.path().join("server.key")).unwrap();
        // 15 January 2027: from the first of January 2025 to that of 2037.
        assert_eq!(validity(&chain[0]), Some((1_735_689_600, 2_114_380_800)));
        assert!(server(&path, &path).is_err());
        assert_eq!(validity(b"no certificate"), None);
        assert_eq!(validity(&[&chain[0][..], b"x"].concat()), None);
    }
}
