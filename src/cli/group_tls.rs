//! The options of `bedside group open` that encrypt what phones send.

use std::path::PathBuf;

use clap::Args;

use crate::phones::Certificate;

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
    /// The certificate, if one was given.
    ///
    /// # Errors
    /// Where it cannot be used.
    pub(super) fn certificate(&self) -> Result<Option<Certificate>, Failure> {
        let Some((chain, key)) = self.certificate.as_deref().zip(self.key.as_deref()) else { return Ok(None) };
        let read = Certificate::read(chain, key);
        let named = read.and_then(|certificate| match &self.name {
            Some(name) => certificate.named(name),
            None => Ok(certificate),
        });
        named.map(Some).map_err(|error| Failure::failed(error.to_string()))
    }
}
