//! Nothing that ships can open a connection: no HTTP, TLS, name-server or updater package is in the program.

use crate::shipped::{SYSTEMS, shipped_to};

/// Packages that fetch, encrypt a connection, ask a name server or update over a network. A name that ends in
/// `*` bans everything that starts so.
///
/// `openssl-sys` and `openssl-src` are not here: they build libcrypto, from which SQLCipher takes its cipher, and
/// nothing calls the part of OpenSSL that speaks TLS. The Rust interface to that part, `openssl`, is banned.
const BANNED: &[&str] = &[
    "attohttpc",
    "awc",
    "curl*",
    "h2",
    "h3*",
    "hickory-*",
    "hyper",
    "hyper-*",
    "isahc",
    "libp2p*",
    "minreq",
    "native-tls",
    "openssl",
    "quinn*",
    "reqwest*",
    "rustls*",
    "s2n-*",
    "schannel",
    "sentry*",
    "surf",
    "tauri-plugin-http",
    "tauri-plugin-shell",
    "tauri-plugin-updater",
    "tauri-plugin-upload",
    "tauri-plugin-websocket",
    "tokio-native-tls",
    "tokio-rustls",
    "tokio-tungstenite",
    "trust-dns*",
    "tungstenite",
    "ureq*",
    "webpki*",
];

#[test]
fn no_shipped_package_can_reach_a_network() {
    for system in SYSTEMS {
        let found: Vec<String> = shipped_to(system)
            .iter()
            .filter(|package| BANNED.iter().any(|banned| matches(banned, package.name.as_str())))
            .map(|package| format!("{} {}", package.name, package.version))
            .collect();
        assert!(found.is_empty(), "on {system} these would ship, and must not: {found:?}");
    }
}

#[test]
fn the_walk_over_the_graph_reaches_what_certainly_ships() {
    for system in SYSTEMS {
        let shipped = shipped_to(system);
        for certain in ["domain", "openssl-src", "printpdf", "rusqlite", "sqlcipher-src", "tauri"] {
            assert!(shipped.iter().any(|it| it.name.as_str() == certain), "{certain} ships on {system}");
        }
    }
}

fn matches(banned: &str, name: &str) -> bool {
    banned.strip_suffix('*').map_or(banned == name, |start| name.starts_with(start))
}
