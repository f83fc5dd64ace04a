//! The customer's own words, taken up by the agent.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::text::{Analyzer, FamilyId, Reading, TokenKind, Word};

/// Letters of a word that may be the customer's own, at least.
const SHORTEST: usize = 4;

/// Words that everybody says on the telephone: politeness, numbers, time, verbs that say nothing by themselves.
const FORMULAS: &str = "\
    accord accords alors allo allô appel appelle appelez appeler appris arrive arriver attend attendez attendre \
    attends aujourd'hui aussi avant aviez avions beaucoup bonjour bonne bonnes bonsoir chez chose choses cinq \
    cinquante combien comment comprend comprendre comprends comptez coup deux dernière dernier demain demande \
    demander depuis dire dites donne donner donnez écoute écoutez effectivement exactement excuse excusez faire \
    faites fois gens hier heure heures jour jours journée justement juste laisse laissez lundi mardi mercredi \
    jeudi vendredi samedi dimanche madame mademoiselle maintenant matin merci mettre mettez midi minute minutes \
    moins mois moment monsieur mille neuf nombre normalement nouveau numéro ouais onze parce parfait parle parler \
    parlez passe passer pense penser petit petite peut-être plaît prend prendre prends prenez pourquoi problème \
    quand quarante quatorze quatre quinze quelque quelques quelqu'un regarde regarder regardez rappelle rappeler \
    rappelez rester reste revoir savez savoir seize semaine semaines sept soir soixante souci sûre tout toute \
    travers treize trente trois trouve trouver trouvez truc venir vient viens vingt voilà voir voulez vouloir \
    voyez vraiment zéro \
    actually afternoon anything call calling course days evening everything eight fine five give goes going \
    good great hello hold hour hours just know like look make mean minute morning name need nine okay people \
    please problem really right said seven sorry speak sure take tell thank thanks there thing things think \
    three time today tomorrow twelve twenty understand want week well work yeah year years yesterday";

/// The words of a turn that name something, and are not said on each call.
fn telling<'r>(reading: &'r Reading, analyzer: &'r Analyzer) -> impl Iterator<Item = (Word, FamilyId)> + 'r {
    reading.words.iter().filter_map(|word| {
        let form = analyzer.form(word.form);
        let normal = analyzer.normal(word.form);
        let tells = form.content
            && form.topic()
            && form.kind == TokenKind::Word
            && normal.chars().count() >= SHORTEST
            && !FORMULAS.split(' ').any(|formula| formula == normal);
        tells.then_some((*word, form.family))
    })
}

/// The families of a turn's telling words.
pub(super) fn own_words<'r>(
    reading: &'r Reading,
    analyzer: &'r Analyzer,
) -> impl Iterator<Item = FamilyId> + 'r {
    telling(reading, analyzer).map(|(_, family)| family)
}

/// The first word of a turn that the turn before has just said, and that the speaker, who has said `own` so far, did
/// not bring in.
pub(super) fn taken_up(
    own: &FxHashSet<FamilyId>,
    before: &Reading,
    reading: &Reading,
    analyzer: &Analyzer,
) -> Option<Range<usize>> {
    let theirs: FxHashSet<_> = own_words(before, analyzer).filter(|family| !own.contains(family)).collect();
    if theirs.is_empty() {
        return None;
    }
    let (word, _) = telling(reading, analyzer).find(|(_, family)| theirs.contains(family))?;
    Some(word.start..word.end)
}
