//! Warnings in words: what a reader must know, and what to write to settle it.

use super::words::{list, scale};
use super::{Doubt, Warning, privacy_words, toml_string, weighting_words};
use crate::Lang;

impl Warning {
    /// Stable code, as `report.json` writes it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::ModesPooled { .. } => "modes-pooled",
            Self::ModeMix { .. } => "mode-mix",
            Self::ShortRows { .. } => "short-rows",
            Self::Decoded { .. } => "decoded",
            Self::DuplicateColumn { .. } | Self::DuplicateColumns { .. } => "duplicate-column",
            Self::OtherSheets { .. } => "other-sheets",
            Self::SameColumns { .. } => "same-columns",
            Self::Titles { .. } => "titles",
            Self::Headless { .. } => "headless",
            Self::Mojibake { .. } => "mojibake",
            Self::Repaired { .. } => "repaired",
            Self::StrayBytes { .. } => "stray-bytes",
            Self::OtherStructure { .. } => "other-structure",
            Self::MissingColumn { .. } => "missing-column",
            Self::NoScore => "no-score",
            Self::NoText => "no-text",
            Self::Ambiguous { .. } => "ambiguous",
            Self::MissingCodes { .. } => "missing-codes",
            Self::AmbiguousDates { .. } => "ambiguous-dates",
            Self::EnpsFromOne { .. } => "enps-from-one",
            Self::ScaleDiffers { .. } => "scale-differs",
            Self::UnknownValues { .. } => "unknown-values",
            Self::NotNumbers { .. } => "not-numbers",
            Self::UnknownWaves { .. } => "unknown-waves",
            Self::NoWave { .. } => "no-wave",
            Self::PartialWave { .. } => "partial-wave",
            Self::WeightsNotApplied { .. } => "weights-not-applied",
            Self::NoMarginValue { .. } => "no-margin-value",
            Self::TargetMissed { .. } => "target-missed",
            Self::RepeatedIds { .. } => "repeated-ids",
            Self::TotalRow { .. } => "total-row",
            Self::SmallBases { .. } => "small-base",
            Self::Suppressed { .. } => "suppressed",
            Self::PulseLength { .. } => "pulse-length",
            Self::PulsePeriod => "pulse-period",
            Self::OtherLanguages { .. } => "other-languages",
            Self::Masked { .. } => "masked",
        }
    }

    /// The warning in words, in `lang`.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        lang.typeset(self.words(lang))
    }

    #[expect(clippy::too_many_lines, reason = "one arm a kind, all in one place")]
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::ModesPooled { column, modes } => privacy_words::modes_pooled(column, modes, lang),
            Self::ModeMix { column, from, to, p } => privacy_words::mode_mix(column, [from, to], *p, lang),
            Self::ShortRows { file, n, first } => {
                if *n == 1 {
                    return lang.pick(
                        format!(
                            "{file}, ligne {first}\u{a0}: moins de cellules que la ligne de titres. Les cellules \
                             absentes sont lues comme vides."
                        ),
                        format!(
                            "{file}, row {first}: fewer cells than the header. The missing cells are read as empty."
                        ),
                    );
                }
                let count = lang.count(*n);
                lang.pick(
                    format!(
                        "{file}\u{a0}: {count} lignes ont moins de cellules que la ligne de titres (la \
                         première\u{a0}: ligne {first}). Les cellules absentes sont lues comme vides."
                    ),
                    format!(
                        "{file}: {count} rows have fewer cells than the header (the first: row {first}). \
                         The missing cells are read as empty."
                    ),
                )
            }
            Self::Decoded { file, encoding } => lang.pick(
                format!(
                    "{file}\u{a0}: le fichier n’est pas en UTF-8, il a été lu en {encoding}. Si des accents \
                     sont faux, enregistrez-le en « CSV UTF-8 »."
                ),
                format!(
                    "{file}: the file is not UTF-8 and was read as {encoding}. If accents are wrong, save it \
                     as “CSV UTF-8”."
                ),
            ),
            Self::DuplicateColumns { file, n } => {
                let n = lang.count(*n);
                lang.pick(
                    format!("{file}\u{a0}: {n} colonnes portent le nom d’une autre\u{a0}; elles sont lues sous un nom numéroté."),
                    format!("{file}: {n} columns have the name of another one; they are read under a numbered name."),
                )
            }
            Self::DuplicateColumn { file, column, renamed, first, second } => {
                let (column, renamed) = (lang.quote(column), lang.quote(renamed));
                lang.pick(
                    format!(
                        "{file}\u{a0}: deux colonnes portent le nom {column} (la {first}ᵉ et la {second}ᵉ). \
                         La seconde est lue sous le nom {renamed}."
                    ),
                    format!(
                        "{file}: two columns are called {column} (columns {first} and {second}). The second \
                         one is read as {renamed}."
                    ),
                )
            }
            Self::OtherSheets { file, sheet, others } => {
                let (sheet, others) = (lang.quote(sheet), list(others, lang));
                lang.pick(
                    format!(
                        "{file}\u{a0}: seule la feuille {sheet} a été lue\u{a0}; d’autres contiennent des \
                         données ({others}). Choisissez avec --sheet."
                    ),
                    format!(
                        "{file}: only the sheet {sheet} was read; others hold data ({others}). Choose with \
                         --sheet."
                    ),
                )
            }
            Self::SameColumns { file, sheet, others } => {
                let first = others.first().map_or("", String::as_str);
                let option = crate::error::shell_word(first);
                let (sheet, names, one) = (lang.quote(sheet), list(others, lang), others.len() == 1);
                let fr = if one {
                    format!("la feuille {names} a les mêmes colonnes que {sheet}, seule lue\u{a0}; c’est peut-être une autre vague")
                } else {
                    format!("les feuilles {names} ont les mêmes colonnes que {sheet}, seule lue\u{a0}; ce sont peut-être d’autres vagues")
                };
                let en = if one {
                    format!("the sheet {names} has the same columns as {sheet}, the only one read; it may be another wave")
                } else {
                    format!("the sheets {names} have the same columns as {sheet}, the only one read; they may be other waves")
                };
                lang.pick(
                    format!("{file}\u{a0}: {fr}. Pour en lire une autre\u{a0}: --sheet {option}."),
                    format!("{file}: {en}. To read another one: --sheet {option}."),
                )
            }
            Self::Titles { file, n, title } => {
                let (title, n) = (lang.quote(title), *n);
                let (s, es) = if n == 1 { ("", "a été sautée") } else { ("s", "ont été sautées") };
                let was = if n == 1 { "was" } else { "were" };
                lang.pick(
                    format!(
                        "{file}\u{a0}: {n} ligne{s} de titre au-dessus des noms de colonnes {es} ({title}). \
                         Ajoutez --plain si la première ligne nomme les colonnes."
                    ),
                    format!(
                        "{file}: {n} title row{s} above the column names {was} skipped ({title}). Add --plain \
                         if the first row names the columns."
                    ),
                )
            }
            Self::Headless { file } => lang.pick(
                format!(
                    "{file}\u{a0}: la première ligne ressemble à des réponses, et non à des noms de colonnes. Elle \
                     a été prise pour les titres\u{a0}: ajoutez une ligne de titres si ce sont des réponses."
                ),
                format!(
                    "{file}: the first row looks like answers, not like column names. It was taken as the \
                     header: add a header row if these are answers."
                ),
            ),
            Self::Mojibake { file, found, expected } => {
                let (found, expected) = (lang.quote(found), lang.quote(expected));
                lang.pick(
                    format!(
                        "{file}\u{a0}: des accents sont abîmés, par exemple {found} pour {expected}. Ajoutez \
                         --repair-encoding pour les réparer."
                    ),
                    format!(
                        "{file}: some accents are damaged, for example {found} for {expected}. Add \
                         --repair-encoding to repair them."
                    ),
                )
            }
            Self::Repaired { file, pieces } => {
                let n = lang.count(*pieces);
                lang.pick(
                    format!("{file}\u{a0}: accents abîmés réparés à {n} endroits."),
                    format!("{file}: damaged accents repaired in {n} places."),
                )
            }
            Self::StrayBytes { file, n, first } => {
                let (count, one) = (lang.count(*n), *n == 1);
                lang.pick(
                    format!(
                        "{file}, ligne {first}\u{a0}: {} Sinon, nommez l’encodage avec --encoding.",
                        if one {
                            "un octet n’est pas de l’UTF-8 comme le reste du fichier. Il a été lu en Windows-1252."
                                .to_owned()
                        } else {
                            format!(
                                "{count} octets ne sont pas de l’UTF-8 comme le reste du fichier. Ils ont été lus en \
                                 Windows-1252."
                            )
                        }
                    ),
                    format!(
                        "{file}, line {first}: {count} byte{} not UTF-8 like the rest of the file, read as \
                         Windows-1252. Otherwise name the encoding with --encoding.",
                        if one { " is" } else { "s are" }
                    ),
                )
            }
            Self::OtherStructure { file, structure } => lang.pick(
                format!(
                    "{file}\u{a0}: la structure {structure} ne correspond pas aux colonnes (autre langue ou autre \
                     enquête). Elle n’a pas été utilisée."
                ),
                format!(
                    "{file}: the structure {structure} does not match the columns (another language or another \
                     survey). It was not used."
                ),
            ),
            Self::MissingColumn { file, column } => {
                let column = lang.quote(column);
                lang.pick(
                    format!("{file} n’a pas de colonne {column}\u{a0}: elle y est lue comme vide."),
                    format!("{file} has no column {column}: it is read as empty there."),
                )
            }
            Self::NoScore => lang.pick(
                "Aucune colonne de note reconnue\u{a0}: le rapport n’a pas de scores. Déclarez-en une dans \
                 study.toml."
                    .to_owned(),
                "No score column was recognised: the report has no scores. Declare one in study.toml.".to_owned(),
            ),
            Self::NoText => lang.pick(
                "Aucune colonne de texte libre reconnue\u{a0}: le rapport n’a pas de partie sur les verbatims."
                    .to_owned(),
                "No free-text column was recognised: the report has no part on verbatims.".to_owned(),
            ),
            Self::Ambiguous { columns, doubt } => {
                let s = if columns.len() == 1 { "" } else { "s" };
                let (columns, doubt) = (list(columns, lang), doubt.words(lang));
                lang.pick(format!("Colonne{s} {columns}\u{a0}: {doubt}"), format!("Column{s} {columns}: {doubt}"))
            }
            Self::MissingCodes { codes, columns } => {
                let (codes, columns) = (list(codes, lang), list(columns, lang));
                lang.pick(
                    format!("Lu comme « sans réponse » : {codes}, dans {columns}."),
                    format!("Read as no answer: {codes}, in {columns}."),
                )
            }
            Self::AmbiguousDates { column } => {
                let column = lang.quote(column);
                lang.pick(
                    format!(
                        "Colonne {column}\u{a0}: toutes les dates se lisent aussi bien jour/mois que \
                         mois/jour\u{a0}; elles sont lues jour/mois."
                    ),
                    format!(
                        "Column {column}: every date reads as day/month and as month/day; they are read as \
                         day/month."
                    ),
                )
            }
            Self::EnpsFromOne { question, beside } => {
                let q = lang.quote(question);
                let mut said = lang.pick(
                    format!(
                        "L’eNPS {q} se compte de 1 à 10 (9–10, 7–8, 1–6)\u{a0}: il ne se compare pas à un eNPS de 0 à 10."
                    ),
                    format!(
                        "The eNPS {q} counts from 1 to 10 (9–10, 7–8, 1–6): it does not compare with an eNPS from 0 to 10."
                    ),
                );
                if !beside.is_empty() {
                    let beside = list(beside, lang);
                    said.push_str(&lang.pick(
                        format!(" Ce rapport en contient aussi de 0 à 10\u{a0}: {beside}."),
                        format!(" This report holds some from 0 to 10 as well: {beside}."),
                    ));
                }
                said
            }
            Self::ScaleDiffers { column, files } => {
                let column = lang.quote(column);
                let found: Vec<String> = files
                    .iter()
                    .map(|(file, low, high)| {
                        let scale = scale(*low, *high, lang);
                        lang.pick(format!("{file}\u{a0}: {scale}"), format!("{file}: {scale}"))
                    })
                    .collect();
                let found = found.join(lang.pick("\u{a0}; ", "; "));
                lang.pick(
                    format!(
                        "Colonne {column}\u{a0}: les fichiers ne semblent pas répondre sur la même échelle ({found}). Les \
                         scores des vagues ne se comparent alors pas\u{a0}: traitez ces fichiers à part, ou vérifiez l’export."
                    ),
                    format!(
                        "Column {column}: the files do not seem to answer on the same scale ({found}). Scores of the \
                         waves then do not compare: analyse these files apart, or check the export."
                    ),
                )
            }
            Self::UnknownWaves { names } => {
                let (verb_fr, verb_en) =
                    if names.len() == 1 { ("ne correspond", "matches") } else { ("ne correspondent", "match") };
                let names = list(names, lang);
                lang.pick(
                    format!(
                        "wave\u{a0}: {names} {verb_fr} à aucune vague (ni fichier, ni valeur de la colonne). Vérifiez \
                         l’orthographe dans names et order."
                    ),
                    format!(
                        "wave: {names} {verb_en} no wave (no file, no value of the column). Check the spelling in names \
                         and order."
                    ),
                )
            }
            Self::NotNumbers { column, n, example } => {
                let (column, example, n) = (lang.quote(column), lang.quote(example), lang.count(*n));
                lang.pick(
                    format!(
                        "Segment {column}\u{a0}: {n} cellules ne sont pas des nombres (par exemple {example}) et ne \
                         sont dans aucune tranche."
                    ),
                    format!(
                        "Segment {column}: {n} cells are not numbers (for example {example}) and are in no band."
                    ),
                )
            }
            Self::UnknownValues { column, values } => {
                let (column, values) = (lang.quote(column), list(values, lang));
                lang.pick(
                    format!("Segment {column}\u{a0}: aucune ligne n’a les valeurs {values} que nomme study.toml."),
                    format!("Segment {column}: no row has the values {values} that study.toml names."),
                )
            }
            Self::NoWave { column, n, unread } => {
                let (column, one, n) = (lang.quote(column), *n == 1, lang.count(*n));
                let first = unread.as_ref().map_or(String::new(), |(at, cell)| {
                    let (at, cell) = (at.words(lang), lang.quote(cell));
                    lang.pick(
                        format!(" La première illisible\u{a0}: {at}, {cell}."),
                        format!(" The first unreadable one: {at}, {cell}."),
                    )
                });
                let (have, count) = if one {
                    ("Une réponse n’a pas de vague".to_owned(), "elle compte dans les totaux")
                } else {
                    (format!("{n} réponses n’ont pas de vague"), "elles comptent dans les totaux")
                };
                let en = if one { "1 response has no wave".to_owned() } else { format!("{n} responses have no wave") };
                lang.pick(
                    format!(
                        "{have} (colonne {column} vide ou illisible)\u{a0}: {count}, dans aucune vague.{first}"
                    ),
                    format!(
                        "{en} (column {column} empty or unreadable): counted in the totals, in no wave.{first}"
                    ),
                )
            }
            Self::PartialWave { column, last: (year, month) } => {
                let column = lang.quote(column);
                lang.pick(
                    format!(
                        "La dernière vague s’arrête à {month:02}/{year} (colonne {column})\u{a0}: elle couvre moins \
                         de mois que les autres. Comparez-la avec prudence."
                    ),
                    format!(
                        "The last wave ends in {year}-{month:02} (column {column}): it covers fewer months than the \
                         others. Compare it with care."
                    ),
                )
            }
            Self::WeightsNotApplied { column } => {
                let (name, column) = (toml_string(column), lang.quote(column));
                lang.pick(
                    format!(
                        "La colonne {column} ressemble à un poids de redressement. Il n’est pas \
                         appliqué\u{a0}: tous les chiffres sont bruts. Pour l’appliquer, écrivez \
                         weight = {name} sous [study] de study.toml."
                    ),
                    format!(
                        "Column {column} looks like weights. They are not applied: all figures are unweighted. \
                         To apply them, write weight = {name} under [study] of study.toml."
                    ),
                )
            }
            Self::NoMarginValue { margin, n } => weighting_words::no_margin_value(margin, *n, lang),
            Self::TargetMissed { margin, value, found, target, wave } => {
                weighting_words::target_missed([margin, value], *found, *target, wave.as_deref(), lang)
            }
            Self::RepeatedIds { column, n } => {
                let column = lang.quote(column);
                let rows = lang.pick(
                    if *n == 1 { "Une ligne répète".to_owned() } else { format!("{} lignes répètent", lang.count(*n)) },
                    if *n == 1 { "One row repeats".to_owned() } else { format!("{} rows repeat", lang.count(*n)) },
                );
                lang.pick(
                    format!(
                        "{rows} un identifiant déjà vu (colonne {column})\u{a0}: des réponses comptent peut-être deux fois. \
                         Vérifiez que le fichier n’a pas été collé deux fois."
                    ),
                    format!(
                        "{rows} an id seen before (column {column}): some answers may count twice. Check that the file \
                         was not pasted twice."
                    ),
                )
            }
            Self::TotalRow { at, found } => {
                let (at, found) = (at.words(lang), lang.quote(found));
                lang.pick(
                    format!("{at}\u{a0}: cette dernière ligne ({found}) résume les autres. Elle a été mise à part."),
                    format!("{at}: this last row ({found}) sums the others up. It was set aside."),
                )
            }
            Self::SmallBases { cells, under } => {
                if *cells == 1 {
                    return lang.pick(
                        format!("Un chiffre repose sur moins de {under} réponses\u{a0}: ne le citez pas seul."),
                        format!("One figure rests on fewer than {under} answers: do not quote it alone."),
                    );
                }
                let cells = lang.count(*cells);
                lang.pick(
                    format!(
                        "{cells} chiffres reposent sur moins de {under} réponses. Leur intervalle est \
                         large\u{a0}: ne les citez pas seuls."
                    ),
                    format!(
                        "{cells} figures rest on fewer than {under} answers. Their interval is wide: do not \
                         quote them alone."
                    ),
                )
            }
            Self::PulseLength { questions, most } => lang.pick(
                format!(
                    "Cette enquête auprès des salariés pose {questions} questions. Un baromètre rapproché (pulse) en \
                     compte {most} au plus\u{a0}: au-delà, on y répond moins souvent et moins soigneusement."
                ),
                format!(
                    "This employee survey asks {questions} questions. A pulse survey has {most} at most: beyond, people \
                     answer less often and less carefully."
                ),
            ),
            Self::PulsePeriod => lang.pick(
                "Les vagues de cette enquête auprès des salariés sont annuelles. Un baromètre rapproché (pulse) se \
                 fait chaque semaine, chaque mois ou chaque trimestre\u{a0}: d’une année à l’autre, ceux qui \
                 répondent ne sont plus les mêmes."
                    .to_owned(),
                "The waves of this employee survey are yearly. A pulse survey is taken weekly, monthly or quarterly: \
                 from one year to the next, those who answer are no longer the same."
                    .to_owned(),
            ),
            Self::Suppressed { cells, min_group } => {
                let (count, one) = (lang.count(*cells), *cells == 1);
                let fr = if one { "chiffre est masqué" } else { "chiffres sont masqués" };
                let en = if one { "figure is hidden" } else { "figures are hidden" };
                lang.pick(
                    format!(
                        "{count} {fr} pour protéger l’anonymat\u{a0}: base de moins de {min_group} réponses, petite \
                         base aux réponses toutes semblables, ou chiffre qui permettrait d’en retrouver un par \
                         soustraction."
                    ),
                    format!(
                        "{count} {en} to protect anonymity: a base under {min_group} answers, a small base whose \
                         answers are all alike, or a figure from which one of these could be found by subtraction."
                    ),
                )
            }
            Self::OtherLanguages { question, main, read, unknown } => {
                let (question, main) = (lang.quote(question), main.name(lang));
                let counted: Vec<String> =
                    read.iter().map(|(l, n)| format!("{} ({})", l.name(lang), lang.count(*n))).collect();
                let (mut fr, mut en) = (Vec::new(), Vec::new());
                if !counted.is_empty() {
                    let list = counted.join(", ");
                    fr.push(format!("en {list}, lus avec les règles de leur langue"));
                    en.push(format!("in {list}, read with the rules of their language"));
                }
                if *unknown > 0 {
                    let n = lang.count(*unknown);
                    fr.push(format!("{n} d’une langue non reconnue, laissés de côté"));
                    en.push(format!("{n} in a language not recognised, left out"));
                }
                lang.pick(
                    format!(
                        "{question}\u{a0}: des verbatims ne sont pas en {main}\u{a0}: {}.",
                        fr.join("\u{a0}; ")
                    ),
                    format!("{question}: some comments are not in {main}: {}.", en.join("; ")),
                )
            }
            Self::Masked { pieces: 1 } => lang.pick(
                "Une donnée personnelle (nom annoncé, adresse, téléphone, e-mail, numéro) a été masquée dans les verbatims \
                 cités. Un nom que rien n’annonce ne l’est pas\u{a0}: relisez avant de diffuser."
                    .to_owned(),
                "One piece of personal data (announced name, address, phone, e-mail, number) was masked in the quotes. A name that \
                 nothing announces is not: read them before you share the report."
                    .to_owned(),
            ),
            Self::Masked { pieces } => {
                let pieces = lang.count(*pieces);
                lang.pick(
                    format!(
                        "{pieces} données personnelles (nom annoncé, adresse, téléphone, e-mail, numéro) ont été masquées \
                         dans les verbatims cités. Un nom que rien n’annonce ne l’est pas\u{a0}: relisez \
                         avant de diffuser."
                    ),
                    format!(
                        "{pieces} pieces of personal data (announced name, address, phone, e-mail, number) were masked in the \
                         quotes. A name that nothing announces is not: read them before you share the report."
                    ),
                )
            }
        }
    }
}

impl Doubt {
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::NotZeroToTen { low, high } => {
                let found = scale(*low, *high, lang);
                lang.pick(
                    format!(
                        "cette recommandation va de {found} et non de 0 à 10\u{a0}: ce n’est pas un NPS. Elle est écrite \
                         ici comme une note\u{a0}; corrigez-la si ses codes valent autre chose."
                    ),
                    format!(
                        "this recommendation goes from {found}, not from 0 to 10: it is no NPS. It is written here \
                         as a rating; correct it if its codes stand for something else."
                    ),
                )
            }
            Self::Direction => lang
                .pick(
                    "les mots des deux bouts de l’échelle ne disent pas à barometre lequel est le meilleur. La plus grande \
                     valeur a été prise pour la meilleure\u{a0}; sinon, écrivez dans study.toml\u{a0}: reversed = true.",
                    "the words at the ends of the scale do not tell barometre which one is best. The highest value was \
                     taken as the best; otherwise write in study.toml: reversed = true.",
                )
                .to_owned(),
            Self::NoZero => lang.pick(
                "lue comme une échelle de 0 à 10 (NPS), mais aucun 0 n’y figure. Si l’échelle va de 1 à 10, \
                 écrivez dans study.toml\u{a0}: kind = \"rating\" (ou \"enps\" pour des salariés), scale = [1, 10].",
                "read as a 0–10 scale (NPS), but no 0 occurs. If the scale is 1–10, write in study.toml: \
                 kind = \"rating\", scale = [1, 10].",
            )
            .to_owned(),
            Self::NpsByRange => lang.pick(
                "lue comme une recommandation (NPS) d’après ses seules valeurs, de 0 à 10. Si c’est une autre \
                 note, écrivez dans study.toml\u{a0}: kind = \"rating\".",
                "read as a recommendation (NPS) from its values alone, 0 to 10. If it is another rating, \
                 write in study.toml: kind = \"rating\".",
            )
            .to_owned(),
            Self::RatingByName => lang.pick(
                "notée de 0 à 10 mais parle de satisfaction\u{a0}: lue comme une note, pas comme un NPS.",
                "rated 0 to 10 but speaks of satisfaction: read as a rating, not as an NPS.",
            )
            .to_owned(),
            Self::EffortDirection => lang.pick(
                "effort de 1 à 5\u{a0}: le sens de l’échelle n’est pas deviné, 5 est lu comme le plus facile. \
                 Si 5 veut dire « beaucoup d’effort », écrivez dans study.toml\u{a0}: reversed = true.",
                "effort on 1–5: the direction is not guessed, 5 is read as easiest. If 5 means much effort, \
                 write in study.toml: reversed = true.",
            )
            .to_owned(),
            Self::EffortAgreement => lang.pick(
                "effort de 1 à 7\u{a0}: 7 est lu comme le plus facile. Si 7 veut dire « beaucoup d’effort », \
                 écrivez dans study.toml\u{a0}: reversed = true.",
                "effort on 1–7: 7 is read as easiest. If 7 means much effort, write in study.toml: \
                 reversed = true.",
            )
            .to_owned(),
            Self::ScaleNotRead => lang
                .pick(
                    "son nom annonce une note, mais ses réponses ne forment pas une échelle connue\u{a0}: elle ne \
                     compte pas comme un score. Si c’est une note, déclarez-la dans study.toml avec kind, scale et labels = { \"réponse\" = 5 }.",
                    "its name announces a score, but its answers form no known scale: it is no score here. If it is \
                     one, declare it in study.toml with kind, scale and labels = { \"answer\" = 5 }.",
                )
                .to_owned(),
            Self::SegmentOrRating => lang.pick(
                "nombres entiers en petit nombre, lus comme un segment. Si c’est une note, déclarez-la dans \
                 study.toml avec kind = \"rating\".",
                "few whole numbers, read as a segment. If it is a rating, declare it in study.toml with \
                 kind = \"rating\".",
            )
            .to_owned(),
            Self::ScaleByRange { low, high } => {
                let range = scale(*low, *high, lang);
                lang.pick(
                    format!("échelle déduite des valeurs\u{a0}: {range}. Si elle est autre, écrivez scale dans study.toml."),
                    format!("scale inferred from the values: {range}. If it is another, write scale in study.toml."),
                )
            }
        }
    }
}
