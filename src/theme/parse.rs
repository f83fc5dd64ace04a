//! The language of rules, which [the module](super) describes: from one line to what must stand where.

use std::collections::BTreeMap;

use regex::RegexBuilder;

use super::error::Flaw;
use super::lexeme::{LINKS, Lexeme, Lexemes, OUTER, Sign};
use super::pole::Pole;
use super::rule::{Atom, AtomId, Node};
use crate::text::{normal, tokenize};

/// Brackets inside each other, at most.
const DEEPEST: usize = 20;
/// Bytes that a compiled regular expression may take.
const PATTERN_SIZE: usize = 1 << 20;

/// The atoms of a codebook, each once.
pub(super) type Atoms = BTreeMap<Atom, AtomId>;

/// A rule, and what it says by itself.
///
/// # Errors
/// What is wrong, and at which byte of `text`.
pub(super) fn parse(text: &str, atoms: &mut Atoms) -> Result<(Option<Pole>, Node), (usize, Flaw)> {
    let start = text.len() - text.trim_start().len();
    let (pole, from) = match text[start..].chars().next() {
        None => return Err((0, Flaw::EmptyRule)),
        Some('+') => (Some(Pole::Positive), start + 1),
        Some(c @ ('-' | '−')) => (Some(Pole::Negative), start + c.len_utf8()),
        Some(_) => (None, start),
    };
    let lexemes = Lexemes::new(text, from).collect::<Result<Vec<_>, _>>()?;
    let mut parser = Parser { lexemes, at: 0, end: text.len(), depth: 0, atoms };
    let node = parser.whole()?;
    match parser.lexemes.get(parser.at) {
        None => Ok((pole, node)),
        Some(lexeme) => Err((lexeme.at, Flaw::EndExpected { found: lexeme.shown(text) })),
    }
}

struct Parser<'a> {
    lexemes: Vec<Lexeme>,
    at: usize,
    /// Length of the rule.
    end: usize,
    depth: usize,
    atoms: &'a mut Atoms,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Sign> {
        self.lexemes.get(self.at).map(|lexeme| &lexeme.sign)
    }

    fn skip(&mut self, sign: &Sign) -> bool {
        let there = self.peek() == Some(sign);
        self.at += usize::from(there);
        there
    }

    fn whole(&mut self) -> Result<Node, (usize, Flaw)> {
        let mut node = self.either()?;
        while self.skip(&Sign::Not) {
            node = Node::Except(Box::new(node), Box::new(self.either()?));
        }
        Ok(node)
    }

    fn either(&mut self) -> Result<Node, (usize, Flaw)> {
        let mut nodes = vec![self.both()?];
        while self.skip(&Sign::Or) {
            nodes.push(self.both()?);
        }
        Ok(one_or(nodes, Node::Any))
    }

    fn both(&mut self) -> Result<Node, (usize, Flaw)> {
        let mut nodes = vec![self.near()?];
        while self.skip(&Sign::And) {
            nodes.push(self.near()?);
        }
        Ok(one_or(nodes, Node::All))
    }

    fn near(&mut self) -> Result<Node, (usize, Flaw)> {
        let mut node = self.sequence()?;
        while let Some(Sign::Near(words)) = self.peek() {
            let words = *words;
            self.at += 1;
            node = Node::Near(words, Box::new(node), Box::new(self.sequence()?));
        }
        Ok(node)
    }

    fn sequence(&mut self) -> Result<Node, (usize, Flaw)> {
        let (mut nodes, mut links) = (Vec::new(), Vec::new());
        loop {
            // “bout du fil” is written as it is said: the text may have its function words or not.
            match self.peek() {
                Some(Sign::Word(word)) if LINKS.contains(&normal(word).as_str()) => {
                    links.push(normal(word));
                    self.at += 1;
                }
                _ => {
                    if nodes.is_empty() {
                        nodes.extend(self.links(links.iter().filter(|link| OUTER.contains(&link.as_str()))));
                    }
                    links.clear();
                    nodes.push(self.element()?);
                }
            }
            if matches!(
                self.peek(),
                None | Some(Sign::Close | Sign::Or | Sign::And | Sign::Not | Sign::Near(_))
            ) {
                break;
            }
        }
        // “en ligne” is no “ligne”, “merci à” no “merci”.
        let alone = nodes.is_empty();
        nodes.extend(self.links(links.iter().filter(|link| alone || OUTER.contains(&link.as_str()))));
        Ok(one_or(nodes, Node::Sequence))
    }

    /// Function words that the text must have.
    fn links<'l>(&mut self, links: impl Iterator<Item = &'l String>) -> Vec<Node> {
        links.map(|link| self.atom(Atom::Exact(link.as_str().into()))).collect()
    }

    /// An element of a sequence.
    fn element(&mut self) -> Result<Node, (usize, Flaw)> {
        let Some(lexeme) = self.lexemes.get(self.at) else {
            return Err((self.end, Flaw::WordExpected { found: String::new() }));
        };
        let at = lexeme.at;
        let sign = lexeme.sign.clone();
        self.at += 1;
        Ok(match sign {
            Sign::Word(word) => self.words(&word, Atom::Family, true).ok_or((at, Flaw::EmptyRule))?,
            Sign::Quoted(words) => self.words(&words, Atom::Exact, false).ok_or((at, Flaw::EmptyRule))?,
            Sign::Prefix(stem) => self.atom(Atom::Prefix(normal(&stem).into())),
            Sign::Pattern(pattern) => {
                let built =
                    RegexBuilder::new(&pattern).case_insensitive(true).size_limit(PATTERN_SIZE).build();
                let regex = built.map_err(|cause| {
                    let cause = cause.to_string();
                    let last = cause.lines().last().unwrap_or_default();
                    (at, Flaw::Pattern(last.trim_start_matches("error: ").to_owned()))
                })?;
                Node::Pattern(regex)
            }
            Sign::Denied(denied) => {
                self.deeper(at)?;
                let node = self.element()?;
                self.depth -= 1;
                Node::Denied(denied, Box::new(node))
            }
            Sign::Open => {
                self.deeper(at)?;
                let node = self.whole()?;
                if !self.skip(&Sign::Close) {
                    return Err((at, Flaw::Unclosed('(')));
                }
                self.depth -= 1;
                node
            }
            Sign::Close | Sign::Or | Sign::And | Sign::Not | Sign::Near(_) => {
                let found = match sign {
                    Sign::Close => ")",
                    Sign::Or => "ou",
                    Sign::And => "et",
                    Sign::Not => "sauf",
                    _ => "près",
                };
                return Err((at, Flaw::WordExpected { found: found.to_owned() }));
            }
        })
    }

    fn deeper(&mut self, at: usize) -> Result<(), (usize, Flaw)> {
        self.depth += 1;
        if self.depth > DEEPEST { Err((at, Flaw::Deep)) } else { Ok(()) }
    }

    /// Words as the tokeniser parts them: “l'attente” is two.
    fn words(&mut self, words: &str, atom: fn(Box<str>) -> Atom, linked: bool) -> Option<Node> {
        let forms = tokenize(words).into_iter().map(|token| normal(token.surface));
        let mut forms: Vec<_> = forms.collect();
        if linked && forms.iter().any(|form| !LINKS.contains(&form.as_str())) {
            forms.retain(|form| !LINKS.contains(&form.as_str()));
        }
        let nodes: Vec<_> = forms.into_iter().map(|form| self.atom(atom(form.into()))).collect();
        (!nodes.is_empty()).then(|| one_or(nodes, Node::Sequence))
    }

    fn atom(&mut self, atom: Atom) -> Node {
        let next = self.atoms.len();
        Node::Word(*self.atoms.entry(atom).or_insert(next))
    }
}

/// The only node, or all of them together.
fn one_or(mut nodes: Vec<Node>, together: fn(Vec<Node>) -> Node) -> Node {
    if nodes.len() == 1 { nodes.remove(0) } else { together(nodes) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A rule as it was understood, with all its brackets.
    fn understood(text: &str) -> String {
        let mut atoms = Atoms::new();
        let (pole, node) = parse(text, &mut atoms).unwrap();
        let sign = match pole {
            Some(Pole::Positive) => "+",
            Some(Pole::Negative) => "-",
            _ => "",
        };
        format!("{sign}{}", shown(&node, &atoms))
    }

    fn shown(node: &Node, atoms: &Atoms) -> String {
        let all = |nodes: &[Node], by: &str| {
            nodes.iter().map(|node| shown(node, atoms)).collect::<Vec<_>>().join(by)
        };
        match node {
            Node::Word(id) => match atoms.iter().find(|(_, known)| *known == id).unwrap().0 {
                Atom::Family(form) => form.to_string(),
                Atom::Exact(form) => format!("={form}"),
                Atom::Prefix(form) => format!("{form}*"),
            },
            Node::Sequence(nodes) => format!("[{}]", all(nodes, " ")),
            Node::Any(nodes) => format!("({})", all(nodes, " | ")),
            Node::All(nodes) => format!("({})", all(nodes, " & ")),
            Node::Near(n, a, b) => format!("({} ~{n} {})", shown(a, atoms), shown(b, atoms)),
            Node::Except(a, b) => format!("({} ! {})", shown(a, atoms), shown(b, atoms)),
            Node::Denied(denied, node) => format!("{denied}:{}", shown(node, atoms)),
            Node::Pattern(regex) => format!("/{regex}/"),
        }
    }

    #[test]
    fn rules_are_understood_in_french_and_in_english() {
        for (rule, expected) in [
            ("délai", "délai"),
            ("Service Client", "[service client]"),
            ("bout du fil", "[bout fil]"),
            ("temps d'attente", "[temps attente]"),
            ("a b ou c et d", "([a b] | (c & d))"),
            ("cher or costly", "(cher | costly)"),
            ("prix près(4) élevé", "(prix ~4 élevé)"),
            ("price near (4) high", "(price ~4 high)"),
            ("carte sauf carte verte", "(carte ! [carte verte])"),
            ("nié:répondre", "true:répondre"),
            ("affirmed:(prix ou tarif)", "false:(prix | tarif)"),
            ("=cher \"à l'écoute\"", "[=cher [=à =l' =écoute]]"),
            ("« et »", "=et"),
            ("rembours*", "rembours*"),
            ("/ref\\/\\d+ x/ ou b2", "(/ref\\/\\d+ x/ | b2)"),
            ("- injoignable", "-injoignable"),
            ("+(rapide ou efficace) réponse", "+[(rapide | efficace) réponse]"),
            ("x1 et x2 sauf x3", "((x1 & x2) ! x3)"),
            ("x1 ou x2 et x3 sauf x4 ou x5", "((x1 | (x2 & x3)) ! (x4 | x5))"),
            ("en ligne", "[=en ligne]"),
            ("merci à", "[merci =à]"),
            ("le prix de la box", "[prix box]"),
            ("à l'heure dite", "[=à heure dite]"),
            ("(dans ou en) ville", "[(=dans | =en) ville]"),
        ] {
            assert_eq!(understood(rule), expected, "{rule}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_where_it_stands() {
        let word = |found: &str| Flaw::WordExpected { found: found.to_owned() };
        for (rule, at, flaw) in [
            ("  ", 0, Flaw::EmptyRule),
            ("+", 1, word("")),
            ("prix ou", 7, word("")),
            ("ou prix", 0, word("ou")),
            ("prix ou et tarif", 8, word("et")),
            ("(prix", 0, Flaw::Unclosed('(')),
            ("prix)", 4, Flaw::EndExpected { found: ")".to_owned() }),
            ("le \"service", 3, Flaw::Unclosed('"')),
            ("prix près élevé", 11, Flaw::Distance { found: "élevé".to_owned() }),
            ("prix près(99) élevé", 10, Flaw::Distance { found: "(99)".to_owned() }),
            ("prix !", 5, word("!")),
            ("re*", 0, Flaw::Prefix("re*".to_owned())),
            ("re*bours", 0, Flaw::Prefix("re*bours".to_owned())),
            ("\"!\"", 0, Flaw::EmptyRule),
        ] {
            assert_eq!(parse(rule, &mut Atoms::new()).unwrap_err(), (at, flaw), "{rule}");
        }
        let deep = "(".repeat(50);
        assert_eq!(parse(&deep, &mut Atoms::new()).unwrap_err(), (20, Flaw::Deep));
        assert!(matches!(parse("/(/", &mut Atoms::new()), Err((0, Flaw::Pattern(_)))));
    }

    proptest! {
        #[test]
        fn any_rule_is_understood_or_refused_inside_itself(rule in "([a-zé]{1,4}|[ ()\"/:*=+-]|ou|et|sauf|près\\([0-9]\\)| ){0,12}") {
            if let Err((at, _)) = parse(&rule, &mut Atoms::new()) {
                prop_assert!(at <= rule.len() && rule.is_char_boundary(at));
            }
        }

        #[test]
        fn any_text_at_all_too(rule in "\\PC{0,20}") {
            if let Err((at, _)) = parse(&rule, &mut Atoms::new()) {
                prop_assert!(at <= rule.len() && rule.is_char_boundary(at));
            }
        }
    }
}
