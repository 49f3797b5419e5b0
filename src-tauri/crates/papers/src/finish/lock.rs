//! A copy that opens with a password only: AES-256 (ISO 32000-2, 7.6.4.4).

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::encryption::crypt_filters::{Aes256CryptFilter, CryptFilter};
use lopdf::{
    Dictionary, Document, EncryptionState, EncryptionVersion, Object, Permissions, SaveOptions, dictionary,
};

use crate::error::PaperError;

/// The name of the one way in which everything is encrypted.
const FILTER: &[u8] = b"StdCF";
/// The longest password in bytes that the standard looks at: of a longer one the rest would not count.
const LONGEST: usize = 127;

/// Returns the paper locked with a password; `key` is the file's own key and must be random, new for every copy.
///
/// Other than a paper itself a locked copy is never the same twice: that is what makes it safe.
///
/// # Errors
/// When the password is empty or longer than 127 bytes, or the bytes are no paper of ours.
pub fn lock(bytes: &[u8], password: &str, key: [u8; 32]) -> Result<Vec<u8>, PaperError> {
    if password.is_empty() || password.len() > LONGEST {
        return Err(PaperError::Password { longest: LONGEST });
    }
    let mut document = Document::load_mem(bytes).map_err(failed)?;
    let filter: Arc<dyn CryptFilter> = Arc::new(Aes256CryptFilter);
    let state = EncryptionState::try_from(EncryptionVersion::V5 {
        encrypt_metadata: true,
        crypt_filters: BTreeMap::from([(FILTER.to_vec(), filter)]),
        file_encryption_key: &key,
        stream_filter: FILTER.to_vec(),
        string_filter: FILTER.to_vec(),
        // Whoever may read it may print it, copy from it and have it read out.
        owner_password: password,
        user_password: password,
        permissions: Permissions::all(),
    })
    .map_err(failed)?;
    let level = dictionary! { "BaseVersion" => "1.7", "ExtensionLevel" => 8 };
    document.catalog_mut().map_err(failed)?.set("Extensions", dictionary! { "ADBE" => level });
    document.encrypt(&state).map_err(failed)?;
    say_what_readers_ask(&mut document)?;
    // Without object streams: what is encrypted already would be packed into streams that are not.
    let options = SaveOptions::builder().use_object_streams(false).use_xref_streams(true);
    let mut locked = Vec::new();
    document.save_with_options(&mut locked, options.build()).map_err(|error| locking(&error))?;
    Ok(locked)
}

/// Adds the lengths and the moment of asking, without which poppler does not open the file.
fn say_what_readers_ask(document: &mut Document) -> Result<(), PaperError> {
    let encrypt = document.trailer.get(b"Encrypt").and_then(Object::as_reference).map_err(failed)?;
    let encrypt = document.get_dictionary_mut(encrypt).map_err(failed)?;
    encrypt.set("Length", 256);
    let filters = encrypt.get_mut(b"CF").and_then(Object::as_dict_mut).map_err(failed)?;
    let filter: &mut Dictionary = filters.get_mut(FILTER).and_then(Object::as_dict_mut).map_err(failed)?;
    filter.set("Length", 32);
    filter.set("AuthEvent", "DocOpen");
    Ok(())
}

fn failed(error: lopdf::Error) -> PaperError {
    locking(&error)
}

fn locking(error: &dyn std::fmt::Display) -> PaperError {
    PaperError::Locking(error.to_string())
}
