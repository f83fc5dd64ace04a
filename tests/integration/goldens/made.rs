//! Studies made up for the figures: two categories everywhere, or forty with long names. The numbers come from a fixed
//! seed.

use std::fmt::Write as _;
use std::path::Path;

/// How large a study is.
pub struct Made {
    /// Name of its goldens.
    pub name: &'static str,
    categories: usize,
    waves: usize,
    answers: usize,
    items: usize,
    calls: usize,
    /// What makes every label long.
    long: &'static str,
}

/// Two of everything.
pub const TWO: Made =
    Made { name: "two", categories: 2, waves: 2, answers: 400, items: 2, calls: 900, long: "" };

/// Forty of everything, each name of 120 characters and more, with what breaks a page.
pub const FORTY: Made = Made {
    name: "forty",
    categories: 40,
    waves: 40,
    answers: 8000,
    items: 40,
    calls: 4000,
    long: " – « Agence <commerciale> & partenaires » de l’agglomération de Saint-Étienne-du-Rouvray, guichet \"entrée\" \
           au fond à l’étage",
};

/// What people complain of or praise, with what it does to their score.
const SAID: [(&str, f64); 12] = [
    ("le délai est trop long", -3.0),
    ("la facture est fausse", -2.5),
    ("le réseau coupe souvent", -2.0),
    ("attente interminable au téléphone", -2.5),
    ("l’application plante", -1.5),
    ("le prix augmente encore", -1.5),
    ("le conseiller est aimable", 2.0),
    ("accueil parfait en boutique", 2.0),
    ("installation rapide", 1.5),
    ("le prix est correct", 1.0),
    ("problème réglé du premier coup", 2.0),
    ("rien à signaler", 0.0),
];

/// Numbers that look drawn at random, the same each time (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// From 0 to `n` − 1.
    fn below(&mut self, n: usize) -> usize {
        (self.share() * n as f64) as usize
    }

    /// About normal, of mean 0 and variance 1.
    fn noise(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

impl Made {
    fn label(&self, name: &str, i: usize) -> String {
        format!("{name} {:02}{}", i + 1, self.long)
    }

    /// `survey.csv` with its `study.toml`, `appels.csv` with `centre.toml`, `calls/` with `metadata.csv`.
    pub fn write(&self, folder: &Path) {
        let put = |name: &str, text: String| std::fs::write(folder.join(name), text).unwrap();
        put("survey.csv", self.survey());
        put("study.toml", self.study());
        put("appels.csv", self.centre());
        put("centre.toml", "[centre]\ntitle = \"Centre\"\nlanguage = \"fr\"\n\n[calls]\nfiles = [\"appels.csv\"]\n\n[targets]\nservice_level = 75\naverage_handle_time = 330\nabandonment_rate = 7\n".to_owned());
        std::fs::create_dir(folder.join("calls")).unwrap();
        put("metadata.csv", self.transcripts(&folder.join("calls")));
    }

    fn study(&self) -> String {
        let mut out = "[study]\nlanguage = \"fr\"\nwave = \"vague\"\nsegments = [\"région\", \"offre\"]\n\n\
                       [[question]]\nid = \"nps\"\ncolumn = \"recommandation\"\nkind = \"nps\"\ntarget = 10\nminimum = -20\n\n\
                       [[question]]\nid = \"satisfaction\"\ncolumn = \"satisfaction\"\nkind = \"csat\"\ntarget = 55\n\n\
                       [[question]]\nid = \"pourquoi\"\ncolumn = \"pourquoi\"\nkind = \"open\"\nabout = \"nps\"\n"
            .to_owned();
        for i in 0..self.items {
            let column = toml_text(&self.label("Note", i));
            writeln!(
                out,
                "\n[[question]]\nid = \"note_{i}\"\ncolumn = {column}\nkind = \"rating\"\nscale = [1, 10]"
            )
            .unwrap();
        }
        out
    }

    fn survey(&self) -> String {
        let mut dice = Dice(20_260_301);
        let mut out = "vague;région;offre;recommandation;satisfaction;pourquoi".to_owned();
        for i in 0..self.items {
            write!(out, ";{}", quoted(&self.label("Note", i))).unwrap();
        }
        out.push('\n');
        for i in 0..self.answers {
            // Every wave is there from the first rows on, in order.
            let wave = if i < self.waves { i } else { dice.below(self.waves) };
            // The last categories are rare: some bases are small, some cells hidden.
            let region = (dice.below(self.categories) * dice.below(self.categories + 1)) / self.categories;
            let offer = dice.below(self.categories);
            let (said, effect) = SAID[dice.below(SAID.len())];
            let also = SAID[dice.below(SAID.len())].0;
            let fall = if wave + 1 == self.waves && region == 0 { -2.0 } else { 0.0 };
            let mood = 7.0 + effect + fall + (region % 4) as f64 * 0.5 + 1.5 * dice.noise();
            let nps = mood.round().clamp(0.0, 10.0);
            let csat = (mood / 2.2 + 0.5 * dice.noise()).round().clamp(1.0, 5.0);
            let text = if dice.share() < 0.8 { format!("{said} et {also}") } else { String::new() };
            write!(
                out,
                "vague {:02};{};{};{nps};{csat};{text}",
                wave + 1,
                quoted(&self.label("Région", region)),
                quoted(&self.label("Offre", offer)),
            )
            .unwrap();
            for k in 0..self.items {
                let rating =
                    (mood - k as f64 / self.items as f64 + 1.5 * dice.noise()).round().clamp(1.0, 10.0);
                write!(out, ";{rating}").unwrap();
            }
            out.push('\n');
        }
        out
    }

    fn centre(&self) -> String {
        let mut dice = Dice(7);
        let mut out = "id_appel;direction;date_heure;file;agent;attente;sonnerie;conversation;attente_garde;post_appel;issue;transfere;resolu;client\n".to_owned();
        for i in 0..self.calls {
            let (day, hour) = (1 + dice.below(21), 8 + dice.below(10));
            let at = format!("{day:02}/09/2025 {hour:02}:{:02}:{:02}", dice.below(60), dice.below(60));
            let agent = dice.below(self.categories);
            let (queue, client) = (self.label("File", dice.below(self.categories)), dice.below(self.calls));
            let name = quoted(&self.label("Agent", agent));
            let queue = quoted(&queue);
            let talk = (200.0 + 8.0 * agent as f64 + 60.0 * dice.noise()).max(20.0).round();
            let wrap = (30.0 + 10.0 * dice.noise()).max(0.0).round();
            let wait = (-(1.0 - dice.share()).ln() * 25.0).round();
            if i % 6 == 5 {
                let answered = dice.share() < 0.5;
                let (agent, talk, issue) =
                    if answered { (name.as_str(), talk, "Humain") } else { ("", 0.0, "Sans réponse") };
                writeln!(out, "{i};Sortant;{at};{queue};{agent};;12;{talk};;{wrap};{issue};Non;;C{client}")
                    .unwrap();
            } else if dice.share() < 0.08 {
                writeln!(out, "{i};Entrant;{at};{queue};;{wait};;;;;Abandonné;;;C{client}").unwrap();
            } else {
                let moved = if dice.share() < 0.1 { "Oui" } else { "Non" };
                writeln!(
                    out,
                    "{i};Entrant;{at};{queue};{name};{wait};4;{talk};0;{wrap};Décroché;{moved};Oui;C{client}"
                )
                .unwrap();
            }
        }
        out
    }

    /// Writes the calls, and gives their list. A word comes up more and more often.
    fn transcripts(&self, folder: &Path) -> String {
        let mut dice = Dice(11);
        let mut list = "appel;date;agent\n".to_owned();
        let (weeks, each) = (8, 10);
        for i in 0..weeks * each {
            let (week, agent) = (i / each, i % self.categories);
            let (month, day) = (9 + week / 4, 1 + (week % 4) * 7 + i % 5);
            let subject = if dice.below(weeks) < week {
                "J’ai une panne de connexion depuis hier."
            } else {
                "J’ai une question sur ma facture."
            };
            let reply = if (dice.share() * 2.0) as usize + agent % 2 > 1 {
                "Si je comprends bien, cela dure depuis hier, c’est bien ça ? Je comprends que ce soit pénible."
            } else {
                "Votre numéro de client ?"
            };
            let text = format!(
                "Agent : Filambule, bonjour.\nClient : Bonjour. {subject}\nAgent : {reply}\nClient : Oui.\n\
                 Agent : Je regarde cela.\nClient : Merci, au revoir.\nAgent : Au revoir.\n"
            );
            std::fs::write(folder.join(format!("appel-{i:02}.txt")), text).unwrap();
            let name = quoted(&self.label("Agent", agent));
            writeln!(list, "appel-{i:02};{day:02}/{month:02}/2026 10:00;{name}").unwrap();
        }
        list
    }
}

/// A string of TOML.
fn toml_text(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
