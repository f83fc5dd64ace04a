//! English words of languages.

texts! {
    french = "French";
    english = "English";
    arabic = "Arabic";
    danish = "Danish";
    dutch = "Dutch";
    finnish = "Finnish";
    german = "German";
    greek = "Greek";
    hungarian = "Hungarian";
    italian = "Italian";
    norwegian = "Norwegian";
    portuguese = "Portuguese";
    romanian = "Romanian";
    russian = "Russian";
    spanish = "Spanish";
    swedish = "Swedish";
    tamil = "Tamil";
    turkish = "Turkish";
    other = "other language";
}
