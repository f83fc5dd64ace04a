//! The two languages barometre speaks, and how each of them typesets numbers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Narrow no-break space: thousands in French.
const NARROW: char = '\u{202f}';
/// No-break space: before `%`, `:` and inside guillemets in French.
const NO_BREAK: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// Language of a report, a chart, a warning or an error.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, clap::ValueEnum,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// French, the default.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// One of two texts.
    #[must_use]
    pub fn pick<T>(self, fr: T, en: T) -> T {
        match self {
            Self::Fr => fr,
            Self::En => en,
        }
    }

    /// ISO 639-1 code, as `--lang` and HTML's `lang` write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.pick("fr", "en")
    }

    /// Things listed: `a, b et c`.
    ///
    /// ```
    /// use barometre::Lang;
    /// let items = ["3", "5", "8"].map(str::to_owned);
    /// assert_eq!((Lang::Fr.list(&items), Lang::En.list(&items[..2])), ("3, 5 et 8".into(), "3 and 5".into()));
    /// ```
    #[must_use]
    pub fn list(self, items: &[String]) -> String {
        let and = pick!(self, scores::and);
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [head @ .., last] => format!("{}{and}{last}", head.join(", ")),
        }
    }

    /// Text between the quotation marks of the language.
    ///
    /// ```
    /// use barometre::Lang;
    /// assert_eq!(Lang::Fr.quote("délai"), "«\u{a0}délai\u{a0}»");
    /// assert_eq!(Lang::En.quote("délai"), "“délai”");
    /// ```
    #[must_use]
    pub fn quote(self, text: &str) -> String {
        match self {
            Self::Fr => format!("«{NO_BREAK}{text}{NO_BREAK}»"),
            Self::En => format!("“{text}”"),
        }
    }

    /// `value` rounded half away from zero to `decimals`, with the language's separators and a real
    /// minus sign; zero never carries a sign.
    ///
    /// ```
    /// use barometre::Lang;
    /// assert_eq!(Lang::Fr.number(-1234.56, 1), "\u{2212}1\u{202f}234,6");
    /// assert_eq!(Lang::En.number(19095.0, 0), "19,095");
    /// assert_eq!(Lang::En.number(-0.04, 1), "0.0");
    /// ```
    #[must_use]
    pub fn number(self, value: f64, decimals: usize) -> String {
        if !value.is_finite() {
            return "–".to_owned();
        }
        let scale = 10f64.powi(i32::try_from(decimals).unwrap_or(0));
        // A half that binary floating point holds just below itself still rounds away from zero.
        let scaled = value.abs() * scale;
        let rounded = (scaled + scaled * f64::EPSILON).round() / scale;
        let plain = format!("{rounded:.decimals$}");
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain.as_str(), ""));
        let mut out = String::with_capacity(plain.len() + 8);
        if value < 0.0 && rounded > 0.0 {
            out.push(MINUS);
        }
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                out.push(self.pick(NARROW, ','));
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push(self.pick(',', '.'));
            out.push_str(fraction);
        }
        out
    }

    /// A whole number, thousands separated.
    #[must_use]
    pub fn count(self, value: u64) -> String {
        #[expect(clippy::cast_precision_loss, reason = "counts of answers stay far below 2^53")]
        self.number(value as f64, 0)
    }

    /// [`number`](Self::number) with its sign even when positive, as an NPS or a change is written.
    ///
    /// ```
    /// use barometre::Lang;
    /// assert_eq!(Lang::Fr.signed(12.0, 0), "+12");
    /// assert_eq!(Lang::Fr.signed(0.0, 0), "0");
    /// ```
    #[must_use]
    pub fn signed(self, value: f64, decimals: usize) -> String {
        let text = self.number(value, decimals);
        let nonzero = text.chars().any(|c| ('1'..='9').contains(&c));
        if value > 0.0 && nonzero { format!("+{text}") } else { text }
    }

    /// A percentage from 0 to 100: `38,97 %` (no-break space), `38.97%`.
    #[must_use]
    pub fn percent(self, value: f64, decimals: usize) -> String {
        match self {
            Self::Fr => format!("{}{NO_BREAK}%", self.number(value, decimals)),
            Self::En => format!("{}%", self.number(value, decimals)),
        }
    }

    /// A confidence level from 0 to 1, with as many decimals as it needs: `95 %`, `99,9 %`.
    ///
    /// ```
    /// use barometre::Lang;
    /// assert_eq!(Lang::En.level(0.95), "95%");
    /// assert_eq!(Lang::En.level(0.999), "99.9%");
    /// ```
    #[must_use]
    pub fn level(self, level: f64) -> String {
        let percent = level * 100.0;
        let decimals = (0..3).find(|d| {
            let scale = 10f64.powi(*d);
            (percent * scale - (percent * scale).round()).abs() < 1e-6
        });
        self.percent(percent, decimals.map_or(3, |d| d as usize))
    }

    /// French punctuation kept with its word: a no-break space wherever one is typed as a plain space.
    ///
    /// ```
    /// use barometre::Lang;
    /// assert_eq!(Lang::Fr.typeset("« non » : 5 %".into()), "«\u{a0}non\u{a0}»\u{a0}: 5\u{a0}%");
    /// assert_eq!(Lang::En.typeset("a : b".into()), "a : b");
    /// ```
    #[must_use]
    pub fn typeset(self, text: String) -> String {
        const MARKS: [(&str, &str); 7] = [
            (" :", "\u{a0}:"),
            (" ;", "\u{a0};"),
            (" !", "\u{a0}!"),
            (" ?", "\u{a0}?"),
            (" %", "\u{a0}%"),
            (" »", "\u{a0}»"),
            ("« ", "«\u{a0}"),
        ];
        match self {
            Self::Fr => MARKS.iter().fold(text, |text, (plain, set)| text.replace(plain, set)),
            Self::En => text,
        }
    }

    /// A p-value or q-value as papers print it: `< 0,001`, else three decimals.
    ///
    /// ```
    /// use barometre::Lang;
    /// assert_eq!(Lang::En.probability(0.0004), "<\u{a0}0.001");
    /// assert_eq!(Lang::Fr.probability(0.02), "0,020");
    /// ```
    #[must_use]
    pub fn probability(self, p: f64) -> String {
        if p < 0.001 { format!("<{NO_BREAK}{}", self.number(0.001, 3)) } else { self.number(p, 3) }
    }
}
