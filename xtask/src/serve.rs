//! A web server for the built site, on this machine only.
//!
//! It sends what a careful host would send: the content security policy as a header (the page
//! also carries it itself), right types, and no guessing of types. It is for looking and testing,
//! not for the public.

use std::{
    fs,
    net::Ipv4Addr,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use tiny_http::{Header, Method, Request, Response, Server};

use crate::{
    Result,
    build::{self, Options},
};

/// The policy the page is built to live under; `index.html` states the same one.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' \
    'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// A running server.
pub struct Running {
    /// Where the page is, with a slash at the end.
    pub address: String,
    server: Arc<Server>,
    threads: Vec<thread::JoinHandle<()>>,
}

/// Builds the site and serves it until the program is stopped.
///
/// # Errors
/// What kept the site from being built, or the port from being used.
pub fn run(options: &Options, port: u16) -> Result<()> {
    let site = build::run(options)?;
    let running = start(&site, port, "/")?;
    println!("Open {}", running.address);
    println!("Stop with Ctrl+C");
    running.wait();
    Ok(())
}

/// Serves a folder under a path (`/` or `/some/path/`), in threads of its own.
///
/// # Errors
/// That the port is taken.
pub fn start(site: &Path, port: u16, base: &str) -> Result<Running> {
    // Browsers open several connections; one slow one must not hold up the rest.
    const THREADS: usize = 4;
    let site = fs::canonicalize(site).map_err(|error| format!("{}: {error}", site.display()))?;
    let server = Server::http((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        format!(
            "port {port} cannot be used ({error}); stop what uses it, or choose another with \
             --port (0 picks a free one)"
        )
    })?;
    let port = server.server_addr().to_ip().map_or(port, |ip| ip.port());
    let server = Arc::new(server);
    let threads = (0..THREADS)
        .map(|_| {
            let (server, site, base) = (Arc::clone(&server), site.clone(), base.to_owned());
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    answer(request, &site, &base);
                }
            })
        })
        .collect();
    Ok(Running {
        address: format!("http://127.0.0.1:{port}{base}"),
        server,
        threads,
    })
}

impl Running {
    /// Waits until the server ends, which it does only with the program.
    fn wait(self) {
        for thread in self.threads {
            let _ = thread.join();
        }
    }

    /// Ends the server.
    pub fn stop(self) {
        for _ in &self.threads {
            self.server.unblock();
        }
        self.wait();
    }
}

fn answer(request: Request, site: &Path, base: &str) {
    let readable = matches!(request.method(), Method::Get | Method::Head);
    let file = locate(request.url(), site, base);
    let content = file.and_then(|file| Some((fs::read(&file).ok()?, content_type(&file))));
    let (status, body, kind) = match (readable, content) {
        (false, _) => (
            405,
            b"Only GET and HEAD.\n".to_vec(),
            "text/plain; charset=utf-8",
        ),
        (true, None) => (404, b"Not found.\n".to_vec(), "text/plain; charset=utf-8"),
        (true, Some((body, kind))) => (200, body, kind),
    };
    let mut response = Response::from_data(body).with_status_code(status);
    for (name, value) in [
        ("Content-Type", kind),
        ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-cache"),
    ] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // The browser may have gone; there is nobody left to tell.
    let _ = request.respond(response);
}

/// The file for a request, if it lies inside the site.
fn locate(url: &str, site: &Path, base: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix(base)?;
    let path = percent_decoded(path)?;
    let mut file = site.to_owned();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    // Links may point anywhere; only what really lies in the site is handed out.
    fs::canonicalize(file)
        .ok()
        .filter(|real| real.starts_with(site))
}

fn percent_decoded(path: &str) -> Option<String> {
    let mut out = Vec::new();
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digits = [bytes.next()?, bytes.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            out.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok()
}

/// The type by the file's ending. Policies are sent as plain text, HTML ones too: the page reads
/// them itself, and nobody should be led to a foreign page under this address.
fn content_type(file: &Path) -> &'static str {
    let ending = file.extension().and_then(|ending| ending.to_str());
    let is_page = file.file_name().is_some_and(|name| name == "index.html");
    match ending {
        Some("html") if is_page => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("md" | "txt" | "html" | "htm") => "text/plain",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read, Write},
        net::TcpStream,
    };

    use super::*;

    fn site() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        fs::create_dir_all(file("policies/a")).unwrap();
        fs::write(file("index.html"), "<!doctype html>page").unwrap();
        fs::write(file("a.wasm"), "wasm").unwrap();
        fs::write(file("policies/a/old name.html"), "policy").unwrap();
        folder
    }

    /// Sends one request as raw text and returns the whole answer, headers in lower case.
    fn ask(address: &str, request: &str) -> (String, String) {
        let host = address.trim_start_matches("http://");
        let host = host.split('/').next().unwrap();
        let mut stream = TcpStream::connect(host).unwrap();
        write!(
            stream,
            "{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_ascii_lowercase(), body.to_owned())
    }

    #[test]
    fn files_are_sent_with_type_and_policy() {
        let folder = site();
        let running = start(folder.path(), 0, "/sub/").unwrap();
        let get = |path: &str| ask(&running.address, &format!("GET {path}"));

        let (head, body) = get("/sub/");
        assert!(head.starts_with("http/1.1 200"), "{head}");
        assert!(
            head.contains("content-type: text/html; charset=utf-8"),
            "{head}"
        );
        assert!(
            head.contains("content-security-policy: default-src 'none';"),
            "{head}"
        );
        assert!(head.contains("x-content-type-options: nosniff"), "{head}");
        assert_eq!(body, "<!doctype html>page");

        assert!(
            get("/sub/a.wasm?v=2")
                .0
                .contains("content-type: application/wasm")
        );
        let (head, body) = get("/sub/policies/a/old%20name.html");
        assert!(head.contains("content-type: text/plain"), "{head}");
        assert_eq!(body, "policy");
        running.stop();
    }

    #[test]
    fn nothing_outside_the_site_is_sent() {
        let folder = site();
        fs::write(folder.path().with_extension("secret"), "secret").unwrap();
        let running = start(folder.path(), 0, "/").unwrap();
        let outside = folder.path().with_extension("secret");
        let name = outside.file_name().unwrap().to_string_lossy().into_owned();
        for path in [
            format!("/../{name}"),
            format!("/%2e%2e/{name}"),
            format!("/policies/..%2f..%2f{name}"),
            format!("//{}", outside.display()),
            "/missing".to_owned(),
            "/%zz".to_owned(),
            "/%".to_owned(),
        ] {
            let (head, _) = ask(&running.address, &format!("GET {path}"));
            assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
        }
        let (head, _) = ask(&running.address, "POST /");
        assert!(head.starts_with("http/1.1 405"), "{head}");
        fs::remove_file(outside).unwrap();
        running.stop();
    }

    #[test]
    fn a_busy_port_is_said_so() {
        let folder = site();
        let running = start(folder.path(), 0, "/").unwrap();
        let port = running
            .address
            .trim_end_matches('/')
            .rsplit(':')
            .next()
            .unwrap();
        let Err(reason) = start(folder.path(), port.parse().unwrap(), "/") else {
            panic!("one port was given out twice");
        };
        assert!(reason.contains("--port"), "{reason}");
        running.stop();
    }
}
