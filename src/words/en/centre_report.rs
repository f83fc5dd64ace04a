//! English words of centre report.

texts! {
    unplanned = "Unplanned";
    planned = "Planned";
    hours_of_absence = "Hours of absence";
    only_unplanned_absence_enters_the_absence = "Only unplanned absence enters the absence rate. Reasons serve that division alone: they are neither kept nor shown.";

    what_is_counted_apart = "What is counted apart";

    a_period_some_of_whose_working_days_are = "* A period some of whose working days are missing: its counts do not compare with the others.";
    period = "Period";
    calls = ("call", "calls");
    not_shown_an_agent_with_fewer_than_is(agents, least) = "Not shown: {agents}. An agent with fewer than {least} is not shown, nor another one that would let it be found from the total.";
    each_agent_stands_under_a_number_instead_of = "Each agent stands under a number instead of a name. Differences also come from the queues, reasons and hours of each: this table ranks nobody.";
    indicators_by_agent = "Indicators by agent";
    agent = "Agent";
    continued = "continued";
    under_each_value_its_interval(level) = "In brackets: the {level} interval of the value before it.";
    target_missed = "✗ Target missed.";
    base_under_a_fragile_value(small_base) = "† Base under {small_base}: a fragile value.";

    read_as(file, name, n, rows, columns) = "{file}: {name}, {n} {rows} ({columns})";
    survey_that_nothing_joins_to_calls = "survey that nothing joins to calls";
    contact_centre = "Contact centre";

    hidden_base_under_the_minimum_of(least) = "Hidden: base under the minimum of {least}";
    alert_from(alert) = "; alert (from {alert})";
    target_of_met(target) = "✓ Target of {target} met";
    target_of_missed(target) = "✗ Target of {target} missed";
    target_of_the_interval_holds_it(target) = "? Target of {target}: the interval holds it";
    target(target) = "Target: {target}";
    benchmark(value, source) = "Benchmark: {value}, {source}";
    within_chance = ": within chance";
    better_beyond_chance = ": better, beyond chance";
    worse_beyond_chance = ": worse, beyond chance";
    beyond_chance = ": beyond chance";
    better = ": better";
    worse = ": worse";
    unchanged = "unchanged";
    against(arrow, change, period, value, mean, before, judged) = "{arrow} {change} ({period}: {value}, against {mean} {before}){judged}";
    the_month_before = "the month before";
    the_week_before = "the week before";
    over_the_months_before(n) = "over the {n} months before";
    over_the_weeks_before(n) = "over the {n} weeks before";
    interval(level, interval, base) = "{level} interval {interval}, {base}";
    interval_in_cards(level, interval) = "{level} interval {interval}";

    all_indicators = "All indicators";
    other_definitions_of_the_same_indicators = "Other definitions of the same indicators";
    two_numbers_of_one_name_and_two_definitions = "Two numbers that share a name but not a definition do not compare.";

    indicators_day_by_day = "Indicators day by day";
    under_20_days_the_limits_are_provisional = "With fewer than 20 days the limits are provisional.";
    total = "Total";
    backlog_requests_open_at_the_end_of_the = "Backlog: requests open at the end of the day";

    variant(said, variant) = "{said} (variant {variant})";
    computed_as(text, computed) = "{text} Computed as: {computed}.";

    durations_of_calls = "Durations of calls";

    to(from, to) = "{from} to {to}";
    time_zone = "Time zone";
    opening_hours = "Opening hours";
    not_declared_every_call_counts = "not declared: every call counts";
    agents = ("agent", "agents");
    under_pseudonyms = ", under pseudonyms";
    named_on_request = ", named on request";
    agents_in_facts = "Agents";
    rows = ("row", "rows");
    of_them_excluded_by_centre_toml(n) = ", {n} of them excluded by centre.toml";

    from_to(from, to) = "From {from} to {to}";
    indicators_and_their_targets = "Indicators and their targets";
    day_by_day = "day by day";
    load_and_service_level_over_the_week = "Load and service level over the week";
    when_customers_answer = "When customers answer";
    how_long_callers_wait = "How long callers wait";
    how_long_a_call_takes = "How long a call takes";
    by_agent = "by agent";
    the_queues_reasons_and_hours_of_each_explain = "The queues, reasons and hours of each explain part of the differences.";
    whole_centre = "whole centre";

    is(the, value, rests) = "{the} is {value}. {rests}.";
    beyond_the_alert_threshold = ", beyond the alert threshold";
    the_target_of_is_met(target) = "the target of {target} is met";
    the_target_of_is_missed_by(target, gap, alert) = "the target of {target} is missed by {gap}{alert}";
    its_interval_holds_the_target_of_neither_met(target) = "its interval holds the target of {target}, which is neither met nor missed";
    is_in_levels(the, value, judged, rests) = "{the} is {value}: {judged}. {rests}.";
    base_definition(n, definition) = "Base: {n}; definition: {definition}";
    definition(definition) = "Definition: {definition}";
    improves = "improves";
    falls_back = "falls";
    rises = "rises";
    falls = "falls";
    in_the(period) = "in the {period}";
    in_word(period) = "in {period}";
    more_than_three_standard_errors = "more than three standard errors";
    out_of_the_limits_of_a_control_chart = "out of the limits of a control chart";
    this_is_an_improvement_that_chance_does_not = "This is an improvement that chance does not explain";
    this_is_a_deterioration_that_chance_does_not = "This is a deterioration that chance does not explain";
    chance_does_not_explain_this_difference = "Chance does not explain this difference";
    by_against(the, moves, size, period, value, mean, before, judged, proof) = "{the} {moves} by {size} {period}: {value}, against {mean} {before}. {judged} ({proof}).";

    calls_offered_against_on_average(own, others) = "{own} calls offered, against {others} on average";
    agents_occupied_against(own, others) = "agents {own} occupied, against {others}";
    that_week(list) = " That week: {list}.";
    fell_to_in_the_against_in_the_other(the, own, name, others, beside) = "{the} fell to {own} in the {name}, against {others} in the other weeks: more than days usually differ from each other (p\u{a0}<\u{a0}0.01 given the number of weeks, Mann–Whitney test on days).{beside}";

    more = ("more", "more");
    and(named, more) = "{named} and {more}";
    days = ("day", "days");
    on_that_day = "on that day";
    on_those_days = "on those days";
    is_out_of_the_limits_of_chance_on(the, n, all, named, centre, then) = "{the} is out of the limits of chance on {n} of {all}: {named}, for a mean of {centre}. Look for the cause {then}: an outage, absence, a campaign, a billing run.";
    at(day, hour) = "{day} at {hour}";
    calls_offered = ("call offered", "calls offered");
    it_is_also_the_busiest = " It is also the busiest.";
    the_busiest_is_calls_in_the_hour_a(busiest, busiest_2, busiest_3) = " The busiest is {busiest}: {busiest_2} calls in the hour, a service level of {busiest_3}.";
    the_worst_hour_of_the_week_is_a(worst, worst_2, offered, worst_3, also) = "The worst hour of the week is {worst}: a service level of {worst_2} on {offered} ({worst_3} in the hour, on average).{also}";
    stands_away = "is";
    stand_away = "are";
    for_of_clearly_away_from_the_mean_of(the, far, all, stand, mean, above, below, low, high) = "For {the}, {far} of {all} {stand} clearly away from the mean of {mean} ({above} above, {below} below, by more than three standard errors); values go from {low} to {high}. The queues, reasons and hours of each may explain it.";

    handled_calls = ("handled call", "handled calls");
    is_the_reason_that_costs_most_for_and(cost, calls, hours, part, handle) = "is the reason that costs most: {cost} for {calls}, {hours} and {part} of the workload (average handle time {handle})";
    is_the_reason_that_takes_most_of_the(part, hours, calls, handle) = "is the reason that takes most: {part} of the workload, {hours} for {calls} (average handle time {handle})";
    next_comes = "comes";
    next_come = "come";
    next_what_needs_no_agent_there_is_a(name, most, follow, next) = "{name} {most}. Next {follow} {next}. What needs no agent there is a candidate for self-service.";
    of_those_received_arrive_out_of_opening_hours(calls, share) = "{calls}, {share} of those received, arrive out of opening hours: they enter neither the answer rate, nor the service level, nor the abandonment rate.";
    a_call_of_unknown_outcome_is_counted_nowhere = " A call of unknown outcome is counted nowhere: rates hold for the others only, until centre.toml says, under [calls.values], what these words mean.";
    joined_in_work(name, n) = "{name}: {n}";
    row_has_a_fault(rows, named, unknown) = "{rows} has a fault ({named}): left out of the indicators that they would corrupt, not out of the file.{unknown}";
    rows_have_a_fault(rows, named, unknown) = "{rows} have a fault ({named}): left out of the indicators that they would corrupt, not out of the file.{unknown}";

    the_answers_to_the_survey_are_joined_to = "The answers to the survey are joined to the contacts that they are about. The difference is how far the score of contacts with the feature is from that of the others; all else equal, what is left of it when the other features, and the agent where known, do not change. It is an association: it says where to look, not what causes what.";
    and_the_contact_base_joined_answers(title, base) = "{title} and the contact (base: {base} joined answers)";
    under_the_difference_all_else_equal_its(level) = "In brackets: the {level} interval of the difference, all else equal; q is its strength of evidence, corrected for the number of tests. Importance: of what the contact explains of the score, the part that is due to the feature (LMG decomposition).";
    agents_alike_would_not_differ_so_by_chance = "agents alike would not differ so by chance";
    it_may_be_chance_the_interval_reaches_0 = "a hint, no more: the interval reaches 0";
    chance_is_enough_to_explain_it = "chance is enough to explain it";
    agent_of_the_variance_of_the_score_lies(share, n, low, high, told, judged) = "Agent: {share} of the variance of the score lies between the {n} agents, the contact being equal [{low}, {high}] (ω²; p: {told}): {judged}.";

    on_a_complete_log_the_value_itself_is = "On a complete log the value itself is held against its target; on a survey its interval is, and a target inside it is neither met nor missed.";
    the_last_whole_week_the_last_month_where = "The last whole week (the last month, where there are no weeks) is held against the mean of those before, each counted by its base. A difference is called beyond chance when it is more than three standard errors or, without intervals, out of the limits of a control chart of six periods or more. A season, a public holiday or a campaign may be enough to explain it.";
    one_name_often_covers_several_computations = "One name often covers several computations. Each value carries its own here; two values compare, with each other or with a norm, only under the same definition.";
    delay_of_s_queue_and_ring_together_voice(delay, short) = "Delay of {delay} s, queue and ring together, voice menu left out. An abandon before {short} s is a short one.";
    a_case_is_solved_at_first_contact_if(days) = "A case is solved at first contact if the same customer does not come back for the same reason within {days} days. Cases begun more recently are left out of the base. The complement is the repeat rate.";
    a_lead_has_days_to_convert_after_a(days) = "A lead has {days} days to convert after a contact; more recent ones are left out of the base.";
    calls_received_out_of_opening_hours_and_on = "Calls received out of opening hours and on public holidays are counted apart; they enter neither the answer rate, nor the service level, nor the abandonment rate.";
    around_the_mean_of_the_days_plus_or = "Around the mean of the days, plus or minus three standard deviations (Shewhart; Laney where days vary more than their base explains). When nothing changes a day crosses them about 3 times in 1,000. A mean and its limits do not say whether the level will do: the target does.";
    number_of_agents_for_a_queue_where_calls = "Number of agents for a queue where calls arrive at random, last a variable time around the handle time and wait without ever leaving or calling back. As customers do leave, the model tends to ask for too many agents; as the load varies within the hour, it tends to ask for too few at peaks. Breaks, training and absence are not included.";
    reasons_of_absence_which_may_tell_somebodys = "Reasons of absence, which may tell of somebody’s health, are reduced to two cases, planned or unplanned.";
    calls_are_clustered_in_it_since_those_of(by) = " Calls are clustered {by} in it, since those of one cluster are alike.";
    that_of_a_survey_does_measure_what_is = " That of a survey does measure what is not known of those who were not asked.";
    a_log_of_calls_is_complete_it_is(level, grouped, survey) = "A log of calls is complete: it is no sample, and its {level} interval does not measure a sampling error. It describes the process: how much the value would move over another period of the same demand and organisation.{grouped}{survey}";
    each_stands_under_a_number_drawn_from_the = "Each stands under a number drawn from the name: it hides the name from whoever lacks the list of agents, not from whoever has it.";
    they_are_named_because_it_was_asked_for = "They are named because it was asked for.";
    an_agent_with_fewer_than_is_not_shown(named, least) = "{named} An agent with fewer than {least} is not shown; those calls count in the totals.";

    columns_read = "Columns read";
    faults_of_the_data = "Faults of the data";
    id = "id";
    customer_and_nearest_time = "customer and nearest time";
    answers_joined_to_contacts = "Answers joined to contacts";
    an_answer_without_a_contact_counts_in_the = "An answer without a contact counts in the score, but in no link with the calls.";
    how_each_column_was_read = "How each column was read";

    cost = "Cost";
    contact_reasons_by_cost = "Contact reasons, by cost";
    contact_reasons_by_workload = "Contact reasons, by workload";
    workload_handled_calls_average_handle_time = "Workload: handled calls × average handle time. Cost: handled calls × cost per request type. A heavy and simple reason is a candidate for self-service.";
    workload_handled_calls_average_handle_time_a = "Workload: handled calls × average handle time. A heavy and simple reason is a candidate for self-service.";
    joined_in_reasons(number) = "€{number}";

    calls_offered_an_hour_and_service_level = "Calls offered an hour and service level";
    mean_number_of_calls_offered_in_the_hour = "Mean number of calls offered in the hour, on days with some, then the service level.";
    outbound_calls_when_customers_answer = "Outbound calls: when customers answer";
    share_of_dialled_calls_that_a_person_answers = "Share of dialled calls that a person answers, then the number of calls dialled.";
    agents_needed_by_hour_erlang_c = "Agents needed by hour (Erlang C)";
    agents_on_line_for_the_mean_load_of(delay, least) = "Agents online for the mean load of the hour, then their occupancy. The service level at {delay} s that they give is at least {least} everywhere. Breaks, training and absence come on top.";

    absence = "Absence";
    hours = "Hours";
    share = "Share";

    counted_apart = "Counted apart";
    number = "Number";

    indicator = "Indicator";
    value = "Value";
    interval_in_catalogue_table(level) = "{level} interval";
    computed_as_in_catalogue_table = "Computed as";
    definition_in_catalogue_table = "Definition";
    id_in_catalogue_table = "Id";

    day = "Day";
    in_bold_a_day_out_of_the_limits = "In bold: a day out of the limits of chance, written under it; ↔: the eighth day in a row on the same side of the mean, or a later one.";
    evening_of = "Evening of";

    no_data(parts) = "no data: {parts}";

    duration = "Duration";
    calls_in_durations = "Calls";
    half_under_median = "Half under (median)";
    nine_in_ten_under = "Nine in ten under";
    longest = "Longest";

    calls_offered_an_hour = "Calls offered an hour";
    calls_dialled_an_hour = "Calls dialled an hour";
    answered_by_a_person = "Answered by a person";

    at_in_levels = "at";

    feature_of_the_contact = "Feature of the contact";
    answers = "Answers";
    score_with = "Score with";
    score_without = "Score without";
    difference = "Difference";
    all_else_equal = "All else equal";
    importance = "Importance";

    indicators = "Indicators";
    over_time = "Over time";
    day_by_day_in_centre = "Day by day";
    the_week = "The week";
    waits_and_handle_times = "Waits and handle times";
    queues_channels_directions = "Queues, channels, directions";
    contact_reasons = "Contact reasons";
    what_goes_with_satisfaction = "What goes with satisfaction";
    staffing = "Staffing";
    all_indicators_and_their_computation = "All indicators and their computation";
    data_quality = "Data quality";

    week_of = "week of";

    table = "Table";
    fault_and_what_is_done = "Fault, and what is done";
    rows_in_quality = "Rows";
    first_rows = "First rows";
    joined_to = "Joined to";
    by = "By";
    joined_in_quality = "Joined";
    rate = "Rate";
    field = "Field";
    column_of_the_file = "Column of the file";

    reason = "Reason";
    handled_calls_in_reasons = "Handled calls";
    aht = "AHT";
    workload = "Workload";
    share_of_workload = "Share of workload";

    target_in_summary = "Target";

    hour = "Hour";

    cases_undecided = "Cases too recent for first contact resolution";
    cases_open = "Cases that their last contact did not close";
    leads_undecided = "Leads contacted too recently for conversion";
    left_in_menu = "Calls hung up in the voice menu, never offered";
    overflowed = "Calls sent to another centre";
    called_back = "Calls turned into a call back";
    short_abandons = "Short abandons";
    out_of_hours_dissuaded = "Out of hours: dissuaded";
    out_of_hours_voicemail = "Out of hours: voicemail";
    out_of_hours_overflow = "Out of hours: sent elsewhere";
    out_of_hours_callback = "Out of hours: to be called back";
    silent = "Silent outbound calls: picked up, left before the agent";
    reopened = "Tickets reopened";

    indicators_by_week = "Indicators by week";
    indicators_by_month = "Indicators by month";
    indicators_by_day = "Indicators by day";
    indicators_by_queue = "Indicators by queue";
    indicators_by_channel = "Indicators by channel";
    indicators_by_direction = "Indicators by direction";
    keywords_in_messages = "Keywords in messages";
    queue = "Queue";
    channel = "Channel";
    direction = "Direction";

    hold = "hold";
    after_call_work = "after-call work";
    ring = "ring";
    wait = "queue";
    waits_of_abandoned_calls = "waits of abandoned calls";

    wait_of_answered_calls = "Wait of answered calls";
    wait_before_abandoning = "Wait before abandoning";
    handle_time = "Handle time";

    definitions_of_the_indicators = "Definitions of the indicators";
    how_to_read_these_indicators = "How to read these indicators";
    last_week = "Last week";
    competing_definitions = "Competing definitions";
    service_level = "Service level";
    first_contact = "First contact";
    out_of_hours = "Out of hours";
    by_day = "by day";

    customer_satisfaction = "customer satisfaction (CSAT)";
    the_nps = "the NPS";
    the_customer_effort_score = "the customer effort score (CES)";
    the_enps = "the eNPS";
    agent_satisfaction = "agent satisfaction";
    the_response_rate = "the response rate";
    average_handle_time = "average handle time (AHT)";
    average_talk_time = "average talk time";
    average_after_call_work = "average after-call work";
    the_number_of_handled_calls = "the number of handled calls";
    the_number_of_abandoned_calls = "the number of abandoned calls";
    the_answer_rate = "the answer rate";
    quality_of_service = "quality of service";
    the_service_level = "the service level";
    the_abandonment_rate = "the abandonment rate";
    average_wait_time = "average wait time";
    average_speed_of_answer = "average speed of answer (ASA)";
    the_number_of_calls_in_opening_hours = "the number of calls in opening hours";
    the_number_of_calls_out_of_opening_hours = "the number of calls out of opening hours";
    first_contact_resolution = "first contact resolution (FCR)";
    the_number_of_contacts_a_case = "the number of contacts a case";
    the_self_service_rate = "the self-service rate";
    the_escalation_rate = "the escalation rate";
    the_transfer_rate = "the transfer rate";
    the_call_conversion_rate = "the call conversion rate";
    the_number_of_converted_calls = "the number of converted calls";
    the_lead_conversion_rate = "the lead conversion rate";
    the_cost_per_interaction = "the cost per interaction";
    the_cost_per_call = "the cost per call";
    the_cost_per_request_type = "the cost per request type";
    the_active_listening_rate = "the active listening rate";
    the_keyword_rate = "the keyword rate";
    the_connect_rate = "the connect rate";
    the_answering_machine_rate = "the answering machine rate";
    the_call_rejection_rate = "the call rejection rate";
    the_outbound_conversion_rate = "the outbound conversion rate";
    the_predictive_connect_delay = "the predictive connect delay";
    the_time_between_records = "the time between records";
    occupancy = "occupancy";
    utilisation = "utilisation";
    break_time_per_agent_and_day = "break time per agent and day";
    the_number_of_agent_days = "the number of agent days";
    the_absence_rate = "the absence rate";
    the_retention_rate = "the retention rate";
    the_churn_rate = "the churn rate";
    the_first_response_time = "the first response time";
    the_resolution_time_of_tickets = "the resolution time of tickets";
    the_number_of_requests_received = "the number of requests received";
    the_backlog = "the backlog";

    negative_duration = "negative duration";
    unreadable_value = "unreadable value";
    end_before_start = "end before start";
    resolved_before_created = "resolved before created";
    answered_without_an_agent = "answered without an agent";
    unknown_outcome = "unknown outcome";
    unknown_state = "unknown state";
    overlapping_states = "overlapping states";
    no_date = "no date";
    answer_without_a_contact = "answer without a contact";
    second_answer = "second answer";
    repeated_row = "repeated row";
    repeated_id = "repeated id";
    incomplete_row = "incomplete row";
    dates_that_read_both_ways = "dates that read both ways";
}
