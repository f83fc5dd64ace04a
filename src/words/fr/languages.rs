//! French words of languages.

texts! {
    french = "français";
    english = "anglais";
    arabic = "arabe";
    danish = "danois";
    dutch = "néerlandais";
    finnish = "finnois";
    german = "allemand";
    greek = "grec";
    hungarian = "hongrois";
    italian = "italien";
    norwegian = "norvégien";
    portuguese = "portugais";
    romanian = "roumain";
    russian = "russe";
    spanish = "espagnol";
    swedish = "suédois";
    tamil = "tamoul";
    turkish = "turc";
    other = "autre langue";
}
