//! French words of privacy.

texts! {
    card = "[CARTE]";
    phone = "[TÉLÉPHONE]";
    address = "[ADRESSE]";
    licence_plate = "[IMMATRICULATION]";
    reference = "[RÉFÉRENCE]";
    name = "[NOM]";
    social_security_number = "numéro de sécurité sociale";
    bank_card = "carte bancaire";
    phone_in_identifier = "téléphone";
    postal_address = "adresse postale";
    licence_plate_in_identifier = "plaque d’immatriculation";
    contract_or_case_number = "numéro de contrat ou de dossier";
    name_of_a_person = "nom de personne";

    health = "santé";
    union_membership = "appartenance syndicale";
    ethnic_origin = "origine ethnique";
    sexual_orientation = "orientation sexuelle";
    political_opinion = "opinion politique";
    harassment = "harcèlement";
    suicide_self_harm = "suicide, automutilation";
    violence_threat = "violence, menace";
}
