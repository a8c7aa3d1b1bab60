//! Texts that are over and done with, in about a third of the room.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// What a packed text begins with, which no JSON does. What follows is base64 of zlib, so that the column stays text.
const PACKED: &str = "zlib:";
/// How hard it is tried, 0–10.
const LEVEL: u8 = 6;
/// The most that a text is unpacked to, in bytes: far beyond any attempt.
const MOST: usize = 64 << 20;

pub(super) fn packed(text: &str) -> String {
    let mut packed = PACKED.to_owned();
    STANDARD.encode_string(compress_to_vec_zlib(text.as_bytes(), LEVEL), &mut packed);
    packed
}

/// The text as it was; `None` where it is damaged.
pub(super) fn unpacked(kept: String) -> Option<String> {
    let Some(packed) = kept.strip_prefix(PACKED) else { return Some(kept) };
    let bytes = decompress_to_vec_zlib_with_limit(&STANDARD.decode(packed).ok()?, MOST).ok()?;
    String::from_utf8(bytes).ok()
}

/// The text to keep of an attempt: packed where it is over.
pub(super) fn to_keep(text: &str, open: bool) -> Cow<'_, str> {
    if open { Cow::Borrowed(text) } else { Cow::Owned(packed(text)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::samples;

    #[test]
    fn a_text_is_unpacked_as_it_was_and_takes_half_the_room_at_most() {
        for outcome in samples::outcomes() {
            let text = serde_json::to_string(&outcome).expect("plain data");
            let kept = packed(&text);
            assert!(text.len() < 5_000 || 2 * kept.len() < text.len(), "{} of {}", kept.len(), text.len());
            assert_eq!(unpacked(kept), Some(text));
        }
    }

    #[test]
    fn what_is_not_packed_is_left_and_what_is_damaged_is_not_made_up() {
        assert_eq!(unpacked("{}".to_owned()), Some("{}".to_owned()));
        let kept = packed("What was said.");
        let damaged = [&kept[..kept.len() - 4], "zlib:", "zlib:?", &kept.replacen("zlib:e", "zlib:f", 1)];
        for text in damaged {
            assert_eq!(unpacked(text.to_owned()), None, "{text}");
        }
    }
}
