//! Fetching a file of this site.

use gloo_net::http::Request;

/// Why a file did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// No answer.
    Unreachable,
    /// An answer with this status.
    Status(u16),
}

impl FetchError {
    /// The status, if there was an answer.
    pub fn status(self) -> Option<u16> {
        match self {
            Self::Unreachable => None,
            Self::Status(status) => Some(status),
        }
    }
}

/// The content of a file.
pub async fn bytes(url: &str) -> Result<Vec<u8>, FetchError> {
    let response = Request::get(url)
        .send()
        .await
        .map_err(|_| FetchError::Unreachable)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    response.binary().await.map_err(|_| FetchError::Unreachable)
}
