//! The answers that a study keeps: `pays == 'FR' and age >= 18`, over the cells of a row.

mod constant;
mod parse;

use std::cmp::Ordering;
use std::fmt::{self, Display, Formatter, Write};

use super::{DateFormat, fold};
use constant::{Constant, quoted};
pub use parse::{FilterError, FilterPart};

/// A condition on the cells of a row, true or false.
///
/// Texts are equal whatever their case, accents and spacing; a number compares with cells that are numbers;
/// a text that is a date (`'2025-03-14'`) or a month (`'2025-03'`) compares with cells that are dates. An
/// empty cell passes no `<`, `<=`, `>`, `>=` and equals nothing but `''`, so that it passes `!=` and `not in`,
/// which are true exactly where `==` and `in` are false.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    root: Node,
}

#[derive(Debug, Clone, PartialEq)]
enum Node {
    Any(Vec<Node>),
    All(Vec<Node>),
    Not(Box<Node>),
    Test(Test),
}

#[derive(Debug, Clone, PartialEq)]
struct Test {
    column: String,
    /// How the dates of the column are written.
    format: DateFormat,
    check: Check,
}

#[derive(Debug, Clone, PartialEq)]
enum Check {
    Compare(Comparison, Constant),
    In { values: Vec<Constant>, negated: bool },
    Empty { negated: bool },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Equal,
    Different,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

impl Filter {
    /// Reads a filter.
    ///
    /// # Errors
    /// The text is no filter: the first place where it stops being one.
    pub fn parse(text: &str) -> Result<Self, FilterError> {
        Ok(Self { root: parse::parse(text)? })
    }

    /// The columns it reads, each once, in the order of the text.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        self.columns_of(|_| true)
    }

    /// The columns whose cells it compares with dates, each once.
    #[must_use]
    pub fn date_columns(&self) -> Vec<&str> {
        self.columns_of(|test| test.values().iter().any(Constant::is_date))
    }

    fn columns_of(&self, wanted: impl Fn(&Test) -> bool) -> Vec<&str> {
        let mut columns = Vec::new();
        self.root.visit(&mut |test| {
            if wanted(test) && !columns.contains(&test.column.as_str()) {
                columns.push(test.column.as_str());
            }
        });
        columns
    }

    /// Tells how the dates of a column are written; day first unless told.
    pub fn read_dates(&mut self, column: &str, format: DateFormat) {
        self.root.visit_mut(&mut |test| {
            if test.column == column {
                test.format = format;
                test.values_mut().iter_mut().for_each(|value| value.read_dates(format));
            }
        });
    }

    /// Whether a row passes, given its cell in each column; a column it lacks is empty.
    #[must_use]
    pub fn accepts<'c>(&self, cell: impl Fn(&str) -> Option<&'c str>) -> bool {
        self.root.accepts(&cell)
    }
}

impl Node {
    fn accepts<'c>(&self, cell: &dyn Fn(&str) -> Option<&'c str>) -> bool {
        match self {
            Self::Any(nodes) => nodes.iter().any(|n| n.accepts(cell)),
            Self::All(nodes) => nodes.iter().all(|n| n.accepts(cell)),
            Self::Not(node) => !node.accepts(cell),
            Self::Test(test) => test.accepts(cell(&test.column).unwrap_or_default()),
        }
    }

    fn visit<'f>(&'f self, see: &mut dyn FnMut(&'f Test)) {
        match self {
            Self::Any(nodes) | Self::All(nodes) => nodes.iter().for_each(|n| n.visit(see)),
            Self::Not(node) => node.visit(see),
            Self::Test(test) => see(test),
        }
    }

    fn visit_mut(&mut self, see: &mut dyn FnMut(&mut Test)) {
        match self {
            Self::Any(nodes) | Self::All(nodes) => nodes.iter_mut().for_each(|n| n.visit_mut(see)),
            Self::Not(node) => node.visit_mut(see),
            Self::Test(test) => see(test),
        }
    }

    /// `nodes` as one, those of the same kind opened: `(a and b) and c` is `a and b and c`.
    fn join(mut nodes: Vec<Self>, all: bool) -> Self {
        if nodes.len() == 1
            && let Some(node) = nodes.pop()
        {
            return node;
        }
        let flat = nodes.into_iter().flat_map(|node| match node {
            Self::All(inner) if all => inner,
            Self::Any(inner) if !all => inner,
            node => vec![node],
        });
        if all { Self::All(flat.collect()) } else { Self::Any(flat.collect()) }
    }
}

impl Test {
    fn values(&self) -> &[Constant] {
        match &self.check {
            Check::Compare(_, value) => std::slice::from_ref(value),
            Check::In { values, .. } => values,
            Check::Empty { .. } => &[],
        }
    }

    fn values_mut(&mut self) -> &mut [Constant] {
        match &mut self.check {
            Check::Compare(_, value) => std::slice::from_mut(value),
            Check::In { values, .. } => values,
            Check::Empty { .. } => &mut [],
        }
    }

    fn accepts(&self, cell: &str) -> bool {
        let equals = |value: &Constant, folded: &str| value.equals(cell, folded, self.format);
        match &self.check {
            Check::Empty { negated } => cell.trim().is_empty() != *negated,
            Check::In { values, negated } => {
                let folded = fold(cell);
                values.iter().any(|v| equals(v, &folded)) != *negated
            }
            Check::Compare(Comparison::Equal, value) => equals(value, &fold(cell)),
            Check::Compare(Comparison::Different, value) => !equals(value, &fold(cell)),
            Check::Compare(comparison, value) => {
                value.compare(cell, self.format).is_some_and(|order| comparison.holds(order))
            }
        }
    }
}

impl Comparison {
    fn holds(self, order: Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::Different => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::AtMost => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::AtLeast => order.is_ge(),
        }
    }
}

impl Display for Filter {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.root.fmt(f)
    }
}

impl Display for Node {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any(nodes) => list(f, nodes, " or "),
            Self::All(nodes) => list(f, nodes.iter().map(Operand), " and "),
            Self::Not(node) => write!(f, "not {}", Operand(node)),
            Self::Test(test) => test.fmt(f),
        }
    }
}

impl Display for Test {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let name = &self.column;
        if parse::is_bare_column(name) {
            f.write_str(name)?;
        } else {
            quoted(f, name, '`')?;
        }
        let not = |negated: bool| if negated { "not " } else { "" };
        match &self.check {
            Check::Compare(comparison, value) => write!(f, " {} {value}", comparison.sign()),
            Check::In { values, negated } => {
                write!(f, " {}in [", not(*negated))?;
                list(f, values, ", ")?;
                f.write_char(']')
            }
            Check::Empty { negated } => write!(f, " is {}empty", not(*negated)),
        }
    }
}

impl Comparison {
    const ALL: [(&str, Self); 11] = [
        ("==", Self::Equal),
        ("!=", Self::Different),
        ("<>", Self::Different),
        ("<=", Self::AtMost),
        (">=", Self::AtLeast),
        ("=", Self::Equal),
        ("<", Self::Less),
        (">", Self::Greater),
        ("≠", Self::Different),
        ("≤", Self::AtMost),
        ("≥", Self::AtLeast),
    ];

    fn sign(self) -> &'static str {
        Self::ALL.iter().find(|(_, c)| *c == self).map_or("", |(sign, _)| sign)
    }
}

/// A condition inside `and` or `not`, between parentheses where it is itself several.
struct Operand<'f>(&'f Node);

impl Display for Operand<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Node::Any(_) | Node::All(_) => write!(f, "({})", self.0),
            node => node.fmt(f),
        }
    }
}

fn list(f: &mut Formatter<'_>, items: impl IntoIterator<Item: Display>, separator: &str) -> fmt::Result {
    for (i, item) in items.into_iter().enumerate() {
        f.write_str(if i > 0 { separator } else { "" })?;
        item.fmt(f)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn filter(text: &str) -> Filter {
        Filter::parse(text).unwrap_or_else(|e| panic!("{text}: {e:?}"))
    }

    /// Whether a row passes whose only column, `x`, holds `cell`.
    fn passes(text: &str, cell: &str) -> bool {
        filter(text).accepts(|column| (column == "x").then_some(cell))
    }

    #[test]
    fn texts_are_equal_whatever_their_spelling() {
        for text in ["x == 'île-de-france'", "x = \"Île-de-France\"", "x in ['Sud', ‘ILE-DE-FRANCE’]"] {
            assert!(passes(text, " Île-de-France\u{a0}") && !passes(text, "Île de France"), "{text}");
        }
        assert!(passes("x == 'l''été'", "L’ÉTÉ") && passes("x == « l’été »", "l'été"));
        assert!(passes("x <> 'FR'", "BE") && passes("x ≠ 'FR' et non (x = 'CH')", "BE"));
        assert!(passes("x < 'Vague 10'", "vague 2") && !passes("x < 'Vague 10'", "vague 11"));
    }

    #[test]
    fn numbers_compare_with_cells_that_are_numbers() {
        for text in ["x >= 18", "x ≥ '18'", "not x < 18"] {
            assert!(passes(text, "18,0") && passes(text, "1\u{202f}800") && !passes(text, "9"), "{text}");
        }
        assert!(passes("x == 3.5", "3,5") && passes("x > -1", "-0,5") && passes("x in [1, 2]", "2.0"));
        assert!(!passes("x >= 18", "dix-neuf") && !passes("x <= 18", "dix-neuf") && !passes("x < '18'", "-"));
    }

    #[test]
    fn dates_compare_with_cells_that_are_dates() {
        for cell in ["14/03/2025", "2025-03-14 10:00:00", "14 mars 2025"] {
            for text in [
                "x > '2025-03-13'",
                "x == '2025-03-14'",
                "x <= '14/03/2025'",
                "x == '2025-03'",
                "x < '2025-04'",
            ] {
                assert!(passes(text, cell), "{text} {cell}");
            }
            for text in ["x > '2025-03-14'", "x > '2025-03'", "x < '2025-03'", "x < 'mars'", "x > 'mars'"] {
                assert!(!passes(text, cell), "{text} {cell}");
            }
        }
        assert!(passes("x in ['mars 2025', '01/2026']", "14/03/2025"));
        assert!(passes("x <= 'mars 2025'", "31/03/2025") && !passes("x == '1er mars 2025'", "14/03/2025"));

        let mut told = filter("x < '2025-04-03' and y >= 2 and z in ['a', '04/03/2025']");
        assert_eq!(told.date_columns(), ["x", "z"]);
        let row = |column: &str| Some(if column == "y" { "2" } else { "04/03/2025" });
        assert!(told.accepts(row));
        told.read_dates("x", DateFormat::MonthFirst);
        assert!(told.accepts(|c| row(c).filter(|_| c != "x").or(Some("04/02/2025"))) && !told.accepts(row));
        told.read_dates("x", DateFormat::Compact);
        assert!(told.accepts(|c| row(c).filter(|_| c != "x").or(Some("20250402"))));
    }

    #[test]
    fn an_empty_cell_is_only_different() {
        for cell in ["", " \u{a0}\n"] {
            for text in ["x is empty", "x est vide", "x != 'FR'", "x not in ['FR', 1]", "x != 0", "x == ''"] {
                assert!(passes(text, cell), "{text}");
            }
            for text in ["x is not empty", "x n’est pas vide", "x == 0", "x < 1", "x >= ''", "x < 'z'"] {
                assert!(!passes(text, cell), "{text}");
            }
        }
        assert!(filter("y is empty").accepts(|_| None));
    }

    #[test]
    fn and_binds_tighter_than_or_and_columns_are_listed_once() {
        let text =
            "\"Q1 [SQ001]\" == 'a' OU `Votre région ?` in ('b') ET non_répondu = 1 and \"Q1 [SQ001]\" > 2";
        let parsed = filter(text);
        assert_eq!(parsed.columns(), ["Q1 [SQ001]", "Votre région ?", "non_répondu"]);
        assert_eq!(
            parsed.to_string(),
            "`Q1 [SQ001]` == 'a' or `Votre région ?` in ['b'] and non_répondu == 1 and `Q1 [SQ001]` > 2"
        );
        assert!(parsed.accepts(|c| (c == "Q1 [SQ001]").then_some("A")));
        assert_eq!(filter("(a = 1 and (b = 2 and c = 3))"), filter("a = 1 and b = 2 and c = 3"));
        assert_eq!(filter("(a = 1 ou b = 2) et c = 3").to_string(), "(a == 1 or b == 2) and c == 3");
    }

    fn constant() -> impl Strategy<Value = Constant> {
        prop_oneof![
            (-40i32..40).prop_map(|x| Constant::Number(f64::from(x) / 4.0)),
            "[a-c'`\"’ É]{0,3}|[0-9]{1,2}|2025-0[1-3](-[0-2][1-9])?".prop_map(|t| Constant::text(&t)),
        ]
    }

    fn node() -> impl Strategy<Value = Node> {
        let comparison = prop::sample::select(Comparison::ALL.map(|(_, c)| c).to_vec());
        let check = prop_oneof![
            (comparison, constant()).prop_map(|(c, value)| Check::Compare(c, value)),
            (prop::collection::vec(constant(), 1..4), any::<bool>())
                .prop_map(|(values, negated)| Check::In { values, negated }),
            any::<bool>().prop_map(|negated| Check::Empty { negated }),
        ];
        let column = "[xy]|et|12|Q1 \\[`é\\]|n'est|-?";
        let test = (column, check)
            .prop_map(|(column, check)| Node::Test(Test { column, format: DateFormat::DayFirst, check }));
        test.prop_recursive(4, 24, 3, |inner| {
            prop_oneof![
                (prop::collection::vec(inner.clone(), 1..4), any::<bool>())
                    .prop_map(|(nodes, all)| Node::join(nodes, all)),
                inner.prop_map(|node| Node::Not(Box::new(node))),
            ]
        })
    }

    fn cells() -> impl Strategy<Value = [String; 2]> {
        let cell = "[a-cé ]{0,2}|-?[0-9]{1,2}(,5)?|0[1-9]/0[1-3]/2025";
        [cell, cell]
    }

    proptest! {
        #[test]
        fn what_is_written_reads_the_same(root in node()) {
            let filter = Filter { root };
            prop_assert_eq!(Filter::parse(&filter.to_string()), Ok(filter));
        }

        #[test]
        fn de_morgan_holds(a in node(), b in node(), [x, y] in cells()) {
            let accepts = |text: String| filter(&text).accepts(|c| match c {
                "x" => Some(x.as_str()),
                "y" => Some(y.as_str()),
                _ => None,
            });
            prop_assert_eq!(accepts(format!("not (({a}) and ({b}))")), accepts(format!("not ({a}) or not ({b})")));
            prop_assert_eq!(accepts(format!("not (({a}) or ({b}))")), accepts(format!("not ({a}) and not ({b})")));
        }

        #[test]
        fn different_is_not_equal(value in constant(), [x, _y] in cells()) {
            for (yes, no) in [("==", "!="), ("in [", "not in [")] {
                let end = if yes == "==" { "" } else { "]" };
                prop_assert_ne!(
                    passes(&format!("x {yes} {value}{end}"), &x),
                    passes(&format!("x {no} {value}{end}"), &x)
                );
            }
        }

        #[test]
        fn garbage_never_panics(text in "\\PC{0,30}", words in prop::collection::vec(
            prop::sample::select(vec!["x", "'a'", "==", "in", "[", "]", "(", ")", "not", "et", "1", ",", "n'est", "pas", "vide", "«", "`"]), 0..12)) {
            let _ = Filter::parse(&text);
            if let Ok(parsed) = Filter::parse(&words.join(" ")) {
                let _ = parsed.accepts(|_| Some(&text));
            }
        }
    }
}
