//! English words of calendar.

texts! {
    monday = "Monday";
    tuesday = "Tuesday";
    wednesday = "Wednesday";
    thursday = "Thursday";
    friday = "Friday";
    saturday = "Saturday";
    sunday = "Sunday";

    january = "January";
    february = "February";
    march = "March";
    april = "April";
    may = "May";
    june = "June";
    july = "July";
    august = "August";
    september = "September";
    october = "October";
    november = "November";
    december = "December";

    jan = "Jan.";
    feb = "Feb.";
    jul = "July";
    aug = "Aug.";
    sept = "Sept.";
    oct = "Oct.";
    nov = "Nov.";
    dec = "Dec.";
}
