//! Dates on the page: days are YYYY-MM-DD, hours are minutes since midnight.

use super::Paper;
use jiff::civil::Date;
use key_core::{
    Agenda, Space,
    dates::{Asked, Due, Rule, State, What},
    sheets::Noted,
};
use serde::Serialize;

/// What is followed, and what is due of it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Dates {
    today: Date,
    due: Vec<DueView>,
    /// Services that are followed, and the date that each counts from.
    followed: Vec<Followed>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Followed {
    service: String,
    from: Option<Date>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DueView {
    name: String,
    #[serde(flatten)]
    what: WhatView,
    opens: Date,
    closes: Date,
    state: State,
    /// Days from today to the last one; negative where it has passed.
    days: i32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
enum WhatView {
    Service { service: String },
    Own { title: String, minute: Option<u16> },
    Paper { paper: Paper },
}

/// What a person has to say before a service can be followed; none where it cannot be.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Asks {
    Nothing,
    #[serde(untagged)]
    For(Asked),
}

impl Asks {
    pub(super) fn of(service: &key_core::catalogue::Service) -> Option<Self> {
        Rule::asks(service).map(|asked| asked.map_or(Self::Nothing, Self::For))
    }
}

impl Dates {
    pub(crate) fn of(space: &Space, agenda: &Agenda, today: Date) -> Self {
        let due = agenda.due.iter();
        let followed = agenda.sheet.iter().filter_map(|(name, noted)| match noted {
            Noted::Service { from, .. } => Some(Followed {
                service: name.strip_prefix("service/")?.to_owned(),
                from: from.and_then(key_core::sheets::Day::date),
            }),
            Noted::Own { .. } | Noted::Paper { .. } => None,
        });
        Self {
            today,
            due: due.filter_map(|due| view(space, due, today)).collect(),
            followed: followed.collect(),
        }
    }
}

fn view(space: &Space, due: &Due, today: Date) -> Option<DueView> {
    let what = match &due.what {
        What::Service(service) => WhatView::Service {
            service: service.clone(),
        },
        What::Own { title, minute } => WhatView::Own {
            title: title.clone(),
            minute: *minute,
        },
        What::Paper { paper, .. } => {
            let mut all = space.everything();
            WhatView::Paper {
                paper: all.find(|view| view.id == *paper)?.into(),
            }
        }
    };
    Some(DueView {
        name: due.name.clone(),
        what,
        opens: due.window.opens,
        closes: due.window.closes,
        state: due.state,
        days: today.until(due.window.closes).ok()?.get_days(),
    })
}
