//! The grammar of filters.
//!
//! ```text
//! filter  = all ("or" all)*                                    or = ou
//! all     = unary ("and" unary)*                               and = et
//! unary   = "not" unary | "(" filter ")" | test                not = non, pas
//! test    = column comparison value                            = == != <> < <= > >= ≠ ≤ ≥
//!         | column ["not"] "in" "[" value ("," value)* "]"     in = dans
//!         | column "is" ["not"] "empty"                        is = est, n'est; empty = vide
//! column  = word | "…" | `…`
//! value   = '…' | number                                       a quote inside quotes is doubled
//! ```

use unicode_normalization::char::is_combining_mark;

use super::constant::Constant;
use super::{Check, Comparison, Node, Test};
use crate::study::{DateFormat, fold, parse_number};

/// Parentheses and `not` nested deeper than this are refused.
const MAX_DEPTH: usize = 64;

/// Where a filter cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterError {
    /// Position of the character, from 1.
    pub at: usize,
    /// What stands there; empty at the end.
    pub found: String,
    /// What should.
    pub expected: FilterPart,
}

/// What a filter expects at a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilterPart {
    /// The name of a column.
    Column,
    /// A comparison, `in` or `is empty`.
    Comparison,
    /// A text between quotes or a number.
    Value,
    /// Values between square brackets.
    Values,
    /// A comma or the closing bracket of the values.
    Comma,
    /// `empty`.
    Empty,
    /// `and`, `or` or the end.
    Junction,
    /// `and`, `or` or the closing parenthesis.
    Parenthesis,
    /// The quote that closes the one found.
    Quote,
    /// Fewer parentheses and `not` inside each other.
    LessDepth,
}

pub(super) fn parse(text: &str) -> Result<Node, FilterError> {
    let mut parser = Parser { tokens: tokens(text)?.into_iter().peekable(), end: text.chars().count() + 1 };
    let root = parser.any(0)?;
    match parser.tokens.peek() {
        None => Ok(root),
        Some(_) => Err(parser.error(FilterPart::Junction)),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keyword {
    And,
    Or,
    Not,
    In,
    Is,
    IsNot,
    Empty,
}

/// Whether a column of that name needs no quotes.
pub(super) fn is_bare_column(name: &str) -> bool {
    name.chars().all(is_word) && !name.is_empty() && keyword(name).is_none() && parse_number(name).is_none()
}

/// Keywords are read in either language and case; a column of that name needs quotes.
fn keyword(word: &str) -> Option<Keyword> {
    Some(match fold(word).as_str() {
        "and" | "et" => Keyword::And,
        "or" | "ou" => Keyword::Or,
        "not" | "non" | "pas" => Keyword::Not,
        "in" | "dans" => Keyword::In,
        "is" | "est" => Keyword::Is,
        "n'est" => Keyword::IsNot,
        "empty" | "vide" => Keyword::Empty,
        _ => return None,
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '_' | '.' | '-')
}

#[derive(Debug)]
struct Token<'t> {
    at: usize,
    written: &'t str,
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    /// A bare word: a column, a keyword or a number.
    Word(Option<Keyword>),
    /// Between double quotes or backticks: a column, or a text where only a value can stand.
    Name(String),
    Text(String),
    Comparison(Comparison),
    Mark(char),
}

fn tokens(text: &str) -> Result<Vec<Token<'_>>, FilterError> {
    let mut tokens = Vec::new();
    let (mut at, mut rest) = (1, text);
    while let Some(c) = rest.chars().next() {
        let mut len = c.len_utf8();
        let closing = match c {
            '\'' | '"' | '`' => Some(c),
            '‘' | '’' => Some('’'),
            '“' | '”' => Some('”'),
            '«' => Some('»'),
            _ => None,
        };
        let comparison = Comparison::ALL.iter().find(|(sign, _)| rest.starts_with(sign));
        let kind = if c.is_whitespace() {
            None
        } else if let Some(closing) = closing {
            let Some((inside, after)) = unquote(&rest[len..], closing) else {
                return Err(FilterError { at, found: c.to_string(), expected: FilterPart::Quote });
            };
            len = rest.len() - after.len();
            Some(match c {
                '\'' | '‘' | '’' => Kind::Text(inside),
                '«' => Kind::Name(inside.trim().to_owned()),
                _ => Kind::Name(inside),
            })
        } else if let Some((sign, comparison)) = comparison {
            len = sign.len();
            Some(Kind::Comparison(*comparison))
        } else if is_word(c) {
            len = word(rest);
            Some(Kind::Word(keyword(&rest[..len])))
        } else {
            Some(Kind::Mark(c))
        };
        let (written, after) = rest.split_at(len);
        tokens.extend(kind.map(|kind| Token { at, written, kind }));
        at += written.chars().count();
        rest = after;
    }
    Ok(tokens)
}

/// Length of the word that opens `text`; the apostrophe of `n'est` belongs to it.
fn word(text: &str) -> usize {
    let end = |text: &str| text.find(|c| !is_word(c)).unwrap_or(text.len());
    let first = end(text);
    let apostrophe = text[first..].chars().next().filter(|c| matches!(c, '\'' | '’'));
    let second = apostrophe.map_or(first, |c| first + c.len_utf8());
    let whole = second + end(&text[second..]);
    if keyword(&text[..whole]) == Some(Keyword::IsNot) { whole } else { first }
}

/// What stands before the closing quote, doubled ones made single, and what follows it.
fn unquote(text: &str, closing: char) -> Option<(String, &str)> {
    let mut inside = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once(closing)?;
        inside.push_str(before);
        let Some(more) = after.strip_prefix(closing) else { return Some((inside, after)) };
        inside.push(closing);
        rest = more;
    }
}

struct Parser<'t> {
    tokens: std::iter::Peekable<std::vec::IntoIter<Token<'t>>>,
    /// Position after the last character.
    end: usize,
}

type Parsed<T> = Result<T, FilterError>;

impl Parser<'_> {
    fn error(&mut self, expected: FilterPart) -> FilterError {
        match self.tokens.peek() {
            Some(token) => FilterError { at: token.at, found: token.written.to_owned(), expected },
            None => FilterError { at: self.end, found: String::new(), expected },
        }
    }

    fn take(&mut self, kind: &Kind) -> bool {
        self.tokens.next_if(|t| t.kind == *kind).is_some()
    }

    fn keyword(&mut self, keyword: Keyword) -> bool {
        self.take(&Kind::Word(Some(keyword)))
    }

    fn any(&mut self, depth: usize) -> Parsed<Node> {
        let mut nodes = vec![self.all(depth)?];
        while self.keyword(Keyword::Or) {
            nodes.push(self.all(depth)?);
        }
        Ok(Node::join(nodes, false))
    }

    fn all(&mut self, depth: usize) -> Parsed<Node> {
        let mut nodes = vec![self.unary(depth)?];
        while self.keyword(Keyword::And) {
            nodes.push(self.unary(depth)?);
        }
        Ok(Node::join(nodes, true))
    }

    fn unary(&mut self, depth: usize) -> Parsed<Node> {
        if depth > MAX_DEPTH {
            return Err(self.error(FilterPart::LessDepth));
        }
        if self.keyword(Keyword::Not) {
            return Ok(Node::Not(Box::new(self.unary(depth + 1)?)));
        }
        if self.take(&Kind::Mark('(')) {
            let node = self.any(depth + 1)?;
            return if self.take(&Kind::Mark(')')) {
                Ok(node)
            } else {
                Err(self.error(FilterPart::Parenthesis))
            };
        }
        let column = self.column()?;
        let check = self.check()?;
        Ok(Node::Test(Test { column, format: DateFormat::DayFirst, check }))
    }

    fn column(&mut self) -> Parsed<String> {
        let column = self.tokens.next_if(|t| match &t.kind {
            Kind::Word(keyword) => keyword.is_none() && parse_number(t.written).is_none(),
            kind => matches!(kind, Kind::Name(_)),
        });
        match column {
            Some(Token { kind: Kind::Name(name), .. }) => Ok(name),
            Some(token) => Ok(token.written.to_owned()),
            None => Err(self.error(FilterPart::Column)),
        }
    }

    fn check(&mut self) -> Parsed<Check> {
        if let Some(Token { kind: Kind::Comparison(comparison), .. }) =
            self.tokens.next_if(|t| matches!(t.kind, Kind::Comparison(_)))
        {
            return Ok(Check::Compare(comparison, self.value()?));
        }
        let is_not = self.keyword(Keyword::IsNot);
        if is_not || self.keyword(Keyword::Is) {
            let negated = self.keyword(Keyword::Not);
            // “n'est” without “pas” says neither.
            return if (negated || !is_not) && self.keyword(Keyword::Empty) {
                Ok(Check::Empty { negated })
            } else {
                Err(self.error(FilterPart::Empty))
            };
        }
        let negated = self.keyword(Keyword::Not);
        if !self.keyword(Keyword::In) {
            return Err(self.error(FilterPart::Comparison));
        }
        Ok(Check::In { values: self.values()?, negated })
    }

    fn values(&mut self) -> Parsed<Vec<Constant>> {
        let closing = match self.tokens.next_if(|t| matches!(t.kind, Kind::Mark('[' | '('))) {
            Some(Token { kind: Kind::Mark('['), .. }) => ']',
            Some(_) => ')',
            None => return Err(self.error(FilterPart::Values)),
        };
        let mut values = vec![self.value()?];
        while self.take(&Kind::Mark(',')) {
            values.push(self.value()?);
        }
        if self.take(&Kind::Mark(closing)) { Ok(values) } else { Err(self.error(FilterPart::Comma)) }
    }

    fn value(&mut self) -> Parsed<Constant> {
        let value = self.tokens.peek().and_then(|t| match &t.kind {
            Kind::Text(text) | Kind::Name(text) => Some(Constant::text(text)),
            Kind::Word(_) => parse_number(t.written).map(Constant::Number),
            _ => None,
        });
        let value = value.ok_or_else(|| self.error(FilterPart::Value))?;
        self.tokens.next();
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_located() {
        for (text, at, found, expected) in [
            ("", 1, "", FilterPart::Column),
            ("pays == FR", 9, "FR", FilterPart::Value),
            ("été == 'a' && b == 2", 12, "&", FilterPart::Junction),
            ("pays 'FR'", 6, "'FR'", FilterPart::Comparison),
            ("pays == 'FR", 9, "'", FilterPart::Quote),
            ("note > 3,5", 9, ",", FilterPart::Junction),
            ("(a = 1", 7, "", FilterPart::Parenthesis),
            ("a in 'x'", 6, "'x'", FilterPart::Values),
            ("a in ['x' 'y']", 11, "'y'", FilterPart::Comma),
            ("a is 'x'", 6, "'x'", FilterPart::Empty),
            ("a n'est vide", 9, "vide", FilterPart::Empty),
            ("a = 1 and", 10, "", FilterPart::Column),
            ("et == 1", 1, "et", FilterPart::Column),
        ] {
            let error = FilterError { at, found: found.to_owned(), expected };
            assert_eq!(parse(text), Err(error), "{text}");
        }
        let deep = |n: usize| parse(&format!("{}a = 1{}", "(".repeat(n), ")".repeat(n)));
        assert!(deep(MAX_DEPTH).is_ok());
        assert_eq!(deep(100_000).unwrap_err().expected, FilterPart::LessDepth);
        assert_eq!(parse(&"not ".repeat(100_000)).unwrap_err().expected, FilterPart::LessDepth);
    }
}
