//! The browser's own decoders of text.

use web_sys::TextDecoder;

/// Decodes bytes in the encoding that a label names; `None` where the browser does not know it.
pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let decoder = TextDecoder::new_with_label(label).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
