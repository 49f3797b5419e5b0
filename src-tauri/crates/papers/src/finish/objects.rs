//! Objects as bytes (ISO 32000-1, 7.3).

use std::io::Write;

use lopdf::{Dictionary, Object, StringFormat};

/// Writes an object; a stream is written as its dictionary alone.
pub fn write_object(into: &mut Vec<u8>, object: &Object) {
    // Writing into bytes does not fail.
    let _ = match object {
        Object::Null => into.write_all(b"null"),
        Object::Boolean(value) => write!(into, "{value}"),
        Object::Integer(value) => write!(into, "{value}"),
        Object::Real(value) => write!(into, "{value}"),
        Object::Reference((number, generation)) => write!(into, "{number} {generation} R"),
        Object::Name(name) => {
            write_name(into, name);
            Ok(())
        }
        Object::String(text, format) => {
            write_string(into, text, format);
            Ok(())
        }
        Object::Array(values) => {
            write_array(into, values);
            Ok(())
        }
        Object::Dictionary(dictionary) => {
            write_dictionary(into, dictionary);
            Ok(())
        }
        Object::Stream(stream) => {
            write_dictionary(into, &stream.dict);
            Ok(())
        }
    };
}

/// Writes a dictionary in the order of its entries.
pub fn write_dictionary(into: &mut Vec<u8>, dictionary: &Dictionary) {
    into.extend(b"<<");
    for (name, value) in dictionary {
        write_name(into, name);
        write_apart(into, value);
    }
    into.extend(b">>");
}

fn write_array(into: &mut Vec<u8>, values: &[Object]) {
    into.push(b'[');
    for (at, value) in values.iter().enumerate() {
        if at == 0 { write_object(into, value) } else { write_apart(into, value) }
    }
    into.push(b']');
}

/// Writes an object after another one, with a space where it does not begin with a mark of its own.
fn write_apart(into: &mut Vec<u8>, object: &Object) {
    let begins_with_a_mark = matches!(
        object,
        Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_) | Object::Stream(_)
    );
    if !begins_with_a_mark {
        into.push(b' ');
    }
    write_object(into, object);
}

fn write_name(into: &mut Vec<u8>, name: &[u8]) {
    into.push(b'/');
    for &byte in name {
        if b"()<>[]{}/%#".contains(&byte) || !(33..=126).contains(&byte) {
            let _ = write!(into, "#{byte:02X}");
        } else {
            into.push(byte);
        }
    }
}

fn write_string(into: &mut Vec<u8>, text: &[u8], format: &StringFormat) {
    match format {
        StringFormat::Literal => {
            into.push(b'(');
            for &byte in text {
                match byte {
                    b'\r' => into.extend(b"\\r"),
                    b'(' | b')' | b'\\' => into.extend([b'\\', byte]),
                    other => into.push(other),
                }
            }
            into.push(b')');
        }
        StringFormat::Hexadecimal => {
            into.push(b'<');
            text.iter().for_each(|byte| {
                let _ = write!(into, "{byte:02X}");
            });
            into.push(b'>');
        }
    }
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    fn written(object: impl Into<Object>) -> String {
        let mut bytes = Vec::new();
        write_object(&mut bytes, &object.into());
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn what_would_end_a_text_or_a_name_is_marked() {
        assert_eq!(written(Object::string_literal("a (b\\c)\r")), r"(a \(b\\c\)\r)");
        assert_eq!(written(Object::Name(b"A b#c".to_vec())), "/A#20b#23c");
        assert_eq!(written(Object::String(vec![0xFE, 0x01], StringFormat::Hexadecimal)), "<FE01>");
    }

    #[test]
    fn values_stand_apart_where_they_would_run_together() {
        let values = vec![1.into(), 2.5.into(), Object::Null, "N".into(), (3, 0).into(), true.into()];
        assert_eq!(written(values), "[1 2.5 null/N 3 0 R true]");
        assert_eq!(written(dictionary! { "A" => 1, "B" => vec![Object::Integer(2)] }), "<</A 1/B[2]>>");
    }
}
