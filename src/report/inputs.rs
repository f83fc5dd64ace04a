//! The files that an analysis reads: nothing that it writes may replace one. A study that cannot be read names no other
//! file, and the analysis says why; one that comes by a pipe is left to the analysis, since it can be read once.

use std::path::PathBuf;

use super::{CentreOptions, Options, TranscriptOptions};
use crate::centre::Config;
use crate::read;
use crate::study::Declared;

impl Options {
    /// The files that an analysis of `files` reads: those, the study file and what it names, the codebook, what the look
    /// of the report takes.
    #[must_use]
    pub fn inputs(&self, files: &[PathBuf]) -> Vec<PathBuf> {
        let mut inputs = read::expand(files).unwrap_or_default();
        if let Some(study) = self.study.as_ref().filter(|study| study.is_file()) {
            inputs.extend(Declared::read(study).map(|declared| declared.files()).unwrap_or_default());
            inputs.push(study.clone());
        }
        inputs.extend(self.codebook.iter().map(PathBuf::from));
        inputs.extend(self.presentation.files());
        inputs
    }
}

impl CentreOptions {
    /// The files that a report of a centre reads.
    #[must_use]
    pub fn inputs(&self) -> Vec<PathBuf> {
        let files: Vec<PathBuf> = self.files.iter().map(|(_, path)| path.clone()).collect();
        let mut inputs = self.shared.inputs(&files);
        if let Some(centre) = self.centre.as_ref().filter(|centre| centre.is_file()) {
            inputs.extend(Config::read(centre).map(|config| config.inputs()).unwrap_or_default());
            inputs.push(centre.clone());
        }
        inputs
    }
}

impl TranscriptOptions {
    /// The files that a report of calls reads; of a folder, the folder ([`crate::transcript::Corpus`] has its files).
    #[must_use]
    pub fn inputs(&self) -> Vec<PathBuf> {
        let mut inputs = self.shared.inputs(&self.paths);
        let others = [&self.metadata, &self.grid, &self.evaluations, &self.plan];
        inputs.extend(others.into_iter().flatten().cloned());
        inputs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_study_or_a_centre_names_is_read_too() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        let toml = "[study]\ncodebook = \"themes.toml\"\n[weighting]\ntargets = \"cibles.csv\"\n[report]\nlogo = \"logo.svg\"\n";
        std::fs::write(at("study.toml"), toml).unwrap();
        std::fs::write(at("a.csv"), "note\n5\n").unwrap();
        let options = Options { study: Some(at("study.toml")), ..Options::default() };
        let inputs = options.inputs(&[at("*.csv")]);
        for name in ["a.csv", "study.toml", "themes.toml", "cibles.csv", "logo.svg"] {
            assert!(inputs.contains(&at(name)), "{name}: {inputs:?}");
        }
        let toml = "[calls]\nfiles = [\"appels.csv\"]\n[survey]\nfiles = [\"avis.csv\"]\nstudy = \"avis.toml\"\n[report]\ntemplate = \"page.html\"\n";
        std::fs::write(at("centre.toml"), toml).unwrap();
        let options = CentreOptions { centre: Some(at("centre.toml")), ..CentreOptions::default() };
        let inputs = options.inputs();
        for name in ["centre.toml", "appels.csv", "avis.csv", "avis.toml", "page.html"] {
            assert!(inputs.contains(&at(name)), "{name}: {inputs:?}");
        }
    }
}
