//! The file: objects packed into compressed streams on all processors, and the table by which readers find them.
//!
//! lopdf writes every object of a packed stream three times to learn its length, one stream after the other, and leaves the
//! table as it is; a paper has thousands of small objects, nearly all of its structure.

use std::io::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use lopdf::{Document, Object, Stream, dictionary};
use sha2::{Digest, Sha256};

use super::failed;
use super::objects::{write_dictionary, write_object};
use crate::error::PaperError;

/// How many objects one stream packs.
const PACKED: usize = 200;
/// The widths of an entry of the table: its kind, its place, its number in a packed stream.
const WIDTHS: [usize; 3] = [1, 4, 2];
/// The bytes of an entry.
const ENTRY: usize = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];

/// Where the bytes of a part are put when they are made.
type Place = Mutex<Option<Result<Vec<u8>, PaperError>>>;

/// Something to be compressed.
enum Part<'document> {
    /// A stream of the document.
    Stream(u32, &'document Stream),
    /// Objects packed into a stream of their own.
    Packed(u32, &'document [(u32, &'document Object)]),
}

/// Returns the bytes of the document; its identity is a hash of what it holds, so that the same paper is the same file.
pub fn write(document: &Document) -> Result<Vec<u8>, PaperError> {
    let mut loose: Vec<(u32, &Object)> = Vec::new();
    let mut parts: Vec<Part<'_>> = Vec::new();
    for (&(number, _), object) in &document.objects {
        match object {
            Object::Stream(stream) => parts.push(Part::Stream(number, stream)),
            other => loose.push((number, other)),
        }
    }
    let first_packed = document.max_id + 1;
    let packed = loose.chunks(PACKED).zip(first_packed..);
    parts.extend(packed.map(|(objects, number)| Part::Packed(number, objects)));
    let written = all(&parts)?;

    let table = first_packed + loose.len().div_ceil(PACKED) as u32;
    let mut entries = vec![[0; ENTRY]; table as usize + 1];
    entries[0] = entry(0, 0, u16::MAX);
    let mut file = format!("%PDF-{}\n%", document.version).into_bytes();
    // Bytes over 127, so that nobody takes the file for text.
    file.extend([0xBB, 0xAD, 0xC0, 0xDE, b'\n']);
    for (part, bytes) in parts.iter().zip(&written) {
        let number = match part {
            Part::Stream(number, _) => *number,
            Part::Packed(number, objects) => {
                for (at, (inner, _)) in objects.iter().enumerate() {
                    entries[*inner as usize] = entry(2, *number, at as u16);
                }
                *number
            }
        };
        entries[number as usize] = entry(1, file.len() as u32, 0);
        file.extend(bytes);
    }
    let start = file.len();
    entries[table as usize] = entry(1, start as u32, 0);
    let identity = Object::String(
        Sha256::digest(&file).iter().take(16).copied().collect(),
        lopdf::StringFormat::Hexadecimal,
    );
    let root = document.trailer.get(b"Root").map_err(failed)?.clone();
    let information = document.trailer.get(b"Info").map_err(failed)?.clone();
    let widths: Vec<Object> = WIDTHS.iter().map(|&width| Object::Integer(width as i64)).collect();
    let mut stream = Stream::new(
        dictionary! {
            "Type" => "XRef",
            "Size" => i64::from(table) + 1,
            "W" => widths,
            "Root" => root,
            "Info" => information,
            "ID" => vec![identity.clone(), identity],
            "DecodeParms" => dictionary! { "Predictor" => 12, "Columns" => ENTRY as i64 },
        },
        from_above(&entries),
    );
    stream.compress().map_err(failed)?;
    if stream.dict.get(b"Filter").is_err() {
        // Too short to become shorter: then as it is, without what undoes the differences.
        stream.dict.remove(b"DecodeParms");
        stream.set_content(entries.concat());
    }
    file.extend(indirect(table, &stream));
    write!(file, "startxref\n{start}\n%%EOF\n").map_err(|error| PaperError::Finishing(error.to_string()))?;
    Ok(file)
}

fn entry(kind: u8, place: u32, number: u16) -> [u8; ENTRY] {
    let mut bytes = [0; ENTRY];
    bytes[0] = kind;
    bytes[1..5].copy_from_slice(&place.to_be_bytes());
    bytes[5..].copy_from_slice(&number.to_be_bytes());
    bytes
}

/// Returns each entry as its difference from the one above, which compresses to a tenth.
fn from_above(entries: &[[u8; ENTRY]]) -> Vec<u8> {
    let mut above = [0; ENTRY];
    let mut bytes = Vec::with_capacity(entries.len() * (ENTRY + 1));
    for entry in entries {
        bytes.push(2);
        bytes.extend(entry.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
        above = *entry;
    }
    bytes
}

/// Returns the bytes of every part, made on all processors.
fn all(parts: &[Part<'_>]) -> Result<Vec<Vec<u8>>, PaperError> {
    let next = AtomicUsize::new(0);
    let made: Vec<Place> = parts.iter().map(|_| Mutex::new(None)).collect();
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(parts.len());
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((part, place)) = {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    parts.get(at).zip(made.get(at))
                } {
                    let bytes = part.bytes();
                    if let Ok(mut place) = place.lock() {
                        *place = Some(bytes);
                    }
                }
            });
        }
    });
    let lost = || PaperError::Finishing("a part of the file was not written".to_owned());
    made.into_iter().map(|part| part.into_inner().ok().flatten().unwrap_or_else(|| Err(lost()))).collect()
}

impl Part<'_> {
    fn bytes(&self) -> Result<Vec<u8>, PaperError> {
        match self {
            Self::Stream(number, stream)
                if stream.allows_compression && stream.dict.get(b"Filter").is_err() =>
            {
                let mut stream = (*stream).clone();
                stream.compress().map_err(failed)?;
                Ok(indirect(*number, &stream))
            }
            Self::Stream(number, stream) => Ok(indirect(*number, stream)),
            Self::Packed(number, objects) => packed(*number, objects),
        }
    }
}

/// Returns a stream that packs objects: their numbers and places first, then the objects.
fn packed(number: u32, objects: &[(u32, &Object)]) -> Result<Vec<u8>, PaperError> {
    let mut places = Vec::new();
    let mut content = Vec::new();
    for (number, object) in objects {
        places.extend(format!("{number} {} ", content.len()).bytes());
        write_object(&mut content, object);
        content.push(b' ');
    }
    let dictionary = dictionary! {
        "Type" => "ObjStm",
        "N" => objects.len() as i64,
        "First" => places.len() as i64,
    };
    places.extend(content);
    let mut stream = Stream::new(dictionary, places);
    stream.compress().map_err(failed)?;
    Ok(indirect(number, &stream))
}

/// Returns a stream as an object of the file.
fn indirect(number: u32, stream: &Stream) -> Vec<u8> {
    let mut bytes = format!("{number} 0 obj\n").into_bytes();
    write_dictionary(&mut bytes, &stream.dict);
    bytes.extend(b"stream\n");
    bytes.extend(&stream.content);
    bytes.extend(b"\nendstream\nendobj\n");
    bytes
}
