//! English words of metrics.

texts! {
    satisfaction_rate = "satisfaction rate (CSAT)";
    mean_satisfaction = "mean satisfaction";
    customer_effort_score = "customer effort score (CES)";
    share_of_easy_answers = "share of easy answers (CES)";
    mean_rating = "mean rating";
    share_of_the_two_best_ratings = "share of the two best ratings";

    promoters = "Promoters";
    passives = "Passives";
    detractors = "Detractors";
    satisfied = "Satisfied";
    neutral = "Neutral";
    dissatisfied = "Dissatisfied";
    easy = "Easy";
    neither = "Neither";
    difficult = "Difficult";
    high_ratings = "High ratings";
    middle_ratings = "Middle ratings";
    low_ratings = "Low ratings";

    the_promoters = "promoters";
    the_passives = "passives";
    the_detractors = "detractors";
    the_satisfied = "satisfied respondents";
    the_neutral = "neutral respondents";
    the_dissatisfied = "dissatisfied respondents";
    those_who_found_it_easy = "those who found it easy";
    those_in_between = "those in between";
    those_who_found_it_difficult = "those who found it difficult";
    those_who_gave_the_best_ratings = "those who gave the best ratings";
    those_who_gave_a_middle_rating = "those who gave a middle rating";
    those_who_gave_the_lowest_ratings = "those who gave the lowest ratings";

    wald_z = "Wald’s z";
    pooled_z = "pooled z";
    design_t = "t of the sample design";
    welch_t = "Welch’s t";
    pooled_z_or_welch_t = "the less significant of pooled z and Welch’s t (small bases)";

    recommendation = "Recommendation (NPS)";
    recommendation_by_employees = "Recommendation by employees (eNPS)";
    rating = "Rating";
    choice = "Choice";
    several_choices = "Several choices";
    free_text = "Free text";

    net_promoters = "Net promoters";
    net_passives = "Net passives";
    net_detractors = "Net detractors";
    net_satisfied = "Net satisfied";
    net_neutral = "Net neutral";
    net_dissatisfied = "Net dissatisfied";
    net_easy = "Net easy";
    net_neither = "Net neither";
    net_difficult = "Net difficult";
    net_positive = "Net positive";
    net_middle = "Net middle";
    net_negative = "Net negative";
    net_high_ratings = "Net high ratings";
    net_middle_ratings = "Net middle ratings";
    net_low_ratings = "Net low ratings";
}
