//! What a page and the desk noted of one press of a key.

use std::{fs, path::Path};

use acceptance::{Application, Outcome};
use serde_json::json;

use super::spans::{Span, Split};

/// How long nothing may happen in a page until what a key set off is over, in milliseconds.
const QUIET: u32 = 150;

/// What a page noted since it was told what to watch.
#[derive(Default)]
pub struct Noted {
    /// When the first key was pressed; absent when none was.
    pub key: Option<f64>,
    /// The commands that it asked.
    pub calls: Vec<Span>,
    /// When what is watched changed, and when that was drawn.
    pub changes: Vec<Span>,
    /// How long a fixed piece of work took in the page afterwards, when it rested, in milliseconds.
    pub work: f64,
}

/// Begins to take notes in the page; nothing happens where that is done already.
pub async fn begin(application: &Application) -> Outcome<()> {
    application.page().execute(include_str!("recorder.js"), Vec::new()).await?;
    Ok(())
}

/// Forgets what was noted, and watches the value of an expression of the page from now on.
pub async fn watch(application: &Application, expression: &str) -> Outcome<()> {
    application.page().execute(format!("bench.watch(() => {expression})"), Vec::new()).await?;
    Ok(())
}

/// Waits until the page rests, and returns what it noted.
pub async fn settled(application: &Application) -> Outcome<Noted> {
    let rest = "bench.settled(arguments[0], arguments[arguments.length - 1])";
    let answer = application.page().execute_async(rest, vec![json!(QUIET)]).await?;
    let noted = answer.json();
    let spans = |list: &str, from: &str, to: &str| -> Vec<Span> {
        let each = noted[list].as_array().into_iter().flatten();
        each.filter_map(|one| Some(Span { from: one[from].as_f64()?, to: one[to].as_f64()? })).collect()
    };
    Ok(Noted {
        key: noted["keys"][0]["at"].as_f64(),
        calls: spans("calls", "asked", "answered"),
        changes: spans("changes", "at", "drawn"),
        work: noted["work"].as_f64().ok_or("the page did not say how long the fixed work took")?,
    })
}

/// Reads when the desk was at work.
pub fn desk(times: &Path) -> Outcome<Vec<Span>> {
    let milliseconds = |field: Option<&str>| field?.parse::<f64>().ok().map(|time| time / 1000.0);
    let written = fs::read_to_string(times)?;
    let lines = written.lines().filter_map(|line| {
        let mut fields = line.split(' ').skip(1);
        Some(Span { from: milliseconds(fields.next())?, to: milliseconds(fields.next())? })
    });
    Ok(lines.collect())
}

/// Splits a press by what the pages asked; absent when the page that should show it did not change.
pub fn split(key: f64, shown: &Noted, asked: &[Span], desk: &[Span]) -> Option<Split> {
    let change = shown.changes.iter().find(|change| change.from >= key)?;
    Some(Split::of(key, change.from, change.to, asked, desk))
}

/// Returns what the page says about who draws it.
pub async fn renderer(application: &Application) -> Outcome<String> {
    let asked = "const gl = document.createElement('canvas').getContext('webgl');
        const named = gl?.getExtension('WEBGL_debug_renderer_info');
        return { agent: navigator.userAgent, gl: gl ? gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER) : null }";
    let answer = application.page().execute(asked, Vec::new()).await?;
    let said = |field: &str| answer.json()[field].as_str().map(str::to_owned);
    let agent = said("agent").unwrap_or_default();
    Ok(match said("gl") {
        Some(gl) => format!("{agent}; WebGL by {gl}"),
        None => format!("{agent}; no WebGL"),
    })
}
