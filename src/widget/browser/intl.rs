//! Dates and numbers as the reader's language writes them.

use js_sys::{Date, Intl, Number, Object, Reflect};
use wasm_bindgen::JsValue;

/// The reader's own variety of a language ("en-GB" where the interface is "en"), for dates.
fn variety(language: &str) -> String {
    let own = gloo_utils::window().navigator().language();
    own.filter(|own| own.split('-').next() == Some(language))
        .unwrap_or_else(|| language.to_owned())
}

/// A whole number with the language's separators.
pub fn number(language: &str, value: usize) -> String {
    // Counts of words stay far below 2^53.
    #[allow(
        clippy::cast_precision_loss,
        reason = "JavaScript knows no other numbers"
    )]
    let value = Number::from(value as f64);
    value.to_locale_string(&variety(language)).into()
}

/// A day given as `YYYY-MM-DD`, written out; what is no such day stays as it is.
pub fn date(language: &str, iso: &str) -> String {
    written_out(language, iso).unwrap_or_else(|| iso.to_owned())
}

fn written_out(language: &str, iso: &str) -> Option<String> {
    let date = Date::new(&JsValue::from_str(iso));
    if date.get_time().is_nan() {
        return None;
    }
    let options = Object::new();
    for (name, value) in [
        ("year", "numeric"),
        ("month", "long"),
        ("day", "numeric"),
        ("timeZone", "UTC"),
    ] {
        Reflect::set(&options, &name.into(), &value.into()).ok()?;
    }
    let locales = js_sys::Array::of1(&variety(language).into());
    let format = Intl::DateTimeFormat::new(&locales, &options);
    format
        .format()
        .call1(&JsValue::UNDEFINED, &date)
        .ok()?
        .as_string()
}

/// Today where the reader is: year, month, day.
pub fn today() -> (i16, i8, i8) {
    let now = Date::new_0();
    let part = |value: u32| i8::try_from(value).unwrap_or(1);
    (
        i16::try_from(now.get_full_year()).unwrap_or(1970),
        part(now.get_month() + 1),
        part(now.get_date()),
    )
}
