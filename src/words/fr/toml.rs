//! French words of toml.

texts! {
    unknown_cause(cause) = "« {cause} »";
    unknown_value(found, known) = "valeur inconnue {found}, possibles : {known}";
    not(expected, found) = "{expected}, pas {found}";
    the_text = "le texte ";
    table_or_date = "une table { … } ni une date";
    list = "une liste […]";

    duplicate_key_or_section = "clé ou section en double : ôtez l’une des deux";
    missing_key(key) = "clé manquante : {key}";
    duplicate_key(key) = "clé en double : {key}";
    line_character(file, line, column, text) = "{file}, ligne {line}, caractère {column}\u{a0}: {text}";
    unknown_key(key, accepted) = "clé inconnue {key}. Clés possibles ici : {accepted}.";

    expected_text = "un texte entre guillemets droits est attendu (\"…\")";
    expected_number = "un nombre sans guillemets est attendu (3.5)";
    expected_whole_number = "un nombre entier positif, sans guillemets, est attendu (5)";
    expected_boolean = "true (oui) ou false (non), sans guillemets, est attendu";
    expected_list_in_brackets = "une liste entre crochets est attendue : [\"a\", \"b\"] ou [1, 2] (une question s’ouvre par [[question]])";
    expected_table_in_braces = "une table entre accolades est attendue : { \"a\" = …, \"b\" = … }";
    expected_two_numbers = "une liste de deux nombres est attendue, par exemple scale = [0, 10]";
    expected_column_or_table = "un nom de colonne entre guillemets droits ou une table { column = \"…\" } est attendu";
    expected_head_count = "un effectif, { column = \"…\" } ou { \"valeur\" = effectif, … } est attendu";
    expected_text_or_number = "un texte entre guillemets droits ou un nombre est attendu";
    expected_targets = "des cibles par colonne (sexe = { \"Femme\" = 52, \"Homme\" = 48 }, en nombres sans guillemets) ou le nom d’un fichier (targets = \"cibles.csv\") sont attendus";
    expected_question_section = "une section [[question]] est attendue";
    expected_section = "une section est attendue : [study] ou [privacy], seul sur sa ligne";
    expected_number_or_target = "un nombre est attendu, sans guillemets ni signe %, ou { target = …, alert = … }";
    expected_one_or_two_columns = "une colonne est attendue entre guillemets droits (\"…\"), ou deux, [\"date\", \"heure\"]";

    unquoted_text = "le texte doit être entre guillemets droits (\"…\") ; les nombres s’écrivent sans espace ni unité (1000, 3.5), oui et non s’écrivent true et false";
    malformed_number = "nombre mal écrit ; écrivez par exemple 8, 3.5 ou -3, sans zéro devant ; un texte se met entre guillemets droits (\"…\")";
    neither_number_nor_date = "ni un nombre ni une date ; mettez les textes et les dates entre guillemets droits (\"2025-T1\") et les deux bornes d’une échelle entre crochets ([0, 10])";
    missing_comma = "il manque une virgule entre deux éléments";
    extra_comma = "une virgule de trop, ou une valeur oubliée";
    a_single_equals = "un seul signe = est attendu entre la clé et sa valeur";
    key_and_value = "une ligne « clé = valeur » est attendue ; les commentaires commencent par #, les sections s’écrivent entre crochets ([study])";
    key_and_value_inside_braces = "dans une table entre accolades, chaque élément s’écrit clé = valeur : { column = \"date\" } ; une clé de plusieurs mots se met entre guillemets droits";
    invisible_character = "un caractère invisible n’est pas permis ici ; effacez-le";
    backslash = "une barre oblique inverse (\\) se double dans un texte : \"C:\\\\Enquêtes\" ; ou mettez le texte entre apostrophes ('…')";
    unclosed_quote = "un guillemet droit (\") n’est jamais refermé sur la ligne";
    unclosed_apostrophe = "une apostrophe (') ouvre un texte et n’est jamais refermée, ou la valeur manque ; mettez le texte entre guillemets droits (\"…\")";
    unclosed_triple_quotes = "trois guillemets ouvrent un texte et ne sont jamais refermés";
    key_without_quotes = "une clé sans guillemets ne contient que des lettres sans accent, des chiffres, - et _ ; sinon, mettez-la entre guillemets droits (\"Très bien\" = 5)";
    empty_key = "il manque une clé ou un nom de section";
    unclosed_section = "crochet non refermé : une section s’écrit [study] ou [[question]]";
    missing_value = "une valeur est attendue après le signe =";
    large_number = "nombre trop grand ou mal écrit";
    key_with_a_value = "cette clé a déjà une valeur, elle ne peut en contenir d’autres";
    line_should_end = "la ligne devrait s’arrêter ici ; les textes se mettent entre guillemets droits (\"…\", ou '…' s’ils contiennent des \"), les décimales prennent un point (3.5), les listes des crochets ([0, 10]), et chaque clé sa ligne";
    unclosed_brace = "accolade non refermée : il manque }";
    equals_in_a_list = "un signe = n’a pas sa place dans une liste […] ; une table se met entre accolades : { column = \"…\" }";
    unclosed_bracket = "crochet non refermé : il manque ]";
    extra_bracket = "crochet fermant de trop : aucun [ ne l’ouvre";
    extra_brace = "accolade fermante de trop : aucune { ne l’ouvre";
    missing_opening_quote = "un guillemet ferme un texte que rien n’ouvre ; un espace insécable ou un autre caractère précède peut-être le premier guillemet";
    old_mac_line_end = "fin de ligne inconnue (ancien Mac) ; réenregistrez le fichier avec des fins de ligne Windows ou Unix";
    too_deep = "trop de crochets ou d’accolades imbriqués";
}
