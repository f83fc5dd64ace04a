//! English words of privacy.

texts! {
    card = "[CARD]";
    phone = "[PHONE]";
    address = "[ADDRESS]";
    licence_plate = "[LICENCE PLATE]";
    reference = "[REFERENCE]";
    name = "[NAME]";
    social_security_number = "social-security number";
    bank_card = "bank card";
    phone_in_identifier = "phone";
    postal_address = "postal address";
    licence_plate_in_identifier = "licence plate";
    contract_or_case_number = "contract or case number";
    name_of_a_person = "name of a person";

    health = "health";
    union_membership = "union membership";
    ethnic_origin = "ethnic origin";
    sexual_orientation = "sexual orientation";
    political_opinion = "political opinion";
    harassment = "harassment";
    suicide_self_harm = "suicide, self-harm";
    violence_threat = "violence, threat";
}
