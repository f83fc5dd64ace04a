//! The check digits of bank cards, IBANs and French social-security numbers: what tells them from other
//! long numbers.

/// Luhn's formula (ISO/IEC 7812-1) over ASCII digits: from the right, every second digit doubled, its digits
/// added; the sum is a multiple of ten.
pub(super) fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(i, byte)| {
            let digit = u32::from(byte.wrapping_sub(b'0'));
            if i % 2 == 0 { digit } else { digit * 2 / 10 + digit * 2 % 10 }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// ISO 13616: the first four characters moved to the end, letters read as 10…35, the number leaves 1 when
/// divided by 97. `iban` holds ASCII digits and upper-case letters only.
pub(super) fn iban(iban: &str) -> bool {
    let Some((head, tail)) = iban.split_at_checked(4) else { return false };
    let rest = tail.bytes().chain(head.bytes()).fold(0, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte.wrapping_sub(b'A')) + 10) % 97,
    });
    rest == 1
}

/// Length of the IBANs of a country, given by its two upper-case letters (SWIFT's IBAN registry).
pub(super) fn iban_length(country: &str) -> Option<usize> {
    Some(match country {
        "NO" => 15,
        "BE" => 16,
        "DK" | "FI" | "FO" | "GL" | "NL" => 18,
        "MK" | "SI" => 19,
        "AT" | "BA" | "EE" | "KZ" | "LT" | "LU" | "XK" => 20,
        "CH" | "HR" | "LI" | "LV" => 21,
        "BG" | "BH" | "CR" | "DE" | "GB" | "GE" | "IE" | "ME" | "RS" | "VA" => 22,
        "AE" | "GI" | "IL" | "IQ" | "TL" => 23,
        "AD" | "CZ" | "ES" | "MD" | "PK" | "RO" | "SA" | "SE" | "SK" | "TN" | "VG" => 24,
        "LY" | "PT" | "ST" => 25,
        "IS" | "TR" => 26,
        "FR" | "GR" | "IT" | "MC" | "MR" | "SM" => 27,
        "AL" | "AZ" | "BY" | "CY" | "DO" | "GT" | "HU" | "LB" | "PL" | "SV" => 28,
        "BR" | "EG" | "PS" | "QA" | "UA" => 29,
        "JO" | "KW" | "MU" => 30,
        "MT" | "SC" => 31,
        "LC" => 32,
        _ => return None,
    })
}

/// Key of a French social-security number: 97 − (number mod 97), where the Corsican départements 2A and 2B
/// read 19 and 18. `number` holds its first thirteen characters, upper case; none when it is not one.
pub(super) fn nir_key(number: &str) -> Option<u64> {
    let digits = number.replace("2A", "19").replace("2B", "18");
    digits.parse::<u64>().ok().map(|n| 97 - n % 97)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test numbers that card networks publish.
    #[test]
    fn cards() {
        for card in ["4970100000000055", "4111111111111111", "5555555555554444", "378282246310005"] {
            assert!(luhn(card), "{card}");
        }
        assert!(!luhn("4111111111111112"));
    }

    /// The examples of SWIFT's IBAN registry.
    #[test]
    fn ibans() {
        let examples = [
            "FR1420041010050500013M02606",
            "BE68539007547034",
            "CH9300762011623852957",
            "GB29NWBK60161331926819",
        ];
        for example in examples {
            assert!(iban(example), "{example}");
            assert_eq!(iban_length(&example[..2]), Some(example.len()));
        }
        assert!(!iban("FR1420041010050500013M02607"));
        assert!(!iban("FR"));
    }

    /// Keys published with the rule: 2 55 08 14 168 025 → 38, 1 85 05 78 006 084 → 91.
    #[test]
    fn social_security_keys() {
        assert_eq!(nir_key("2550814168025"), Some(38));
        assert_eq!(nir_key("1850578006084"), Some(91));
        assert_eq!(nir_key("185052A006084"), nir_key("1850519006084"));
        assert_eq!(nir_key("185052B006084"), nir_key("1850518006084"));
        assert_eq!(nir_key("abc"), None);
    }
}
