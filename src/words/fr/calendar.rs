//! French words of calendar.

texts! {
    monday = "lundi";
    tuesday = "mardi";
    wednesday = "mercredi";
    thursday = "jeudi";
    friday = "vendredi";
    saturday = "samedi";
    sunday = "dimanche";

    january = "janvier";
    february = "février";
    march = "mars";
    april = "avril";
    may = "mai";
    june = "juin";
    july = "juillet";
    august = "août";
    september = "septembre";
    october = "octobre";
    november = "novembre";
    december = "décembre";

    jan = "janv.";
    feb = "févr.";
    jul = "juil.";
    aug = "août";
    sept = "sept.";
    oct = "oct.";
    nov = "nov.";
    dec = "déc.";
}
