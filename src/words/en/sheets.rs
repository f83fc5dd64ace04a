//! English words of sheets.

texts! {
    yyyy_mm_dd = "yyyy-mm-dd";

    a_difference_is_called_significant_when_q_is = "A difference is called significant when q is under 0.05; for the total between two waves, the question asked beforehand, it is p.";
    significant_fall = "significant fall";
    significant_rise = "significant rise";
    significantly_lower = "significantly lower";
    significantly_higher = "significantly higher";
    inconclusive = "inconclusive";

    respondents = "respondents";
    citations = "citations";
    ends_interval_of_the_share_several_answers_to(level) = "Ends: {level} interval of the share. Several answers to a question add up to more than 100%.";

    yes = "yes";
    no = "no";
    wave = "wave";
    all = "all";
    period = "period";
    the_others = "the others";
    target = "target";
    higher = "higher";
    lower = "lower";
    undecided = "undecided";
    out_of_limits = "out of limits";
    n_8_in_a_row_on_one_side = "8 in a row on one side";
    people_asked = "people asked";
    head_count = "head count";
    good_to_hear = "good to hear";
    to_avoid = "to avoid";
    detected = "detected";
    evaluated = "evaluated";
    customer = "customer";
    other_voice = "other voice";
    voice_not_recognised = "unidentified voice";
    who_speaks = "who speaks";
    customers_score = "customer’s score";
    matter_settled = "matter settled";
    duration = "duration";
    low_score = "low score";
    high_score = "high score";
    unresolved = "unresolved";
    resolved = "resolved";
    short_call = "short call";
    long_call = "long call";
    active_listening = "active listening";
    score_on_the_grid_of_100 = "score on the grid (of 100)";
    item = "item";
    word = "word";
    phrase = "phrase";
    denied_word = "denied word";
    theme = "theme";
    indicator_of_the_call = "indicator of the call";
    listening = "listening";
    script = "script";
    recommendation_nps = "recommendation (NPS)";
    recommendation_enps = "recommendation (eNPS)";
    satisfaction_csat = "satisfaction (CSAT)";
    effort_ces = "effort (CES)";
    rating = "rating";
    choice = "choice";
    several_choices = "several choices";
    free_text = "free text";
    calls = "calls";
    customers = "customers";
    survey = "survey";
    states_of_agents = "states of agents";
    roster = "roster";
    leads = "leads";
    evaluations = "evaluations";
    survey_of_agents = "survey of agents";
    wait_of_answered_calls = "wait of answered calls";
    wait_of_abandoned_calls = "wait of abandoned calls";
    handling = "handling";

    columns = "Columns";
    marks = "Marks";
    nothing_to_show_no_answer_nothing_to_compute(minimum) = "Nothing to show: no answer, nothing to compute, or a figure hidden so that nobody can be recognised (fewer than {minimum}, or a figure from which one of these could be found by subtraction). A text, never zero.";
    nothing_to_show_no_answer_or_nothing_to = "Nothing to show: no answer, or nothing to compute. A text, never zero.";
    a_b_c = "A, B, C…";
    in_a_cross_table_on_the_right_of = "In a cross-table, on the right of a share: the columns whose share is significantly lower.";

    thin_lines_interval_each_chart_follows_the(level) = "Thin lines: {level} interval. Each chart follows the numbers on its left. What is hidden is not drawn.";
    target_in_graphs = "Target";
    bars = "Bars";
    line = "Line";
    with_intervals_lowest_highest(kind, title, name, name_2) = "{kind} with intervals: {title}. Lowest: {name}; highest: {name_2}.";
    by_wave(name) = "{name} by wave";
    wave_in_graphs = "Wave";
    by(name, by) = "{name} by {by}";
    by_week(label) = "{label} by week";
    week = "Week";
    share_of_calls = "Share of calls";
    active_listening_detected_by_agent = "Active listening detected, by agent";
    agent = "Agent";
    what_is_heard_of_the_grid = "What is heard of the grid";
    item_in_graphs = "Item";

    indicators = "Indicators";
    indicators_in_indicators = "Indicators";
    indicators_by_period = "Indicators by period";
    indicators_over_time = "Indicators over time";
    indicators_by_segment = "Indicators by segment";
    indicators_by_queue_agent_reason_channel = "Indicators by queue, agent, reason, channel, direction";
    ends_interval_each_indicator_has_the_unit(level) = "Ends: {level} interval. The unit of each indicator is in the column “Unit”; the raw value, on the right, is that of report.json.";
    n_0_to_100 = "% (0 to 100)";
    mean = "mean";
    seconds = "seconds";
    count = "count";
    ratio = "ratio";
    euros = "euros";
    days = "days";

    ends_interval_nps_in_points_shares_in_means(level) = "Ends: {level} interval. NPS in points, shares in %, means in points of the scale. †: base under 30 answers. –: hidden, or no answer.";
    scores = "Scores";
    scores_in_scores = "Scores";
    scores_by_segment = "Scores by segment";
    all_in_scores = "All";

    indicators_of_the_contact_centre = "Indicators of the contact centre";
    survey_results = "Survey results";
    summary = "Summary";
    key_findings = "Key findings";
    the_sheets_of_this_workbook = "The sheets of this workbook";
    workbook_made_by_cells_keep_the_unrounded(version) = "Workbook made by {version}. Cells keep the unrounded numbers; the folder “tables” gives them as CSV and Parquet too.";
    last_wave(wave) = "Last wave, {wave}";

    total = "Total";
    above = "above";

    base_under_30_a_fragile_figure_not_to = "Base under 30: a fragile figure, not to be commented on alone.";
    p_or_q_smaller_than_its_format_shows = "p or q smaller than its format shows; the cell keeps its value.";

    value = "Value";
    low_end = "Low end";
    high_end = "High end";
    base = "Base";
    gap_below = "Gap below";
    gap_above = "Gap above";
}
