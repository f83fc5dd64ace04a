//! Why a file is no plan, and what to do about it.

use crate::Lang;

/// Why a file is no plan.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PlanError {
    /// A column is missing.
    NoColumn {
        /// Its header, in French and in English.
        column: [&'static str; 2],
    },
    /// No drawn call.
    NoRow,
    /// A cell that is not what its column holds.
    Cell {
        /// Row as the spreadsheet numbers it.
        row: u64,
        /// Header of the column, in French and in English.
        column: [&'static str; 2],
        /// What is there.
        found: String,
    },
    /// A cell that says otherwise than an earlier row of the same draw, or of the same stratum.
    Differs {
        /// Row as the spreadsheet numbers it.
        row: u64,
        /// Header of the column, in French and in English.
        column: [&'static str; 2],
        /// What is there.
        found: String,
        /// What was said before.
        before: String,
    },
    /// A call that an earlier row names already.
    Repeated {
        /// Row as the spreadsheet numbers it.
        row: u64,
        /// The call.
        call: String,
    },
    /// A stratum with more rows, or fewer, than calls drawn.
    Rows {
        /// Its first row.
        row: u64,
        /// Calls drawn, by the file.
        drawn: u64,
        /// Rows of the stratum.
        found: u64,
    },
    /// Fewer strata, or more, than the calls of the draw make.
    Strata {
        /// Calls eligible, by the file.
        eligible: u64,
        /// Calls of all strata.
        found: u64,
    },
}

impl PlanError {
    /// The error in a sentence or two, in French or in English.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let at = |column: &[&str; 2]| lang.quote(lang.pick(column[0], column[1]));
        let text = match self {
            Self::NoColumn { column } => {
                let column = at(column);
                lang.pick(
                    format!("Plan d’écoute : colonne {column} absente. Gardez le fichier tel que le tirage l’a écrit, une ligne par appel tiré."),
                    format!("Listening plan: no column {column}. Keep the file as the draw wrote it, one row per drawn call."),
                )
            }
            Self::NoRow => lang.pick(
                "Plan d’écoute : aucun appel tiré.".to_owned(),
                "Listening plan: no drawn call.".to_owned(),
            ),
            Self::Cell { row, column, found } => {
                let (column, found) = (at(column), lang.quote(found));
                lang.pick(
                    format!("Plan d’écoute, ligne {row}, colonne {column} : {found} n’est pas ce que le tirage écrit. Reprenez la valeur du fichier d’origine."),
                    format!("Listening plan, row {row}, column {column}: {found} is not what the draw writes. Take the value of the original file."),
                )
            }
            Self::Differs { row, column, found, before } => {
                let (column, found, before) = (at(column), lang.quote(found), lang.quote(before));
                lang.pick(
                    format!("Plan d’écoute, ligne {row}, colonne {column} : {found}, mais {before} plus haut pour le même tirage. Un plan vient d’un seul tirage : donnez un fichier par tirage."),
                    format!("Listening plan, row {row}, column {column}: {found}, but {before} above for the same draw. A plan comes from a single draw: give one file per draw."),
                )
            }
            Self::Repeated { row, call } => {
                let call = lang.quote(call);
                lang.pick(
                    format!("Plan d’écoute, ligne {row} : l’appel {call} y est déjà. Supprimez la ligne en double."),
                    format!("Listening plan, row {row}: call {call} is there already. Delete the repeated row."),
                )
            }
            Self::Rows { row, drawn, found } => {
                let (drawn, found) = (lang.count(*drawn), lang.count(*found));
                lang.pick(
                    format!("Plan d’écoute, strate de la ligne {row} : appels tirés : {drawn}, lignes : {found}. Gardez tous les appels tirés, même non évalués, et n’en ajoutez pas : un appel choisi n’est pas un appel tiré."),
                    format!("Listening plan, stratum of row {row}: calls drawn: {drawn}, rows: {found}. Keep every drawn call, evaluated or not, and add none: a call that was picked was not drawn."),
                )
            }
            Self::Strata { eligible, found } => {
                let (eligible, found) = (lang.count(*eligible), lang.count(*found));
                lang.pick(
                    format!("Plan d’écoute : {eligible} appels éligibles au tirage, {found} dans les strates du fichier. Des lignes manquent : reprenez le fichier d’origine."),
                    format!("Listening plan: {eligible} calls were eligible, {found} are in the strata of the file. Rows are missing: take the original file."),
                )
            }
        };
        lang.typeset(text)
    }
}
