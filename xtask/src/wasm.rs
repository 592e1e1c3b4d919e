//! Compiles the widget to WebAssembly and generates its JavaScript half.
//!
//! wasm-bindgen runs as a library: the project's lock file then pins both halves together, and
//! nobody installs a tool whose version must match by hand.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use clap::ValueEnum;
use wasm_bindgen_cli_support::Bindgen;

use crate::{Result, command, root};

/// The widget's binary; the stem of its generated files: `<NAME>.js` and `<NAME>_bg.wasm`.
pub const NAME: &str = "policy-diff-widget";

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's Rust for WebAssembly, where rustup cannot download its own.
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_LINKER: &str = "/usr/bin/wasm-ld-22";

/// Which Rust compiles the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Toolchain {
    /// The toolchain of `rust-toolchain.toml` with its prebuilt standard library.
    Rustup,
    /// Debian's packages, which build the standard library along.
    Debian,
}

/// Finds a toolchain that can compile to WebAssembly, installing what is missing.
///
/// # Errors
/// What to install, where neither way works.
pub fn ensure_toolchain() -> Result<Toolchain> {
    let sysroot = command::output(
        Command::new("rustc")
            .args(["--print", "sysroot"])
            .current_dir(root()),
    )?;
    let library = Path::new(&sysroot)
        .join("lib/rustlib")
        .join(TARGET)
        .join("lib");
    if library.is_dir() {
        return Ok(Toolchain::Rustup);
    }
    println!("Adding the Rust target {TARGET}");
    let added = command::run(
        Command::new("rustup")
            .args(["target", "add", TARGET])
            .current_dir(root()),
    );
    if added.is_ok() {
        return Ok(Toolchain::Rustup);
    }
    println!("rustup cannot add {TARGET}; building with Debian's Rust for WebAssembly instead");
    if [DEBIAN_CARGO, DEBIAN_RUSTC, DEBIAN_LINKER]
        .iter()
        .any(|file| !Path::new(file).is_file())
    {
        command::apt_install(&DEBIAN_PACKAGES, "Building WebAssembly without rustup")?;
    }
    Ok(Toolchain::Debian)
}

/// One of the package's binaries for the browser.
#[derive(Clone, Copy, Debug)]
pub struct Binary {
    /// Its name, which is the stem of the generated files.
    pub name: &'static str,
    /// The features it needs.
    pub features: &'static str,
}

/// The widget.
pub const WIDGET: Binary = Binary {
    name: NAME,
    features: "widget",
};

/// The widget that also opens saved comparisons.
pub const WIDGET_SAVED: Binary = Binary {
    name: NAME,
    features: "saved",
};

/// The reader of web pages, which the widget loads when it is needed.
pub const HTML: Binary = Binary {
    name: "policy-diff-html",
    features: "html",
};

/// The engine alone, to be measured and to be held beside the command line.
pub const ENGINE: Binary = Binary {
    name: "policy-diff-bench",
    features: "bench",
};

/// Compiles a binary with a cargo profile and returns the path of the wasm file.
///
/// # Errors
/// That the compilation failed; cargo has printed why.
pub fn compile(toolchain: Toolchain, profile: &str, binary: Binary) -> Result<PathBuf> {
    let target = match toolchain {
        Toolchain::Rustup => command::target_folder(),
        // Apart, so that the two compilers do not throw away each other's work.
        Toolchain::Debian => command::target_folder().join("debian"),
    };
    let mut cargo = match toolchain {
        Toolchain::Rustup => command::cargo(),
        Toolchain::Debian => debian_cargo(),
    };
    cargo
        .args(["build", "--package", "policy-diff", "--bin", binary.name])
        .args(["--no-default-features", "--features", binary.features])
        .args(["--profile", profile, "--target", TARGET])
        .arg("--target-dir")
        .arg(&target)
        .env("CARGO_ENCODED_RUSTFLAGS", remapped_paths());
    if toolchain == Toolchain::Debian {
        cargo.arg("-Zbuild-std=std,panic_abort");
    }
    command::run(&mut cargo)?;
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(target
        .join(TARGET)
        .join(folder)
        .join(format!("{}.wasm", binary.name)))
}

fn debian_cargo() -> Command {
    let mut cargo = Command::new(DEBIAN_CARGO);
    cargo
        .current_dir(root())
        .env_remove("RUSTUP_TOOLCHAIN")
        .env("RUSTC", DEBIAN_RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER);
    cargo
}

/// Flags that keep the builder's folders out of the wasm: the same source gives the same bytes
/// on every machine, and nobody's home is published.
fn remapped_paths() -> String {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let prefixes = [(home, "cargo"), (Some(root()), "policy-diff")];
    prefixes
        .into_iter()
        .filter_map(|(folder, name)| {
            Some(format!("--remap-path-prefix={}={name}", folder?.display()))
        })
        .collect::<Vec<_>>()
        // The separator of this one variable, which allows blanks in paths.
        .join("\u{1f}")
}

/// Writes the JavaScript half and the wasm, without names and other custom sections, to a folder.
///
/// # Errors
/// What wasm-bindgen or the file system said.
pub fn bind(wasm: &Path, folder: &Path, binary: Binary) -> Result<()> {
    let fail = |error: &dyn std::fmt::Display| format!("wasm-bindgen failed: {error:#}");
    Bindgen::new()
        .input_path(wasm)
        .web(true)
        .map_err(|error| fail(&error))?
        .typescript(false)
        .out_name(binary.name)
        .generate(folder)
        .map_err(|error| fail(&error))?;
    let file = folder.join(format!("{}_bg.wasm", binary.name));
    let bytes = fs::read(&file).map_err(|error| fail(&error))?;
    let stripped = without_custom_sections(&bytes).ok_or("the generated wasm is damaged")?;
    fs::write(&file, stripped).map_err(|error| fail(&error))
}

/// A wasm module without its custom sections, which carry names and tool versions but no code.
///
/// `None` where the bytes are no wasm module.
fn without_custom_sections(module: &[u8]) -> Option<Vec<u8>> {
    const HEADER: usize = 8;
    const CUSTOM: u8 = 0;
    let mut out = module.get(..HEADER)?.to_vec();
    if !out.starts_with(b"\0asm") {
        return None;
    }
    let mut rest = module.get(HEADER..)?;
    while let Some((&id, after)) = rest.split_first() {
        let (size, content) = leb128(after)?;
        let end = after.len() - content.len() + usize::try_from(size).ok()?;
        let section = after.get(..end)?;
        if id != CUSTOM {
            out.push(id);
            out.extend_from_slice(section);
        }
        rest = after.get(end..)?;
    }
    Some(out)
}

/// Reads an unsigned LEB128 number of at most 32 bits; returns it and what follows.
fn leb128(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut value = 0_u32;
    for (position, &byte) in bytes.iter().take(5).enumerate() {
        value |= u32::from(byte & 0x7f).checked_shl(7 * u32::try_from(position).ok()?)?;
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(position + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &[u8] = b"\0asm\x01\0\0\0";

    #[test]
    fn custom_sections_are_left_out_and_others_kept() {
        let code = [1, 3, 0xa, 0xb, 0xc];
        let custom = [&[0, 0x82, 0x01][..], &[7; 130]].concat();
        let module = [HEADER, &custom, &code, &custom].concat();
        assert_eq!(
            without_custom_sections(&module),
            Some([HEADER, &code].concat())
        );
    }

    #[test]
    fn what_is_no_module_is_refused() {
        for bytes in [
            &b""[..],
            b"\0asm",
            b"plain text",
            b"\0asm\x01\0\0\0\x01\x05ab",
        ] {
            assert_eq!(without_custom_sections(bytes), None, "{bytes:?}");
        }
    }
}
