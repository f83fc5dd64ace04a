//! What the forms of a vocabulary are to the rules of a codebook: each form is looked up once.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::clause::Cut;
use super::codebook::Codebook;
use super::lexeme::LINKS;
use super::rule::{Atom, AtomId};
use crate::text::{Analyzer, FormId, Role};

/// What a form is to the rules.
#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    /// Its atoms, in the pool of the table.
    from: u32,
    to: u32,
    /// What it does to the clause before it.
    cut: Cut,
    /// Whether a sequence looks over it.
    link: bool,
}

/// What the forms of one analyzer are to the rules, filled as forms appear.
#[derive(Debug, Clone)]
pub(super) struct Table {
    families: FxHashMap<Box<str>, Vec<AtomId>>,
    exact: FxHashMap<Box<str>, AtomId>,
    prefixes: Vec<(String, AtomId)>,
    forms: Vec<Entry>,
    pool: Vec<AtomId>,
    /// The rules to try where an atom is there.
    pub tried: Vec<Vec<usize>>,
    /// The rules to try always.
    pub always: Vec<usize>,
}

impl Table {
    /// A table for the forms of `analyzer`.
    pub fn new(book: &Codebook, analyzer: &Analyzer) -> Self {
        let mut table = Self {
            families: FxHashMap::default(),
            exact: FxHashMap::default(),
            prefixes: Vec::new(),
            forms: Vec::new(),
            pool: Vec::new(),
            tried: vec![Vec::new(); book.atoms.len()],
            always: Vec::new(),
        };
        for (id, atom) in book.atoms.iter().enumerate() {
            match atom {
                Atom::Family(form) => {
                    table.families.entry(analyzer.key(form).into()).or_default().push(id);
                }
                Atom::Exact(form) => {
                    table.exact.insert(form.clone(), id);
                }
                Atom::Prefix(form) => table.prefixes.push((fold(form), id)),
            }
        }
        for (number, rule) in book.rules.iter().enumerate() {
            if rule.language.is_some_and(|language| language != analyzer.language()) {
                continue;
            }
            match rule.node.keys(&book.atoms) {
                Some(keys) => keys.into_iter().for_each(|atom| table.tried[atom].push(number)),
                None => table.always.push(number),
            }
        }
        table
    }

    /// Looks up the forms that have appeared since.
    pub fn extend(&mut self, analyzer: &Analyzer) {
        for number in self.forms.len()..analyzer.forms().len() {
            let form = analyzer.forms()[number];
            let normal = &*analyzer.normals()[number];
            let from = self.pool.len() as u32;
            if let Some(atoms) = self.families.get(analyzer.family(form.family)) {
                self.pool.extend(atoms);
            }
            self.pool.extend(self.exact.get(normal));
            if !self.prefixes.is_empty() {
                let plain = fold(normal);
                let begins = self.prefixes.iter().filter(|(prefix, _)| plain.starts_with(prefix.as_str()));
                self.pool.extend(begins.map(|(_, atom)| atom));
            }
            let to = self.pool.len() as u32;
            let looked_over =
                matches!(form.role, Role::Article | Role::Great | Role::Extreme | Role::Strong | Role::Weak);
            let link = looked_over || LINKS.contains(&normal);
            self.forms.push(Entry { from, to, cut: Cut::before(normal, form.role), link });
        }
    }

    /// What a form does to the clause before it.
    pub fn cut(&self, form: FormId) -> Cut {
        self.forms[form.0 as usize].cut
    }

    /// Whether a sequence looks over a form.
    pub fn is_link(&self, form: FormId) -> bool {
        self.forms[form.0 as usize].link
    }

    /// The atoms that a form is.
    pub fn atoms(&self, form: FormId) -> &[AtomId] {
        let entry = self.forms[form.0 as usize];
        &self.pool[entry.from as usize..entry.to as usize]
    }
}

/// `word` without its accents, which hurry drops.
fn fold(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).collect()
}
