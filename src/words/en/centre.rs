//! English words of centre.

texts! {
    work_in_progress = "Work in progress";
    activity = "Activity";
    handling_performance = "Handling performance";
    productivity = "Productivity";
    satisfaction = "Satisfaction";

    calls = "Calls";
    tickets = "Tickets";
    agent_states = "Agent states";
    roster = "Roster";
    customers = "Customers";
    leads = "Leads";
    evaluations = "Evaluations";
    customer_survey = "Customer survey";
    agent_survey = "Agent survey";
    percent = "percent";
    points_100_to_100 = "points, −100 to +100";
    points_of_the_scale = "points of the scale";
    seconds = "seconds";
    minutes = "minutes";
    count = "count";
    mean_number = "mean number";
    euros = "euros";
    days = "days";
    higher_is_better = "higher is better";
    lower_is_better = "lower is better";
    neither_high_nor_low_is_good_in_itself = "neither high nor low is good in itself";

    day = "day";
    d_days_of_24_hours = "d: days of 24 hours.";
    d = "d";

    the_calls = "the calls";
    the_tickets = "the tickets";
    the_agent_states = "the agent states";
    the_roster = "the roster";
    the_customers = "the customers";
    the_leads = "the leads";
    the_evaluations = "the evaluations";
    the_survey = "the survey";
    the_survey_of_agents = "the survey of agents";
    near_names(near) = " Near names: {near}.";
    no_indicator_is_called_barometre_centre_list(found, near) = "no indicator is called {found}.{near} “barometre centre list” gives them all.";
    or = " or ";
    write(ids) = " Write {ids}.";
    is_the_id_of_no_indicator_barometre_centre(file, key, found, write) = "{file}, {key}: {found} is the id of no indicator.{write} “barometre centre list” gives them all.";
    no_table_of_a_contact_centre_is_recognised(file, columns) = "{file}: no table of a contact centre is recognised in it (columns: {columns}). Say which one it is: --calls, --tickets, --states, --roster, --customers, --leads, --evaluations, --survey or --agent-survey; or name its columns in centre.toml (“barometre centre init” writes it).";
    read_as_but_without_a_column_for_columns(file, name, keys, columns, id, example) = "{file}: read as holding {name}, but without a column for {keys} (columns: {columns}). Write in centre.toml, under [{id}.columns]: {example} = \"name of the column\".";
    no_file_give_the_calls_at_least_calls = "no file: give the calls at least (--calls calls.csv), or a centre.toml with the key files.";
    nothing_to_count_no_row_of_any_table = "nothing to count: no row of any table could be read.";
    is_no_field_of_that_table_known_fields(file, section, key, known) = "{file}, [{section}]: {key} is no field of that table. Known fields: {known}.";
    is_not_understood_it_can_be(file, key, found, known) = "{file}, {key}: {found} is not understood. It can be: {known}.";
    does_not_read_as_opening_hours_write_for(file, key, found) = "{file}, {key}: {found} does not read as opening hours. Write for example \"08:00-20:00\", \"9:00-12:30, 14:00-18:00\" or \"closed\".";
    is_no_date_write_for_example_2025_12(file, key, found) = "{file}, {key}: {found} is no date. Write for example \"2025-12-24\".";
    the_time_zone_is_unknown_write_a_name(found) = "the time zone {found} is unknown. Write a name of the IANA database, for example \"Europe/Paris\".";
    will_not_do_a_positive_number_is_expected(file, key, found) = "{file}, {key}: {found} will not do; a number of 0 or more is expected.";
    cannot_be_reached_a_target_in_percent_goes(file, key, found) = "{file}, {key}: {found} cannot be reached; a target in percent goes from 0 to 100.";
    keywords_cannot_be_looked_for_write_a_word(file, found, flaw) = "{file}, keywords: {found} cannot be looked for. Write a word or a rule of a codebook ({flaw}).";
    nothing_can_be_broken_down_by_possible(found, known) = "nothing can be broken down by {found}. Possible: {known}.";

    negative_duration_the_row_is_out_of_the = "negative duration: the row is left out of the averages of that duration and counts in all others";
    absence_reason_empty_or_unknown_or_a_cell = "absence reason empty or unknown, or a cell that cannot be read: the absence counts as unplanned";
    a_cell_that_cannot_be_read_duration_date = "a cell that cannot be read (duration, date, number or yes/no): taken for empty";
    end_before_its_start_out_of_times_and = "end before its start: left out of durations and delays";
    response_or_resolution_before_the_step_that = "response or resolution before the step that it follows: the ticket counts, except in the delays that it would corrupt";
    answered_call_without_an_agent_out_of_the = "answered call without an agent: left out of the figures per agent only";
    state_that_begins_before_the_one_before_it = "state that begins before the one before it ends: the common time counts once";
    row_without_a_date_in_the_totals_in = "row without a date: counted in the totals, but in no period";
    answer_whose_contact_is_not_in_the_files = "answer whose contact is not in the files: counted in the score, but in no link with the contacts";
    second_answer_about_the_same_contact_only_the = "second answer about the same contact: only the first counts";
    row_that_says_all_that_another_one_says = "row that says all that another one says: it counts; to be removed from the export if it is a copy";
    row_without_a_cell_that_is_needed_counted = "row without a cell that is needed: counted nowhere";
    unknown_outcome_or_one_that_cannot_be_in = "unknown outcome, or one that cannot be in that direction: counted nowhere";
    unknown_state_counted_nowhere = "unknown state: counted nowhere";
    dates_that_read_both_ways_read_day_first = "dates that read both ways: read day first";
    one_set_aside_by_its_outcome = "1 of them set aside by their outcome";
    set_aside_by_their_outcome(n) = "{n} of them set aside by their outcome";
    unknown_word_counted_nowhere_to_write_in(named, section, first, example) = "unknown word, counted nowhere: {named}. To write in centre.toml, under [{section}.values]: \"{first}\" = \"{example}\", for example";
    repeated_id_alone_is_no_key_and_together(id, other) = "repeated id: {id} alone is no key, {other} and {id} together are one; no row is dropped";
    repeated_id_it_is_no_key_alone_no = "repeated id: it is no key alone; no row is dropped";
    column_day_and_month_read_both_ways_read(column, section, field) = "column {column} ({section}.{field}): day and month read both ways; read day first";

    new_years_day = "New Year’s Day";
    good_friday = "Good Friday";
    easter_monday = "Easter Monday";
    labour_day = "Labour Day";
    victory_day = "Victory Day";
    ascension_day = "Ascension Day";
    whit_monday = "Whit Monday";
    bastille_day = "Bastille Day";
    assumption_day = "Assumption Day";
    all_saints_day = "All Saints’ Day";
    armistice_day = "Armistice Day";
    christmas_day = "Christmas Day";
    st_stephens_day = "St Stephen’s Day";

    joined(hours, minutes) = "{hours:02}:{minutes:02}";
    unreadable_opening_hours(found) = "unreadable opening hours: {found}; write for instance “08:00-20:00”, “08:00-12:30, 14:00-18:00” or “closed”";
    opening_hours_run_backwards_from_to_a_span(opens, closes) = "opening hours run backwards: from {opens} to {closes}; a span ends on the day on which it begins, at \
                     midnight (24:00) at the latest, and the rest is written on the next day";
    overlapping_opening_hours_a_span_opens_at(opens, closes) = "overlapping opening hours: a span opens at {opens} while the one before closes at {closes}";

    inbound = "inbound";
    outbound = "outbound";

    what_barometre_understood_of_these_files = "# What barometre understood of these files. Correct it, then:";
    title_contact_centre = "title = \"Contact centre\"";
    delay_of_the_service_level = "delay of the service level, in seconds";
    shorter_abandons_are_apart = "shorter abandons are counted apart";
    days_without_a_new_contact = "days without a new contact: solved at first";
    agents_with_fewer_calls_are_hidden = "an agent with fewer calls is not shown";
    agents_under_a_number = "agents under a number";
    service_level_80_average_handle_time_costs = "# service_level = 80\n# average_handle_time = { target = 300, alert = 330 }\n\n# [costs]\n# total = 12000          # euros over the time of the data\n# hourly_rate = 28       # loaded cost of an hour of an agent";
    without_a_calendar_all_calls_count_as = "# Without a calendar, all calls count as received during opening hours.\n# [calendar]\n# holidays = \"fr\"         # or \"fr-alsace-moselle\", \"none\"\n# [calendar.hours]\n# monday = \"08:00-20:00\"\n";
    not_used = "not used";
    fields_without_a_column = "fields without a column";

    to(low, high) = "{low} to {high}";
    the_agent_and_the_rest_of_the_contact = "the agent and the rest of the contact held equal";
    the_rest_of_the_contact_held_equal = "the rest of the contact held equal";
    this_concerns_of_the_answers(share, base) = "This concerns {share} of the {base} answers linked to a contact. This is an association, not proof of a cause.";
    this_concerns_of_the_linked_answers(share) = "This concerns {share} of the linked answers.";
    is_lower(the, who, gap) = "{the} of {who} is {gap} lower than that of the others";
    is_lower_feminine(the, who, gap) = "{the} of {who} is {gap} lower than that of the others";
    is_higher(the, who, gap) = "{the} of {who} is {gap} higher than that of the others";
    is_higher_feminine(the, who, gap) = "{the} of {who} is {gap} higher than that of the others";
    difference_the_rest_held_equal(difference, rest, level, interval, q, concerns) = "{difference}, {rest} ({level} interval of the difference: {interval}; {q}). {concerns}";
    no_established_link_with_difference_in_points(the, rest, level, list) = "No established link with {the}, {rest} (difference in points, {level} interval): {list}.";
    beyond_that_of_the_variance_of_the_answers(value, agents, level, bare, high) = "Beyond that, {value} of the variance of the answers goes with the agent who took the call ({agents} agents; {level} interval: {bare} to {high}): agents do not choose their calls, and this does not measure their work.";
    the_mean_satisfaction = "the mean satisfaction";

    any_wait = "Any wait";
    wait_of_more_than(beyond) = "Wait of more than {beyond}";
    handling_of_more_than(beyond) = "Handling of more than {beyond}";
    not_resolved_at_first_contact = "Not resolved at first contact";
    call_transferred = "Call transferred";
    wait = "Wait";
    handle_time = "Handle time";
    no_resolution_at_first_contact = "No resolution at first contact";
    transfer = "Transfer";
    customers_who_waited = "customers who waited";
    than_a_minute = "a minute";
    than(delay) = "{delay}";
    customers_who_waited_more_than(beyond) = "customers who waited more than {beyond}";
    customers_whose_call_took_more_than_to_handle(beyond) = "customers whose call took more than {beyond} to handle";
    customers_whose_request_was_not_resolved_at = "customers whose request was not resolved at first contact";
    customers_whose_call_was_transferred = "customers whose call was transferred";

    overloaded_centre_erlangs_of_calls_for_agents(load, agents, least) = "overloaded centre: load of {load} Erlangs, agents: {agents}; the queue would grow without end. At least {least} agents are needed.";
    impossible_traffic_give_a_number_of_calls_of = "impossible traffic: give a number of calls of at least 0, an interval and a handle time in \
                     seconds above 0, and at most a million Erlangs.";
    impossible_threshold_that_of_a_service_level = "impossible threshold: that of a service level is a number of seconds of at least 0.";
    impossible_patience_the_mean_patience_is_a = "impossible patience: the mean patience is a number of seconds above 0 and at most 10¹².";
    no_agent_it_takes_at_least_one_to = "no agent: it takes at least one to answer a call.";
    target_out_of_reach_a_service_level_is = "target out of reach: a service level is at least 0% and under 100%, a delay above 0, an occupancy \
                 or abandonment above 0% and at most 100%.";
    more_than_a_million_agents_check_the_traffic = "more than a million agents: check the traffic and the target.";

    around_the_clock = "around the clock";
    closed = "closed";
    and(first_name, last_name, hours) = "{first_name} and {last_name} {hours}";
    to_in_summary(first_name, last_name, hours) = "{first_name} to {last_name} {hours}";

    formula = "Formula";
    variants = "Variants";
    example = "Example";
    caution = "Caution";
    benchmark = "Benchmark";
    data_needed = "Data needed";
    other_names = "Other names";

    to_be_completed = ", to be completed";
}
