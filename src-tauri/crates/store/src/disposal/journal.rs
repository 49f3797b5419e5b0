//! The journal of disposals: a small encrypted file beside the database, by which what was disposed of is disposed of again
//! when an older copy is restored.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use domain::retention::{Disposal, RecordType};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::erase::Gone;
use super::verify::keys_of;
use crate::disk;
use crate::error::StoreError;
use crate::key_file::DataKey;
use crate::reader::Reader;
use crate::writer::Writer;

const NAME: &str = "hub.disposals";
const NONCE: usize = 24;

/// A disposal, and the rows that went by it: table, key, and what became of the row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    pub disposal: Disposal,
    keys: Vec<(String, Vec<u8>, String)>,
}

fn path_in(folder: &Path) -> PathBuf {
    folder.join(NAME)
}

/// Writes all disposals of the record behind `connection` into the journal of `folder`, unless they stand there already.
pub(crate) fn keep(folder: &Path, key: &DataKey, connection: &Connection) -> Result<(), StoreError> {
    let entries = entries_of(connection)?;
    // One that cannot be read is written anew.
    let kept = kept(folder, key).unwrap_or_default();
    if kept.as_deref().unwrap_or_default() == entries {
        return Ok(());
    }
    let text = serde_json::to_vec(&entries).map_err(StoreError::unwritable)?;
    let mut nonce = [0; NONCE];
    getrandom::fill(&mut nonce).map_err(|_| StoreError::NoRandomness)?;
    let sealed = cipher(key).encrypt(&XNonce::from(nonce), text.as_slice());
    let sealed = sealed.map_err(|_| StoreError::Unwritable("the journal of disposals".to_owned()))?;
    disk::replace(&path_in(folder), &[nonce.as_slice(), &sealed].concat())
}

/// Returns the disposals in the journal of `folder`, the oldest first; absent when there is no journal.
pub(crate) fn kept(folder: &Path, key: &DataKey) -> Result<Option<Vec<Entry>>, StoreError> {
    let bytes = match fs::read(path_in(folder)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(StoreError::disk("Reading the journal of disposals")(error)),
    };
    let damaged = || StoreError::damaged("the journal of disposals cannot be read");
    let (nonce, sealed) = bytes.split_first_chunk::<NONCE>().ok_or_else(damaged)?;
    let text = cipher(key).decrypt(&XNonce::from(*nonce), sealed).map_err(|_| damaged())?;
    serde_json::from_slice(&text).map(Some).map_err(|_| damaged())
}

/// Returns the disposals of the record behind `connection`, the oldest first.
pub(crate) fn entries_of(connection: &Connection) -> Result<Vec<Entry>, StoreError> {
    let mut disposals = (Reader { connection }).list_disposals()?;
    disposals.reverse();
    let entry = |disposal: Disposal| {
        let keys = keys_of(connection, disposal.id.0.as_bytes())?;
        Ok(Entry { disposal, keys })
    };
    disposals.into_iter().map(entry).collect()
}

/// Returns the cipher of the journal: under a key of its own, which the data key gives.
fn cipher(key: &DataKey) -> XChaCha20Poly1305 {
    let mut hasher = Sha256::new();
    hasher.update(b"hub disposals 1");
    hasher.update(key.bytes());
    let own: [u8; 32] = hasher.finalize().into();
    XChaCha20Poly1305::new(&Key::from(own))
}

impl Entry {
    /// Returns the records that went, as far as others hang on them: what else went is found again from them.
    fn roots(&self) -> Vec<(RecordType, Uuid)> {
        let root = |(table, key, _): &(String, Vec<u8>, String)| {
            let of = match table.as_str() {
                "case_record" => RecordType::ClosedCase,
                "referral" => RecordType::NotAdoptedReferral,
                "order_record" => RecordType::StandaloneOrder,
                "meeting" => RecordType::Minutes,
                _ => return None,
            };
            Some((of, Uuid::from_slice(key).ok()?))
        };
        let people = self.disposal.records.iter().filter(|record| record.of == RecordType::Person);
        let people = people.map(|record| (RecordType::Person, record.record));
        self.keys.iter().filter_map(root).chain(people).collect()
    }

    /// Returns the single values of the history that went, by device and running number.
    fn values(&self) -> Vec<(Vec<u8>, i64)> {
        let keys = self.keys.iter().filter(|(table, ..)| table == "history");
        keys.filter_map(|(_, key, _)| {
            let (device, serial) = key.split_last_chunk::<8>()?;
            Some((device.to_vec(), i64::from_be_bytes(*serial)))
        })
        .collect()
    }
}

impl Writer<'_> {
    /// Carries out again what `entries` say and the record does not know, and returns those disposals. The chain of the
    /// restored copy ended at `head`: a running number after it means another row now than it did then.
    pub(crate) fn dispose_of_all_again(
        &mut self,
        entries: &[Entry],
        head: i64,
    ) -> Result<Vec<Disposal>, StoreError> {
        let mut again = Vec::new();
        for entry in entries {
            if self.get_disposal(entry.disposal.id)?.is_some() {
                continue;
            }
            let references: Vec<String> =
                entry.disposal.records.iter().map(|record| record.reference.clone()).collect();
            let mut gone = self.erase(&entry.roots(), &references)?;
            let values: Vec<_> = entry.values().into_iter().filter(|(_, serial)| *serial <= head).collect();
            let mut single = Gone::default();
            self.forget_audited(&values, &mut single)?;
            gone.extend(single);
            again.push(self.dispose_again(&entry.disposal, &gone)?);
        }
        Ok(again)
    }
}
