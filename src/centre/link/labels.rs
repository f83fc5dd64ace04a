//! What the features of a contact are called.

use super::feature::{Feature, SECOND};
use crate::Lang;
use crate::centre::Millis;

/// A duration as a label writes it: `60 s` up to two minutes, then `8 min 20 s`, then `1 h 05 min`.
///
/// ```
/// use barometre::Lang;
/// use barometre::centre::link::delay;
/// assert_eq!(delay(500_000, Lang::Fr), "8\u{a0}min\u{a0}20\u{a0}s");
/// assert_eq!(delay(20_000, Lang::En), "20\u{a0}s");
/// ```
#[must_use]
pub fn delay(ms: Millis, lang: Lang) -> String {
    let ms = ms.max(0);
    let seconds = ms / SECOND;
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if ms % SECOND != 0 && seconds < 120 {
        return format!("{}\u{a0}s", lang.number(ms as f64 / SECOND as f64, 1));
    }
    match (hours, minutes, rest) {
        _ if seconds < 120 => format!("{seconds}\u{a0}s"),
        (0, _, 0) => format!("{minutes}\u{a0}min"),
        (0, _, _) => format!("{minutes}\u{a0}min\u{a0}{rest}\u{a0}s"),
        (_, 0, _) => format!("{hours}\u{a0}h"),
        _ => format!("{hours}\u{a0}h\u{a0}{minutes:02}\u{a0}min"),
    }
}

/// Name of a feature as a driver; `cut` is the value beyond which a contact has it, in milliseconds for a duration.
///
/// ```
/// use barometre::Lang;
/// use barometre::centre::link::{Feature, label};
/// assert_eq!(label(Feature::Wait, 60_000, Lang::Fr), "Attente de plus de 60\u{a0}s");
/// assert_eq!(label(Feature::Transferred, 0, Lang::En), "Call transferred");
/// ```
#[must_use]
pub fn label(feature: Feature, cut: i64, lang: Lang) -> String {
    let beyond = delay(cut, lang);
    match feature {
        Feature::Wait if cut == 0 => pick!(lang, centre::any_wait).to_owned(),
        Feature::Wait => {
            pick!(lang, centre::wait_of_more_than(beyond))
        }
        Feature::Handle => {
            pick!(lang, centre::handling_of_more_than(beyond))
        }
        Feature::Unresolved => pick!(lang, centre::not_resolved_at_first_contact).to_owned(),
        Feature::Transferred => pick!(lang, centre::call_transferred).to_owned(),
    }
}

/// Name of a feature as it is measured.
pub(super) fn dimension(feature: Feature, lang: Lang) -> &'static str {
    match feature {
        Feature::Wait => pick!(lang, centre::wait),
        Feature::Handle => pick!(lang, centre::handle_time),
        Feature::Unresolved => {
            pick!(lang, centre::no_resolution_at_first_contact)
        }
        Feature::Transferred => pick!(lang, centre::transfer),
    }
}

/// The customers whose contact has a feature, or whose contact has it not, as the subject of a sentence.
pub(super) fn customers(feature: Feature, cut: i64, lang: Lang) -> String {
    let beyond = match cut {
        60_000 => pick!(lang, centre::than_a_minute).to_owned(),
        _ => pick!(lang, centre::than(delay(cut, lang))),
    };
    match feature {
        Feature::Wait if cut == 0 => pick!(lang, centre::customers_who_waited).to_owned(),
        Feature::Wait => pick!(lang, centre::customers_who_waited_more_than(beyond)),
        Feature::Handle => pick!(lang, centre::customers_whose_call_took_more_than_to_handle(beyond)),
        Feature::Unresolved => pick!(lang, centre::customers_whose_request_was_not_resolved_at).to_owned(),
        Feature::Transferred => pick!(lang, centre::customers_whose_call_was_transferred).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_say_them() {
        let fr = |ms| delay(ms, Lang::Fr).replace('\u{a0}', " ");
        assert_eq!(
            [fr(20_000), fr(90_000), fr(120_000), fr(500_000)],
            ["20 s", "90 s", "2 min", "8 min 20 s"]
        );
        assert_eq!([fr(3_600_000), fr(3_900_000), fr(2_500)], ["1 h", "1 h 05 min", "2,5 s"]);
        assert_eq!(fr(-1), "0 s", "no duration is negative");
    }

    #[test]
    fn labels_exist_in_both_languages() {
        let say = |feature, cut, lang| label(feature, cut, lang).replace('\u{a0}', " ");
        assert_eq!(say(Feature::Handle, 500_000, Lang::Fr), "Traitement de plus de 8 min 20 s");
        assert_eq!(say(Feature::Handle, 500_000, Lang::En), "Handling of more than 8 min 20 s");
        assert_eq!(say(Feature::Wait, 0, Lang::Fr), "Attente");
        assert_eq!(customers(Feature::Wait, 60_000, Lang::Fr), "clients qui ont attendu plus d’une minute");
        assert_eq!(customers(Feature::Wait, 20_000, Lang::En), "customers who waited more than 20\u{a0}s");
    }
}
