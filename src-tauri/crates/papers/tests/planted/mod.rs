//! Models with a word of its own planted in every text of every field: what a model gains later is planted too, because
//! each model itself says which fields it has.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use serde::de::{DeserializeOwned, value::StrDeserializer};

/// Fields that hold a time of day, which reads no other text.
const TIMES: [&str; 7] = ["starts", "ends", "arrive", "leave", "taken", "commenced", "concluded"];

/// How many rows every list gets.
pub const ROWS: usize = 2;

/// A model and the word in each of its texts, by the path of the text with its places in lists: `/cases/1/headline`.
pub struct Planted<Model> {
    pub model: Model,
    pub words: BTreeMap<String, String>,
}

/// Plants a model; `word` says what stands at a path, from the path and a number that no other has. Of every choice the
/// one at `choice` is taken, counted round.
pub fn plant<Model: DeserializeOwned>(choice: usize, word: impl Fn(&str, usize) -> String) -> Planted<Model> {
    let plan = Plan { choice, word: &word, words: RefCell::default(), number: Cell::new(0) };
    let model = Model::deserialize(Here { plan: &plan, path: String::new() }).unwrap();
    Planted { model, words: plan.words.into_inner() }
}

/// Returns the path of a field: a path without the places in lists.
pub fn field(path: &str) -> String {
    path.split('/').filter(|part| part.parse::<usize>().is_err()).collect::<Vec<_>>().join("/")
}

struct Plan<'word> {
    choice: usize,
    word: &'word dyn Fn(&str, usize) -> String,
    words: RefCell<BTreeMap<String, String>>,
    number: Cell<usize>,
}

/// A place in the model that is asked for its value.
struct Here<'plan, 'word> {
    plan: &'plan Plan<'word>,
    path: String,
}

impl<'plan, 'word> Here<'plan, 'word> {
    fn inside(&self, name: impl std::fmt::Display) -> Self {
        Here { plan: self.plan, path: format!("{}/{name}", self.path) }
    }

    fn is(&self, names: &[&str]) -> bool {
        self.path
            .rsplit('/')
            .find(|part| part.parse::<usize>().is_err())
            .is_some_and(|last| names.contains(&last))
    }
}

type Failed = de::value::Error;

macro_rules! numbers {
    ($($ask:ident)*) => {
        $(fn $ask<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failed> {
            visitor.visit_u8(3)
        })*
    };
}

impl<'de> Deserializer<'de> for Here<'_, '_> {
    type Error = Failed;

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16 deserialize_u32
        deserialize_u64
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failed> {
        visitor.visit_f32(3.0)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failed> {
        visitor.visit_f64(3.0)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failed> {
        visitor.visit_bool(true)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failed> {
        if self.is(&TIMES) {
            return visitor.visit_str("14:05");
        }
        self.plan.number.set(self.plan.number.get() + 1);
        let word = (self.plan.word)(&self.path, self.plan.number.get());
        self.plan.words.borrow_mut().insert(self.path, word.clone());
        visitor.visit_string(word)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failed> {
        // Only days ask for a borrowed text.
        visitor.visit_str("2026-11-24")
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failed> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Failed> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failed> {
        self.deserialize_tuple(ROWS, visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Failed> {
        visitor.visit_seq(Rows { here: self, next: 0, len })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failed> {
        visitor.visit_map(Fields { here: self, fields: fields.iter(), open: "" })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failed> {
        let variant = variants[self.plan.choice % variants.len()];
        visitor.visit_enum(Choice { here: self.inside(variant), variant })
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Failed> {
        Err(Failed::custom(format!("{} does not say what it is", self.path)))
    }

    serde::forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct tuple_struct map identifier ignored_any
    }
}

struct Rows<'plan, 'word> {
    here: Here<'plan, 'word>,
    next: usize,
    len: usize,
}

impl<'de> SeqAccess<'de> for Rows<'_, '_> {
    type Error = Failed;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Failed> {
        let at = self.next;
        self.next += 1;
        if at < self.len { seed.deserialize(self.here.inside(at)).map(Some) } else { Ok(None) }
    }
}

struct Fields<'plan, 'word> {
    here: Here<'plan, 'word>,
    fields: std::slice::Iter<'static, &'static str>,
    open: &'static str,
}

impl<'de> MapAccess<'de> for Fields<'_, '_> {
    type Error = Failed;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Failed> {
        let Some(name) = self.fields.next() else { return Ok(None) };
        self.open = name;
        let name: StrDeserializer<'_, Failed> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Failed> {
        seed.deserialize(self.here.inside(self.open))
    }
}

struct Choice<'plan, 'word> {
    here: Here<'plan, 'word>,
    variant: &'static str,
}

impl<'de, 'plan, 'word> EnumAccess<'de> for Choice<'plan, 'word> {
    type Error = Failed;
    type Variant = Here<'plan, 'word>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self::Variant), Failed> {
        let name: StrDeserializer<'_, Failed> = self.variant.into_deserializer();
        Ok((seed.deserialize(name)?, self.here))
    }
}

impl<'de> VariantAccess<'de> for Here<'_, '_> {
    type Error = Failed;

    fn unit_variant(self) -> Result<(), Failed> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Failed> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Failed> {
        self.deserialize_tuple(len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failed> {
        visitor.visit_map(Fields { here: self, fields: fields.iter(), open: "" })
    }
}
