//! Errors in words: what was found, where, what was expected, what to write.

use super::design_words::{design, head_count, no_head_count};
use super::privacy_words::call_back;
use super::toml_words::{in_english, in_french};
use super::{Error, Excess, Expected, Location};
use crate::Lang;

impl Location {
    /// `avis.csv, row 12, column “note”`.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let mut out = self.file.clone();
        if let Some(row) = self.row {
            out.push_str(&lang.pick(format!(", ligne {row}"), format!(", row {row}")));
        }
        if let Some(column) = &self.column {
            let column = lang.quote(column);
            out.push_str(&lang.pick(format!(", colonne {column}"), format!(", column {column}")));
        }
        out
    }
}

/// At most twelve names between quotation marks: a file may have hundreds of columns.
pub(crate) fn list(names: &[String], lang: Lang) -> String {
    const SHOWN: usize = 12;
    let mut out = names.iter().take(SHOWN).map(|n| lang.quote(n)).collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN {
        let more = names.len() - SHOWN;
        out.push_str(&lang.pick(
            format!(" et {more} {}", if more == 1 { "autre" } else { "autres" }),
            format!(" and {more} more"),
        ));
    }
    out
}

pub(super) fn scale(low: f64, high: f64, lang: Lang) -> String {
    let (low, high) = (plain(low, lang), plain(high, lang));
    lang.pick(format!("{low} à {high}"), format!("{low} to {high}"))
}

fn plain(value: f64, lang: Lang) -> String {
    lang.number(value, usize::from(value.fract() != 0.0))
}

impl Excess {
    /// An amount with its unit.
    fn amount(self, n: u64, lang: Lang) -> String {
        let count = lang.count(n);
        match self {
            Self::Bytes if n >= 1 << 20 => {
                let n = lang.count(n >> 20);
                lang.pick(format!("{n}\u{a0}Mo une fois décompressé"), format!("{n} MB once decompressed"))
            }
            Self::Bytes => lang.pick(
                format!("{count} octets une fois décompressé"),
                format!("{count} bytes once decompressed"),
            ),
            Self::CellBytes => {
                lang.pick(format!("{count} octets dans une cellule"), format!("{count} bytes in one cell"))
            }
            Self::Columns => lang.pick(format!("{count} colonnes"), format!("{count} columns")),
            Self::Rows => lang.pick(format!("{count} lignes"), format!("{count} rows")),
            Self::Cells => lang.pick(format!("{count} cellules"), format!("{count} cells")),
        }
    }
}

impl Error {
    /// The error in words, in `lang`: where, what was found, what was expected, what to write.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        lang.typeset(self.words(lang))
    }

    #[expect(clippy::too_many_lines, reason = "one arm a kind, all in one place")]
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::CallBack(refusal) => call_back(refusal, lang),
            Self::NotFound { file } => lang.pick(
                format!("{file}\u{a0}: ce fichier n’existe pas. Vérifiez le chemin et l’orthographe."),
                format!("{file}: no such file. Check the path and the spelling."),
            ),
            Self::IsDirectory { file } => lang.pick(
                format!(
                    "{file}\u{a0}: c’est un dossier, un fichier est attendu. Nommez les fichiers, par \
                     exemple {file}/vague1.csv {file}/vague2.csv."
                ),
                format!(
                    "{file}: this is a folder, a file is expected. Name the files, for example \
                     {file}/wave1.csv {file}/wave2.csv."
                ),
            ),
            Self::Empty { file } => lang.pick(
                format!(
                    "{file}\u{a0}: le fichier est vide. Une ligne de titres et des réponses sont attendues."
                ),
                format!("{file}: the file is empty. A header row and answers are expected."),
            ),
            Self::HeaderAlone { file } => lang.pick(
                format!(
                    "{file}\u{a0}: le fichier ne contient que la ligne de titres, sans aucune réponse. \
                     Refaites l’export avec les réponses."
                ),
                format!("{file}: the file holds a header and no answers. Export it again with the answers."),
            ),
            Self::LongRow { at, found, expected } => {
                let at = at.words(lang);
                lang.pick(
                    format!(
                        "{at}\u{a0}: {found} cellules trouvées, {expected} attendues d’après la ligne de \
                         titres. Un séparateur se trouve sans doute dans un texte\u{a0}: mettez ce texte \
                         entre guillemets droits (\"…\")."
                    ),
                    format!(
                        "{at}: found {found} cells, expected {expected} as in the header. A text probably \
                         contains the separator: put that text between straight quotes (\"…\")."
                    ),
                )
            }
            Self::UnclosedQuote { at } => {
                let at = at.words(lang);
                lang.pick(
                    format!(
                        "{at}\u{a0}: un guillemet droit (\") ouvre une cellule et n’est jamais refermé. \
                         Ajoutez le guillemet manquant, ou doublez-le (\"\") s’il fait partie du texte."
                    ),
                    format!(
                        "{at}: a straight quote (\") opens a cell and is never closed. Add the missing \
                         quote, or double it (\"\") where it belongs to the text."
                    ),
                )
            }
            Self::Damaged { file, format, cause } => lang.pick(
                format!(
                    "{file}\u{a0}: ce fichier {format} est illisible ou incomplet ({cause}). Refaites l’export, \
                     ou ouvrez-le dans le logiciel qui l’a produit et enregistrez-le en CSV."
                ),
                format!(
                    "{file}: this {format} file is damaged or incomplete ({cause}). Export it again, or open it \
                     in the program that made it and save it as CSV."
                ),
            ),
            Self::NoRecords { file } => lang.pick(
                format!(
                    "{file}\u{a0}: ce JSON ne contient aucune liste de réponses. Une liste d’objets est attendue\u{a0}: \
                     [{{\"note\": 9}}, …], seule ou dans un objet."
                ),
                format!(
                    "{file}: this JSON holds no list of responses. A list of objects is expected: [{{\"note\": 9}}, …], \
                     alone or inside an object."
                ),
            ),
            Self::NotARecord { file, record, list, line } => {
                let found = match (list, lang) {
                    (true, Lang::Fr) => "une liste",
                    (true, Lang::En) => "a list",
                    (false, Lang::Fr) => "une valeur seule",
                    (false, Lang::En) => "a single value",
                };
                let place = match (line, lang) {
                    (true, Lang::Fr) => format!("ligne {record} du fichier"),
                    (true, Lang::En) => format!("line {record} of the file"),
                    (false, Lang::Fr) => format!("réponse {record}"),
                    (false, Lang::En) => format!("record {record}"),
                };
                lang.pick(
                    format!("{file}, {place}\u{a0}: {found} trouvée, un objet {{…}} attendu. Corrigez cette réponse ou ôtez-la."),
                    format!("{file}, {place}: found {found}, expected an object {{…}}. Correct this record or remove it."),
                )
            }
            Self::SeveralFiles { file, files } => {
                let files = list(files, lang);
                lang.pick(
                    format!(
                        "{file}\u{a0}: cette archive contient plusieurs fichiers ({files}). Décompressez-la, puis nommez \
                         les fichiers à lire."
                    ),
                    format!("{file}: this archive holds several files ({files}). Unzip it, then name the files to read."),
                )
            }
            Self::Protected { file } => lang.pick(
                format!(
                    "{file}\u{a0}: ce classeur est protégé par un mot de passe. Ouvrez-le dans Excel, enregistrez-en une \
                     copie sans mot de passe et relancez."
                ),
                format!(
                    "{file}: this workbook is protected by a password. Open it in Excel, save a copy without the \
                     password and try again."
                ),
            ),
            Self::TooLarge { at, what, limit } => {
                let (at, limit) = (at.words(lang), what.amount(*limit, lang));
                lang.pick(
                    format!(
                        "{at}\u{a0}: plus de {limit}, plus qu’aucune enquête. Le fichier est sans doute abîmé\u{a0}; \
                         refaites l’export, ou découpez-le en plusieurs fichiers."
                    ),
                    format!(
                        "{at}: more than {limit}, more than any survey holds. The file is probably damaged: \
                         export it again, or cut it into several files."
                    ),
                )
            }
            Self::NoMatch { pattern } => lang.pick(
                format!("{pattern}\u{a0}: aucun fichier ne correspond à ce motif. Vérifiez le dossier et l’extension."),
                format!("{pattern}: no file matches this pattern. Check the folder and the extension."),
            ),
            Self::UnknownEncoding { encoding } => {
                let encoding = lang.quote(encoding);
                lang.pick(
                    format!(
                        "--encoding {encoding}\u{a0}: encodage inconnu. Écrivez par exemple utf-8, windows-1252, \
                         iso-8859-15, macintosh, utf-16le."
                    ),
                    format!(
                        "--encoding {encoding}: unknown encoding. Write for example utf-8, windows-1252, \
                         iso-8859-15, macintosh, utf-16le."
                    ),
                )
            }
            Self::NotEncoded { at, encoding } => {
                let at = at.words(lang);
                lang.pick(
                    format!(
                        "{at}\u{a0}: ces octets ne sont pas du {encoding}. Ôtez --encoding, ou nommez l’encodage du \
                         fichier (windows-1252, macintosh…)."
                    ),
                    format!(
                        "{at}: these bytes are not {encoding}. Leave --encoding out, or name the encoding of the \
                         file (windows-1252, macintosh…)."
                    ),
                )
            }
            Self::UnknownFormat { file } => lang.pick(
                format!(
                    "{file}\u{a0}: le format ne se reconnaît pas à ses premiers octets. Ajoutez --input-format csv, \
                     xlsx, json, jsonl, parquet ou sav."
                ),
                format!(
                    "{file}: the format cannot be told from the first bytes. Add --input-format csv, xlsx, json, \
                     jsonl, parquet or sav."
                ),
            ),
            Self::NotText { file, looks_like } => lang.pick(
                format!(
                    "{file}\u{a0}: ce n’est pas un fichier de réponses ({looks_like}). Exportez les réponses en CSV ou en \
                     XLSX\u{a0}; ce qu’Excel sait ouvrir peut y être enregistré en XLSX."
                ),
                format!("{file}: this is no file of answers ({looks_like}). Export the answers as CSV or XLSX; what Excel opens can be saved there as XLSX."),
            ),
            Self::SameFile { file } => lang.pick(
                format!("{file} est donné deux fois\u{a0}: ses réponses compteraient double. Nommez-le une fois."),
                format!("{file} is given twice: its answers would count double. Name it once."),
            ),
            Self::NoSheet { file, sheet, sheets } => {
                let (sheet, sheets) = (lang.quote(sheet), list(sheets, lang));
                lang.pick(
                    format!("{file}\u{a0}: pas de feuille {sheet}. Feuilles présentes\u{a0}: {sheets}."),
                    format!("{file}: no sheet {sheet}. Sheets found: {sheets}."),
                )
            }
            Self::Design { at, flaw, found } => design(at, *flaw, found, lang),
            Self::UnknownValue { column, found, known } => {
                let (column, found, known) = (lang.quote(column), lang.quote(found), list(known, lang));
                lang.pick(
                    format!("{column} n’a pas la valeur {found}. Ses valeurs\u{a0}: {known}."),
                    format!("{column} has no value {found}. Its values: {known}."),
                )
            }
            Self::NoHeadCount { column, stratum, declared } => no_head_count(column, stratum, declared, lang),
            Self::HeadCount { column, stratum, found, answered } => {
                head_count(column, stratum, *found, *answered, lang)
            }
            Self::OutOfScale { at, found, others, question, low, high, kind } => {
                let (at, range) = (at.words(lang), scale(*low, *high, lang));
                let (quoted, first) = (lang.quote(found), toml_string(found));
                let value =
                    std::iter::once(found).chain(others).map(|v| toml_string(v)).collect::<Vec<_>>().join(", ");
                let more = if others.is_empty() {
                    String::new()
                } else {
                    let others = list(others, lang);
                    lang.pick(
                        format!(" Autres valeurs hors de l’échelle dans cette colonne\u{a0}: {others}."),
                        format!(" Other values outside the scale in this column: {others}."),
                    )
                };
                let whole = matches!(*kind, "nps" | "enps");
                let fr = if whole {
                    format!("un nombre entier de {range} attendu")
                } else {
                    format!("une valeur de {range} attendue")
                };
                let en = format!("{} from {range}", if whole { "a whole number" } else { "a value" });
                // A number is a code or the sign of another scale; words are an answer whose value is unknown.
                let remedy = if let Ok(number) = found.parse::<f64>() {
                    // One step beyond the scale is another scale; further off, a code.
                    let code = if number > high + 1.0 || number < low - 1.0 {
                        lang.pick(
                            format!("si elle veut dire « sans réponse »\u{a0}: missing = [{value}]\u{a0}; "),
                            format!("if it means no answer: missing = [{value}]; "),
                        )
                    } else {
                        String::new()
                    };
                    let other = lang.pick(
                        "si l’échelle est autre\u{a0}: kind = \"rating\", scale = [bas, haut]\u{a0}; si un NPS est codé de \
                         1 à 11\u{a0}: labels = { \"1\" = 0, \"2\" = 1, …, \"11\" = 10 }",
                        "if the scale is another: kind = \"rating\", scale = [low, high]; if an NPS is coded 1 to 11: \
                         labels = { \"1\" = 0, \"2\" = 1, …, \"11\" = 10 }",
                    );
                    code + other
                } else {
                    lang.pick(
                        format!(
                            "si c’est une réponse, sa valeur\u{a0}: labels = {{ {first} = {high} }}\u{a0}; si elle veut \
                             dire « sans réponse »\u{a0}: missing = [{value}]"
                        ),
                        format!(
                            "if it is an answer, its value: labels = {{ {first} = {high} }}; if it means no answer: \
                             missing = [{value}]"
                        ),
                    )
                };
                lang.pick(
                    format!(
                        "{at}\u{a0}: {quoted} trouvé, {fr} (question {question}, kind = \"{kind}\").{more} Corrigez la cellule\u{a0}; ou écrivez un study.toml (barometre init FICHIER -o \
                         study.toml), complétez-y la question {question} et relancez avec --study study.toml\u{a0}: \
                         {remedy}."
                    ),
                    format!(
                        "{at}: found {quoted}, expected {en} (question {question}, kind = \"{kind}\").{more} \
                         Correct the cell; or write a study.toml (barometre init FILE -o study.toml), complete \
                         question {question} there and run again with --study study.toml: {remedy}."
                    ),
                )
            }
            Self::NothingToAnalyse { columns } => {
                let columns = list(columns, lang);
                lang.pick(
                    format!(
                        "Ni note ni texte libre reconnus. Colonnes lues\u{a0}: {columns}. Écrivez un \
                         study.toml (barometre init FICHIER -o study.toml), ajoutez-y [[question]] avec column \
                         et kind (nps, csat, ces, rating, open), puis relancez avec --study study.toml."
                    ),
                    format!(
                        "Neither a score nor free text was recognised. Columns read: {columns}. Write a \
                         study.toml (barometre init FILE -o study.toml), add a [[question]] with column and \
                         kind (nps, csat, ces, rating, open), then run again with --study study.toml."
                    ),
                )
            }
            Self::UnknownSegment { option, found, known } => {
                let (found, known) = (lang.quote(found), list(known, lang));
                lang.pick(
                    format!(
                        "{option}\u{a0}: aucune colonne {found}. Segments de l’étude\u{a0}: {known}. Toute autre colonne du \
                         fichier convient aussi, si elle a peu de valeurs."
                    ),
                    format!(
                        "{option}: no column {found}. Segments of the study: {known}. Any other column of the file \
                         will do as well, if it has few values."
                    ),
                )
            }
            Self::UnknownQuestion { found, known } => {
                let (found, known) = (lang.quote(found), list(known, lang));
                lang.pick(
                    format!("--question\u{a0}: aucune question fermée {found}. Questions de l’étude\u{a0}: {known}."),
                    format!("--question: no closed question {found}. Questions of the study: {known}."),
                )
            }
            Self::TooManyCells { column } => lang.pick(
                format!(
                    "--by {column}\u{a0}: trop de cases pour des tris croisés (strates × vagues × segments × réponses). \
                     Dans study.toml, gardez moins de segments ou regroupez leurs valeurs (merge, bands)."
                ),
                format!(
                    "--by {column}: too many cells for cross-tables (strata × waves × segments × answers). In \
                     study.toml, keep fewer segments or group their values (merge, bands)."
                ),
            ),
            Self::Study { file, line, column, cause } => lang.pick(
                format!("{file}, ligne {line}, caractère {column}\u{a0}: {}.", in_french(cause)),
                format!("{file}, line {line}, character {column}: {}.", in_english(cause)),
            ),
            Self::StudyEncoding { file } => lang.pick(
                format!("{file}\u{a0}: ce fichier n’est pas en UTF-8. Dans l’éditeur, enregistrez-le avec l’encodage UTF-8."),
                format!("{file}: this file is not UTF-8. In the editor, save it with the encoding UTF-8."),
            ),
            Self::Codebook(error) => error.message(lang),
            Self::Centre(error) => error.message(lang),
            Self::Presentation(error) => error.words(lang),
            Self::Template(error) => error.words(lang),
            Self::Pdf(error) => error.words(lang),
            Self::Transcript(error) => error.message(lang),
            Self::Concordance(error) => error.message(lang),
            Self::Staffing(error) => error.message(lang),
            Self::NoCodedColumn { found, known } => {
                let (found, known) = (lang.quote(found), list(known, lang));
                lang.pick(
                    format!("--coded\u{a0}: aucune colonne {found}. Colonnes présentes\u{a0}: {known}."),
                    format!("--coded: no column {found}. Columns found: {known}."),
                )
            }
            Self::UnknownTheme { at, found, known } => {
                let (at, found, known) = (at.words(lang), lang.quote(found), known.join(", "));
                lang.pick(
                    format!(
                        "{at}\u{a0}: {found} n’est pas un thème du plan de codage. Écrivez un de ses thèmes, plusieurs \
                         séparés par «\u{a0};\u{a0}», ou - pour aucun\u{a0}: {known}."
                    ),
                    format!(
                        "{at}: {found} is no theme of the codebook. Write one of its themes, several separated by “;”, \
                         or - for none: {known}."
                    ),
                )
            }
            Self::NoCodebook { file, known } => {
                let known = known.join(", ");
                lang.pick(
                    format!("{file}\u{a0}: plan de codage introuvable. Donnez un fichier TOML, ou l’un des plans fournis\u{a0}: {known}."),
                    format!("{file}: codebook not found. Give a TOML file, or one of the codebooks supplied: {known}."),
                )
            }
            Self::FamilyTwice { file, form, split } => {
                let form = lang.quote(form);
                let (fr, en) = if *split {
                    (
                        "est à la fois dans merge et dans split. Gardez-le dans une seule des deux listes.",
                        "is in merge and in split. Keep it in one of the two lists.",
                    )
                } else {
                    (
                        "ou un mot de sa famille est dans deux listes de merge. Réunissez ces deux listes, ou ôtez-le de l’une.",
                        "or a word of its family is in two lists of merge. Make one list of the two, or take it out of one.",
                    )
                };
                lang.pick(
                    format!("{file}, [families]\u{a0}: {form} {fr}"),
                    format!("{file}, [families]: {form} {en}"),
                )
            }
            Self::UnknownKey { file, line, column, key, accepted } => {
                let (key, accepted) = (lang.quote(key), accepted.join(", "));
                lang.pick(
                    format!(
                        "{file}, ligne {line}, caractère {column}\u{a0}: clé inconnue {key}. Clés possibles ici\u{a0}: \
                         {accepted}."
                    ),
                    format!("{file}, line {line}, character {column}: unknown key {key}. Keys known here: {accepted}."),
                )
            }
            Self::Filter { file, filter, cause } => {
                let (filter, cause) = (lang.quote(filter), cause.words(lang));
                lang.pick(
                    format!(
                        "{file}, clé where, {filter}\u{a0}: {cause} Écrivez par exemple where = \"pays == 'FR' and age >= \
                         18\"."
                    ),
                    format!(
                        "{file}, key where, {filter}: {cause} Write for example where = \"country == 'FR' and age >= \
                         18\"."
                    ),
                )
            }
            Self::NothingKept { file, filter } => {
                let filter = lang.quote(filter);
                lang.pick(
                    format!("{file}, clé where\u{a0}: aucune ligne ne répond à {filter}. Vérifiez les valeurs, ou ôtez la clé."),
                    format!("{file}, key where: no row passes {filter}. Check the values, or remove the key."),
                )
            }
            Self::Grouping { file, column, cause } => {
                let (column, cause) = (lang.quote(column), cause.words(lang));
                lang.pick(
                    format!("{file}, clé segments, {column}\u{a0}: {cause}"),
                    format!("{file}, key segments, {column}: {cause}"),
                )
            }
            Self::Weighting { file, margin, cause } => {
                let (margin, cause) = (lang.quote(margin), cause.words(lang));
                lang.pick(
                    format!("{file}, cibles de {margin}\u{a0}: {cause}"),
                    format!("{file}, targets of {margin}: {cause}"),
                )
            }
            Self::Targets { at, found, expected } => expected.words(at, found, lang),
            Self::NotZeroToTen { at, low, high, question } => {
                let found = scale(*low, *high, lang);
                let lines = not_zero_to_ten(at.column.as_deref().unwrap_or_default(), *low, *high, question);
                let at = at.words(lang);
                lang.pick(
                    format!(
                        "{at}\u{a0}: cette question est une recommandation, mais ses réponses vont de {found}, et un NPS se \
                         compte de 0 à 10. Écrivez l’étude (barometre init FICHIERS -o study.toml) avec ces \
                         lignes, puis ajoutez --study study.toml\u{a0}:\n{lines}"
                    ),
                    format!(
                        "{at}: this question is a recommendation, but its answers go from {found}, and an NPS counts \
                         from 0 to 10. Write the study (barometre init FILES -o study.toml) with these lines, then \
                         add --study study.toml:\n{lines}"
                    ),
                )
            }
            Self::UnknownColumn { file, key, column, columns } => {
                let (column, columns) = (lang.quote(column), list(columns, lang));
                lang.pick(
                    format!(
                        "{file}, clé {key}\u{a0}: aucune colonne {column} dans les fichiers lus. Colonnes \
                         présentes\u{a0}: {columns}."
                    ),
                    format!("{file}, key {key}: no file has a column {column}. Columns found: {columns}."),
                )
            }
            Self::UnknownWave { file, key, wave, waves } => {
                let wave = lang.quote(wave);
                if waves.is_empty() {
                    return lang.pick(
                        format!("{file}, clé {key}\u{a0}: aucune vague {wave}, car l’étude n’a pas de vagues."),
                        format!("{file}, key {key}: no wave {wave}, since the study has no waves."),
                    );
                }
                let waves = list(waves, lang);
                lang.pick(
                    format!("{file}, clé {key}\u{a0}: aucune vague {wave}. Vagues présentes\u{a0}: {waves}."),
                    format!("{file}, key {key}: no wave {wave}. Waves found: {waves}."),
                )
            }
            Self::Invited { wave, invited, answered } => {
                let (invited, answered) = (lang.count(*invited), lang.count(*answered));
                let of = wave.as_ref().map_or_else(String::new, |wave| {
                    let wave = lang.quote(wave);
                    lang.pick(format!(", vague {wave}"), format!(", wave {wave}"))
                });
                lang.pick(
                    format!(
                        "study.toml, clé invited{of}\u{a0}: {invited} invitations pour {answered} réponses. Écrivez le \
                         nombre de personnes interrogées, relances non comprises."
                    ),
                    format!(
                        "study.toml, key invited{of}: {invited} invitations for {answered} answers. Write the number of \
                         people asked, not counting reminders."
                    ),
                )
            }
            Self::StudyValue { file, key, found, expected } => {
                let expected = expected.words(lang);
                lang.pick(
                    format!("{file}, clé {key}\u{a0}: {found} trouvé, {expected}."),
                    format!("{file}, key {key}: found {found}, {expected}."),
                )
            }
            Self::TooManyValues { column, limit } => {
                let column = lang.quote(column);
                lang.pick(
                    format!(
                        "La colonne {column} a plus de {limit} valeurs différentes\u{a0}: elle ne peut \
                         servir ni de segment, ni de vagues, ni d’échelle. Corrigez study.toml."
                    ),
                    format!(
                        "Column {column} has more than {limit} different values: it can be neither a segment, nor waves, \
                         nor a scale. Correct study.toml."
                    ),
                )
            }
            Self::OverInput { path } => {
                let path = path.display();
                lang.pick(
                    format!("{path} contient les fichiers lus : ils seraient remplacés. Choisissez un autre dossier avec -o."),
                    format!("{path} holds the files that are read: they would be replaced. Choose another folder with -o."),
                )
            }
            Self::SameOutput { path } => {
                let path = path.display();
                lang.pick(
                    format!("{path} est donné pour deux résultats : l’un effacerait l’autre. Donnez deux noms."),
                    format!("{path} is given for two results: one would replace the other. Give two names."),
                )
            }
            Self::OutputExists { path } => {
                let path = path.display();
                lang.pick(
                    format!(
                        "{path} existe déjà et n’a pas été écrit par barometre. Choisissez un autre nom avec \
                         -o, ou ajoutez --force pour écrire dedans."
                    ),
                    format!(
                        "{path} exists and was not written by barometre. Choose another name with -o, or \
                         add --force to write there."
                    ),
                )
            }
            Self::NothingToDraw { kind } => lang.pick(
                format!("rien à dessiner pour « {kind} » : ces fichiers ne donnent pas ce que la figure montre. barometre report les décrit en entier ; barometre chart --help nomme les figures.").replace("« ", "«\u{a0}").replace(" »", "\u{a0}»").replace(" :", "\u{a0}:").replace(" ;", "\u{a0};"),
                format!("nothing to draw for “{kind}”: these files do not hold what the figure shows. barometre report describes them whole; barometre chart --help names the figures."),
            ),
            Self::FileExists { path } => {
                let path = path.display();
                lang.pick(
                    format!("{path} existe déjà. Choisissez un autre nom, ou ajoutez --force pour le remplacer."),
                    format!("{path} exists. Choose another name, or add --force to replace it."),
                )
            }
            Self::SlidesTemplate { path, flaw } => super::slides_words::message(path, flaw, lang),
            Self::NotAFolder { path } => {
                let path = path.display();
                lang.pick(
                    format!("{path} est un fichier\u{a0}: un dossier est attendu. Choisissez un autre nom avec -o."),
                    format!("{path} is a file: a folder is expected. Choose another name with -o."),
                )
            }
            Self::Io { path, cause } => {
                let path = path.display();
                lang.pick(
                    format!("{path}\u{a0}: lecture ou écriture impossible ({cause})."),
                    format!("{path}: cannot be read or written ({cause})."),
                )
            }
            Self::Engine { file, cause } => lang.pick(
                format!("{file}\u{a0}: lecture impossible ({cause})."),
                format!("{file}: cannot be read ({cause})."),
            ),
            Self::Render { what, cause } => lang.pick(
                format!("{what}\u{a0}: impossible à produire ({cause}). C’est un défaut de barometre."),
                format!("{what}: cannot be produced ({cause}). This is a defect of barometre."),
            ),
        }
    }
}

/// The lines of study.toml that settle a recommendation whose answers cannot be 0–10.
fn not_zero_to_ten(column: &str, low: f64, high: f64, question: &str) -> String {
    let (id, column) = (toml_string(question), toml_string(column));
    let how = if (low, high) == (1.0, 11.0) {
        // Codes that count the eleven answers from 1.
        let labels: Vec<String> = (0..=10).map(|x| format!("\"{}\" = {x}", x + 1)).collect();
        format!("kind = \"nps\"\nlabels = {{ {} }}", labels.join(", "))
    } else {
        format!("kind = \"rating\"\nscale = [{low}, {high}]")
    };
    format!("[[question]]\nid = {id}\ncolumn = {column}\n{how}")
}

/// A string as study.toml writes it.
pub(crate) fn toml_string(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

impl Expected {
    fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Scale => lang.pick(
                "scale = [bas, haut] attendu, avec bas < haut",
                "expected scale = [low, high] with low < high",
            ),
            Self::ScaleOfKind => lang.pick(
                "une échelle de 0 à 10 est attendue pour nps et enps\u{a0}; pour une autre échelle, \
                 écrivez kind = \"rating\"",
                "nps and enps need a scale of 0 to 10; for another scale write kind = \"rating\"",
            ),
            Self::UniqueId => lang.pick("un id utilisé une seule fois attendu", "expected an id used only once"),
            Self::ScoreId => lang.pick(
                "l’id d’une question nps, enps, csat, ces ou rating attendu",
                "expected the id of a nps, enps, csat, ces or rating question",
            ),
            Self::Dates => lang.pick(
                "une colonne de dates attendue (31/12/2025, 2025-12-31 ou 31 décembre 2025)",
                "expected a column of dates (31/12/2025, 2025-12-31 or 31 December 2025)",
            ),
            Self::DeclaredScale => lang.pick(
                "scale = [bas, haut] attendu\u{a0}: une question de kind = \"rating\" n’a pas d’échelle usuelle",
                "expected scale = [low, high]: a question of kind = \"rating\" has no usual scale",
            ),
            Self::ColumnOrFile => lang.pick(
                "column = \"…\" ou by = \"file\" attendu, et pas les deux",
                "expected column = \"…\" or by = \"file\", not both",
            ),
            Self::OneColumn => lang.pick(
                "column = \"…\" attendu\u{a0}; plusieurs colonnes (columns = […]) seulement avec kind = \"multiple\"",
                "expected column = \"…\"; several columns (columns = […]) only with kind = \"multiple\"",
            ),
            Self::ScaleValue => lang.pick(
                "une valeur de l’échelle (scale) attendue pour chaque réponse de labels",
                "expected a value of the scale for each answer in labels",
            ),
            Self::Separator => {
                lang.pick("un séparateur attendu, par exemple \";\"", "expected a separator, for example \";\"")
            }
            Self::MultipleKind => lang.pick(
                "separator demande kind = \"multiple\"",
                "separator needs kind = \"multiple\"",
            ),
            Self::ScoreTarget => lang.pick(
                "target et minimum sont des nombres, pour une question nps, enps, csat, ces ou rating",
                "target and minimum are numbers, for a nps, enps, csat, ces or rating question",
            ),
            Self::Margin => lang.pick(
                "margin est un nombre positif, pour une question nps, enps, csat, ces ou rating",
                "margin is a number above 0, for a nps, enps, csat, ces or rating question",
            ),
            Self::Numbers => lang.pick(
                "une colonne de nombres attendue",
                "expected a column of numbers",
            ),
            Self::HeadCount => lang.pick(
                "un nombre de personnes attendu, au moins 1",
                "expected a number of people, at least 1",
            ),
            Self::TrimBounds => lang.pick(
                "trim = [bas, haut] attendu, en multiples du poids moyen, avec 0 ≤ bas < 1 < haut, par exemple \
                 trim = [0.3, 3.0]",
                "expected trim = [low, high] in multiples of the mean weight, with 0 ≤ low < 1 < high, for example \
                 trim = [0.3, 3.0]",
            ),
            Self::Targets => lang.pick(
                "des cibles attendues, par exemple sous [weighting.targets]\u{a0}: sexe = { \"Femme\" = 52, \"Homme\" = 48 }",
                "expected targets, for example under [weighting.targets]: sex = { \"Female\" = 52, \"Male\" = 48 }",
            ),
            Self::OneMargin => lang.pick(
                "une seule marge attendue pour method = \"post-stratification\"\u{a0}: croisez les colonnes (\"sexe × âge\" \
                 = { \"Femme × 18-34\" = 12, … }), ou écrivez method = \"raking\"",
                "expected a single margin for method = \"post-stratification\": cross the columns (\"sex × age\" = { \
                 \"Female × 18-34\" = 12, … }), or write method = \"raking\"",
            ),
            Self::Strata => lang.pick(
                "des effectifs par valeur demandent strata = \"…\", la colonne qui porte ces valeurs",
                "head counts by value need strata = \"…\", the column that holds these values",
            ),
        }
    }
}
