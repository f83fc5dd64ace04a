//! Fingerprints: what tells later that figures come from that very file.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// Bytes hashed at once.
const CHUNK: usize = 1 << 16;

/// A file that went into a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct InputFile {
    /// As the report names it: without its folder; a transcript within the folder or the archive that was given.
    pub name: String,
    /// SHA-256 of its bytes, 64 hexadecimal digits: what `sha256sum`, `shasum -a 256` and `certutil -hashfile` print.
    pub sha256: String,
}

impl InputFile {
    /// The file at `path`, of which those are the bytes.
    #[must_use]
    pub fn of_bytes(path: &Path, bytes: &[u8]) -> Self {
        Self { name: name(path), sha256: hexadecimal(&Sha256::digest(bytes)) }
    }

    /// The file at `path`.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn of(path: &Path) -> Result<Self> {
        Ok(Self { name: name(path), sha256: sha256(path)? })
    }
}

/// SHA-256 (FIPS 180-4) of a file in hexadecimal digits, read piece by piece.
///
/// # Errors
/// It cannot be read.
pub(super) fn sha256(path: &Path) -> Result<String> {
    let failed = |cause| Error::io(path, cause);
    let mut file = File::open(path).map_err(failed)?;
    let mut chunk = vec![0; CHUNK];
    let mut state = Sha256::new();
    loop {
        match file.read(&mut chunk) {
            Ok(0) => return Ok(hexadecimal(&state.finalize())),
            Ok(n) => state.update(&chunk[..n]),
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
            Err(cause) => return Err(failed(cause)),
        }
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of FIPS 180-4's companion, "abc" and a million times "a".
    #[test]
    fn digests_are_those_of_the_standard() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("abc.csv");
        std::fs::write(&path, "abc").unwrap();
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let file = InputFile::of(&path).unwrap();
        assert_eq!((file.name.as_str(), file.sha256.as_str()), ("abc.csv", abc));
        assert_eq!(InputFile::of_bytes(&path, b"abc"), file);
        std::fs::write(&path, "a".repeat(1_000_000)).unwrap();
        let million = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
        assert_eq!(sha256(&path).unwrap(), million);
        assert!(InputFile::of(&folder.path().join("absent.csv")).is_err());
    }
}
