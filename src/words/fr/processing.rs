//! French words of processing.

texts! {
    to_call_back = "À rappeler";
    to_call_back_in_personal_data_comments_as(n, path, no, unclear) = "À rappeler : {n} dans {path}. Données personnelles, verbatims tels qu’écrits : ce fichier reste sur cette machine et ne se joint pas au rapport. Laissés de côté : {no} sans accord, {unclear} dont l’accord n’est pas clair.";

    identifiers = "identifiants";
    contact_details = "coordonnées";
    consent_to_be_called_back = "accord pour être rappelé";
    answers_on_a_scale_or_by_choosing = "réponses notées ou choisies";
    free_text = "texte libre";
    characteristics_of_respondents = "caractéristiques des répondants";
    date_or_wave = "date ou vague";
    weights_and_sampling_design = "poids et plan de sondage";
    not_used_by_the_analysis = "non utilisées par l’analyse";
    prepared_by_barometre_from_the_files_and = "Préparée par barometre d’après les fichiers et study.toml (RGPD, article 30), à relire et à compléter par le responsable de traitement. Les cases ☐ sont à remplir.\n";
    to_be_filled_in_under_privacy_of_study(fr, key, en) = "☐ À compléter : {fr} (`{key}` sous `[privacy]` de study.toml)";
    employees_who_answered = "salariés ayant répondu";
    people_who_answered_the_survey = "personnes ayant répondu à l’enquête";
    to_be_removed_from_the_files_unless_something = ". À retirer des fichiers si rien d’autre ne les justifie (minimisation)";
    columns(role) = "Colonnes : {role}";
    none_recognised = "aucun reconnu";
    special_categories_of_article_9_or_alerts(sensitive) = "{sensitive}. Catégories particulières au sens de l’article 9, ou alertes, évoquées dans des verbatims ; `barometre redact --sensitive` en donne la liste à la personne habilitée";
    fewer_than(min) = "moins de {min}";
    no_figure_on_fewer_than_answers_nor_a(min, hidden) = "aucun chiffre sur moins de {min} réponses, ni de quoi le retrouver par soustraction ; scores masqués dans le rapport de ces fichiers : {hidden}";
    no_minimum_min_group_1_small_bases_are = "pas de seuil (`min_group = 1`) : les petites bases sont signalées, non masquées";
    comments_are_quoted_only_for_a_word_or(quotes) = "verbatims cités seulement pour un mot employé, ou un thème évoqué, par au moins {quotes} personnes";
    comments_are_quoted_without_a_minimum = "verbatims cités sans seuil";
    identifiers_and_announced_names_masked(quoted) = "{quoted}, identifiants et noms annoncés masqués, contenu sensible écarté ; un nom que rien n’annonce peut rester, d’où une relecture avant diffusion";
    answers_of_the_same_person_are_linked_between = "les réponses d’une même personne sont liées d’une vague à l’autre par un identifiant : étude pseudonymisée, non anonyme";
    no_identifier_is_read_by_the_analysis = "aucun identifiant n’est lu par l’analyse";
    the_identifier_allows_the_answers_of_a_person = "l’identifiant permet de retrouver et de supprimer les réponses d’une personne dans les fichiers";
    to_be_filled_in_how_the_answers_of = "☐ À compléter : comment retrouver les réponses d’une personne, ou pourquoi c’est impossible (article 11)";
    record_of_processing = "Fiche de traitement";
    scores_and_their_uncertainty_words_and_themes = "calcul de scores et de leur incertitude, comptage de mots et de thèmes dans les verbatims, comparaison de groupes";
    rows_read_analysed(files, read, kept) = "{files} ; lignes lues : {read}, analysées : {kept}";
    barometre_has_no_database_it_reads_the_files = "barometre n’a pas de base de données : il lit les fichiers, écrit ce qu’on lui demande, et efface ses fichiers temporaires en sortant";
    nothing_the_program_opens_no_connection_calls = "rien : le programme n’ouvre aucune connexion, n’appelle aucun service, n’envoie ni réponses ni statistiques d’usage ; les pages qu’il écrit ne chargent rien de l’extérieur";
    none_by_the_program_to_be_checked_for = "aucun du fait du programme ; ☐ à vérifier pour l’outil d’enquête et le stockage des fichiers";
    to_be_filled_in_who_has_access_disk = "☐ À compléter : qui y accède, chiffrement du disque, sauvegardes";
    scores_and_themes_help_to_decide_they_do = "les scores et les thèmes aident à décider, ils ne décident pas seuls ; un levier est une association, non une cause";
    no_decision_is_taken_about_a_person_nor = "aucune décision automatisée n’est prise à l’égard d’une personne, par profilage ou autrement (article 22)";
    to_be_filled_in_where_and_when_respondents = "☐ À compléter : où et quand les répondants ont été informés (article 13)";
    with_the_supervisory_authority_in_france_the = "auprès de la CNIL";
}
