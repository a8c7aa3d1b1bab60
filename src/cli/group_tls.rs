//! The options of `bedside group open` that encrypt what phones send.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::phones::{Certificate, CertificateError};

use super::failure::Failure;

#[derive(Debug, Args)]
pub(super) struct TlsArguments {
    /// Encrypt what phones send, with this certificate: PEM, the room's own first, then those that vouch for it.
    #[arg(long, value_name = "FILE", requires = "key", conflicts_with = "no_phones")]
    certificate: Option<PathBuf>,
    /// The certificate's private key: PEM, without a passphrase.
    #[arg(long, value_name = "FILE", requires = "certificate")]
    key: Option<PathBuf>,
    /// What phones open, where it is not the first name that the certificate is for.
    #[arg(long, value_name = "HOST", requires = "certificate")]
    name: Option<String>,
}

impl TlsArguments {
    /// The certificate, if one was given, for a door at an address.
    ///
    /// # Errors
    /// Where it cannot be used there.
    pub(super) fn certificate(&self, ip: IpAddr) -> Result<Option<Certificate>, Failure> {
        let Some((chain, key)) = self.certificate.as_deref().zip(self.key.as_deref()) else { return Ok(None) };
        self.read(chain, key, ip).map(Some).map_err(|error| {
            let failure = Failure::failed(error.to_string());
            match error {
                CertificateError::NotForNumbers { .. } => failure.hint("--name HOST says by which name phones open it"),
                _ => failure,
            }
        })
    }

    fn read(&self, chain: &Path, key: &Path, ip: IpAddr) -> Result<Certificate, CertificateError> {
        let mut certificate = Certificate::read(chain, key)?;
        if let Some(name) = &self.name {
            certificate = certificate.named(name)?;
        }
        certificate.fits(ip)?;
        Ok(certificate)
    }
}
