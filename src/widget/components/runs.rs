//! Runs of marked text as elements.

use yew::{prelude::*, virtual_dom::VText};

use super::{env::Env, jump::jump};
use model::Op;
use report::view::{Link, Run};

/// The schemes that are made live. Everything else a policy links to stays text.
const LIVE: [&str; 3] = ["http://", "https://", "mailto:"];

/// Runs as elements.
pub fn runs_html(env: &Env, runs: Vec<Run>) -> Html {
    runs.into_iter().map(|run| run_html(env, run)).collect()
}

fn run_html(env: &Env, run: Run) -> Html {
    let (op, l) = (run.op, env.locale);
    // The signs for screen readers stand in attributes: in the text they would be copied along
    // with every quotation.
    let faint = run.faint.then_some("pd-faint");
    let text = styled(env, run);
    match op {
        Op::Equal => text,
        Op::Delete => html! {
            <del class={classes!("pd-del", faint)} data-before={l.deleted_starts()} data-after={l.deleted_ends()}>
                { text }
            </del>
        },
        Op::Insert => html! {
            <ins class={classes!("pd-ins", faint)} data-before={l.inserted_starts()} data-after={l.inserted_ends()}>
                { text }
            </ins>
        },
    }
}

fn styled(env: &Env, run: Run) -> Html {
    let text = AttrValue::from(run.text);
    let mut out = Html::from(VText::new(text.clone()));
    if run.style.code {
        out = html! { <code>{ out }</code> };
    }
    if run.style.emphasis {
        out = html! { <em>{ out }</em> };
    }
    if run.style.strong {
        out = html! { <strong>{ out }</strong> };
    }
    match run.style.link {
        None => out,
        Some(Link::Within(place)) => jump(env, place, None, out),
        Some(Link::Published(target) | Link::Reference(target)) => {
            link_html(env, out, &text, &target)
        }
    }
}

/// A link of a policy, with its target beside it where the text does not show it.
fn link_html(env: &Env, content: Html, text: &str, target: &str) -> Html {
    let shown = target.strip_prefix("mailto:").unwrap_or(target);
    let target_note = (!text.contains(shown)).then(|| {
        html! {
            <span class="pd-target">{ env.locale.link_target(shown) }</span>
        }
    });
    match live_target(target) {
        // A new tab: following it in this one would lose what the reader typed.
        Some(href) => html! {
            <><a {href} target="_blank" rel="noopener noreferrer nofollow">{ content }</a>{ target_note }</>
        },
        None => html! { <>{ content }{ target_note }</> },
    }
}

/// The address to follow, if it may be followed.
pub fn live_target(target: &str) -> Option<AttrValue> {
    let trimmed = target.trim();
    let scheme = LIVE.into_iter().find(|scheme| {
        trimmed
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })?;
    // A mail link of a policy opens with its address and nothing else: what it would like to be
    // written, or copied to, is not for the policy to say.
    let href = match scheme {
        "mailto:" => trimmed.split('?').next().unwrap_or(trimmed),
        _ => trimmed,
    };
    Some(AttrValue::from(href.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn live(target: &str) -> Option<String> {
        live_target(target).map(|href| href.to_string())
    }

    #[test]
    fn only_web_and_mail_links_are_live() {
        assert_eq!(
            live("https://example.org/a"),
            Some("https://example.org/a".into())
        );
        assert_eq!(
            live(" HTTP://example.org"),
            Some("HTTP://example.org".into())
        );
        for dead in [
            "javascript:alert(1)",
            "data:text/html,x",
            "/privacy",
            "#a",
            "ftp://x",
            "",
        ] {
            assert_eq!(live(dead), None, "{dead}");
        }
    }

    #[test]
    fn a_mail_link_carries_only_its_address() {
        assert_eq!(
            live("mailto:a@b.org?bcc=c@d.org"),
            Some("mailto:a@b.org".into())
        );
    }
}
