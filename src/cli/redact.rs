//! `barometre redact`: personal data out of a file.

use std::io::Write;
use std::path::{Path, PathBuf};

use barometre::Lang;
use barometre::error::Error;
use barometre::privacy::{Redacted, columns, redact_table};
use barometre::read;
use barometre::report::folder;
use clap::Args;

use super::progress::Bar;
use super::{Failure, complain, shared};

/// Personal data out of a file: the same rows and columns, identifiers replaced by marks such as [TÉLÉPHONE].
///
/// Masked, in every column: telephone numbers, e-mail addresses, IBANs, bank cards, social-security numbers (the
/// check digits are verified), licence plates, postal addresses, numbers of orders, contracts and files, names that
/// a greeting, thanks, a title or “je m'appelle” announces. How many of each kind is said on stderr. A name that
/// nothing announces stays: read the result before you share it.
///
/// The result is CSV in UTF-8, cells separated by semicolons, as Excel opens it in French.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Survey file, in any format that `report` reads
    #[arg(required = true, value_name = "FILE")]
    file: PathBuf,
    /// File to write; stdout otherwise
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Also write a list of the verbatims that tell of someone's health, beliefs or origin (RGPD, article 9), or of
    /// harassment, suicide, discrimination or a threat, for the person in charge alone
    #[arg(long, value_name = "FILE.csv")]
    sensitive: Option<PathBuf>,
    /// Mask nothing, count only; the list of sensitive verbatims holds them as they are
    #[arg(long)]
    show_personal_data: bool,
    /// Replace the files if they exist
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    pub shared: shared::Shared,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let lang = self.shared.lang.unwrap_or_else(super::locale);
        let options = self.shared.options();
        let files = std::slice::from_ref(&self.file);
        let inputs = options.inputs(files);
        let mut written = self.output.iter().chain(&self.sensitive);
        written.try_for_each(|path| folder::check_file(path, self.force, &inputs))?;
        let tables = read::open(files, &options.read)?;
        let bar = Bar::new(self.shared.quiet);
        let progress = |done: u64, rows: u64| bar.show(done, rows);

        let target = match &self.output {
            Some(path) => Target::File(beside(path)?),
            None => Target::Stdout,
        };
        let mut sink: Box<dyn Write + Send> = match &target {
            Target::File(file) => Box::new(file.reopen().map_err(|cause| self.failed(cause))?),
            Target::Stdout => Box::new(std::io::stdout()),
        };
        if self.output.is_some() {
            // By this mark Excel knows that the file is UTF-8.
            sink.write_all("\u{feff}".as_bytes()).map_err(|cause| self.failed(cause))?;
        }
        let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer(std::io::BufWriter::new(sink));
        let failed = |error: csv::Error| match error.into_kind() {
            csv::ErrorKind::Io(cause) => self.failed(cause),
            other => self.failed(std::io::Error::other(format!("{other:?}"))),
        };
        let mut found = Redacted::default();
        for table in &tables {
            out.write_record(columns(table)).map_err(failed)?;
            let write = |cells: &[String]| out.write_record(cells).map_err(failed);
            let (part, outcome) = redact_table(table, lang, self.show_personal_data, &progress, write)?;
            outcome?;
            found.merge(part);
        }
        out.flush().map_err(|cause| self.failed(cause))?;
        drop(out);
        if let (Target::File(file), Some(path)) = (target, &self.output) {
            file.persist(path).map_err(|error| self.failed(error.error))?;
        }
        if let Some(path) = &self.sensitive {
            let list = list(&found, lang).map_err(failed)?;
            folder::replace(path, &list)?;
        }
        if !self.shared.quiet {
            complain("", &said(&found, lang, self.show_personal_data));
        }
        Ok(())
    }

    fn failed(&self, cause: std::io::Error) -> Failure {
        Error::Io { path: self.output.clone().unwrap_or_else(|| "stdout".into()), cause }.into()
    }
}

/// Where the result goes: to a file that is complete before it has its name.
enum Target {
    File(tempfile::NamedTempFile),
    Stdout,
}

fn beside(path: &Path) -> Result<tempfile::NamedTempFile, Failure> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |cause| Failure::from(Error::Io { path: path.to_owned(), cause });
    tempfile::NamedTempFile::new_in(folder).map_err(failed)
}

/// The list of sensitive verbatims, those that call for someone first.
fn list(found: &Redacted, lang: Lang) -> Result<Vec<u8>, csv::Error> {
    let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer("\u{feff}".as_bytes().to_vec());
    let heads = lang.pick(
        ["alerte", "sujets", "fichier", "ligne", "colonne", "texte"],
        ["alert", "subjects", "file", "row", "column", "text"],
    );
    out.write_record(heads)?;
    for alert in [true, false] {
        for cell in found.sensitive.iter().filter(|cell| cell.kinds.iter().any(|k| k.is_alert()) == alert) {
            let kinds: Vec<&str> = cell.kinds.iter().map(|kind| kind.label(lang)).collect();
            let said = if alert { lang.pick("oui", "yes") } else { lang.pick("non", "no") };
            let (kinds, row) = (kinds.join(", "), cell.row.to_string());
            out.write_record([said, &kinds, &cell.file, &row, &cell.column, &cell.text])?;
        }
    }
    out.into_inner().map_err(|error| error.into_error().into())
}

/// How many identifiers of each kind, and how many verbatims tell something sensitive.
fn said(found: &Redacted, lang: Lang, shown: bool) -> String {
    let kinds: Vec<String> =
        found.counts.iter().map(|(kind, n)| format!("{} ({})", kind.label(lang), lang.count(*n))).collect();
    let kinds = if kinds.is_empty() { lang.pick("aucune", "none").to_owned() } else { kinds.join(", ") };
    let alerts = found.sensitive.iter().filter(|cell| cell.kinds.iter().any(|kind| kind.is_alert())).count();
    let (n, alerts) = (lang.count(found.sensitive.len() as u64), lang.count(alerts as u64));
    let (fr, en) = if shown { ("vues, non masquées", "seen, not masked") } else { ("masquées", "masked") };
    lang.pick(
        format!(
            "Données personnelles {fr}\u{a0}: {kinds}.\nVerbatims au contenu sensible\u{a0}: {n}, dont {alerts} à signaler.\nUn nom que rien n’annonce reste\u{a0}: relisez avant de diffuser."
        ),
        format!(
            "Personal data {en}: {kinds}.\nVerbatims with sensitive content: {n}, of which {alerts} to report.\nA name that nothing announces stays: read the result before you share it."
        ),
    )
}
