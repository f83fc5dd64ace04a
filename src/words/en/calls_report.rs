//! English words of calls report.

texts! {
    listening_evaluated = "Listening evaluated";
    script_followed = "Script followed";
    share_of_talk = "Share of talk";
    interruptions_per_call = "Interruptions per call";
    first_answer = "First answer";
    words_per_minute = "Words per minute";
    agents_by_number = "Agents, by number";
    agents = "Agents";
    in_brackets_interval_intervals_that_largely = "In brackets: interval. Intervals that largely overlap do not tell two agents apart; share of talk, first answer and speech rate are medians.";

    speakers_no_call_has_a_speaker_called(name) = "--speakers: no call has a speaker called {name}.";
    one_file_could_not_be_read(message) = "1 file could not be read: {message}";
    files_could_not_be_read(n, message) = "{n} files could not be read: {message}";
    calls_whose_agent_is_not_recognised_neither(n) = "Calls whose agent is not recognised: {n}. Neither listening, nor script, nor roles are measured there. Say who it is with --speakers NAME=agent; an SRT without speakers needs an RTTM file of the same name.";
    no_human_evaluation_active_listening_is = "No human evaluation: active listening is detected by the grid, nothing says what an evaluator would think of it. Draw calls at random (barometre transcripts draw), have them evaluated, then give --evaluations and --plan.";
    the_plan_leaves_out_calls_drawn_before(out_of, of) = "Calls drawn before, which the plan leaves out: {out_of}. Evaluated rates hold for the {of} others only.";
    the_plan_is_about_calls_are_read_evaluated(of, n) = "Calls in the plan: {of}; calls read: {n}. Evaluated rates hold for those of the plan.";
    call_transcripts = "Call transcripts";

    all_calls = "All calls";
    under_the_listening_detected_points_earned_of = "Under the listening detected, points earned of possible points. Under the agent, the probability that the voice is the agent’s, where it is recognised by what is said.";
    yes = "yes";
    no = "no";
    not_recognised = "not recognised";

    two_rates_of_active_listening_never_mixed_the = "Two rates of active listening, never mixed: the first is that of the evaluators, on the calls drawn at random; the second is detected by the grid in all calls. The first is the reference, within the limits of agreement between evaluators (see “Evaluations”).";
    the_rate_of_active_listening_is_detected_by = "The rate of active listening is detected by the grid, rule by rule. No human evaluation says here what it is worth: have calls drawn at random evaluated (“barometre transcripts draw”, then --evaluations and --plan) before it is used to judge anyone.";
    interval(level, ends) = "{level} interval: {ends}";
    calls_evaluated_of_drawn_at_random(n, drawn) = "Calls evaluated: {n} of {drawn} drawn at random";
    calls_evaluated_without_a_plan_of_their_draw(n) = "Calls evaluated: {n}, without a plan of their draw";
    active_listening_evaluated = "Active listening, evaluated";
    share_of_calls_in_which_an_evaluator_hears = "Share of calls in which an evaluator hears active listening";
    calls_whose_agent_was_identified(with) = "{with} calls whose agent was identified";
    agreement_with_evaluators(kappa) = "Agreement with evaluators: κ\u{a0}=\u{a0}{kappa}";
    active_listening_detected = "Active listening, detected";
    share_of_calls_that_earn_of_the_points(threshold) = "Share of calls that earn at least {threshold} of the points of the grid, without disqualifying words";
    share_of_the_steps_of_the_script_that = "Share of the steps of the script that are followed";
    median_duration(d) = "Median duration: {d}";
    agents_share_of_the_talk = "Agent’s share of the talk";
    median_of_with_times_agents_talk_agent(n) = "Median of {n} with times: agent’s talk ÷ (agent + customer)";
    time_to_first_answer = "Time to first answer";
    median_from_the_end_of_the_customers_first = "Median: from the end of the customer’s first request to the agent’s answer";

    coaching_sheet(agent) = "Coaching sheet – {agent}";
    period = "Period";
    to(from, to) = "{from} to {to}";
    grid = "Grid";
    detection_by_rules(grid) = "{grid}, detection by rules";
    rarely_heard = "Rarely heard";
    calls_in_which_the_item_is_heard_of(calls) = "Calls in which the item is heard, of {calls}";
    how_colleagues_say_it = "How colleagues say it";
    steps_of_the_script_that_are_followed = "Steps of the script that are followed";

    evaluator = "Evaluator";

    evaluated_outside_the_plan_hence_in_no_rate(outside) = " Evaluated outside the plan, hence in no rate: {outside}.";
    calls_drawn_at_random_of_at_most_per(drawn, eligible, each, seed, n, left) = "{drawn} calls drawn at random of {eligible}, at most {each} per agent and period (seed {seed}); {n} evaluated. Each evaluated call stands for those of its agent in the period; the intervals are those of a stratified sample of a finite population.{left}";
    calls_evaluated_without_a_plan_of_their_draw_in_evaluation_tables(n) = "Calls evaluated: {n}, without a plan of their draw: the intervals hold only if they were drawn at random.";
    active_listening = "Active listening";
    score_on_the_grid_of_100 = "Score on the grid (of 100)";
    human_evaluation_share_of_calls_interval(level) = "Human evaluation: share of calls, {level} interval";
    agreement_between_evaluators_calls_judged_by(calls) = "Agreement between evaluators – calls judged by two people at least: {calls}";
    cohens_agreement_beyond_chance_1_where_it_is = "Cohen’s κ: agreement beyond chance, 1 where it is perfect; under 0.6, calibrate the grid before comparing agents.";
    leniency_an_evaluators_score_minus_that_of = "Leniency: an evaluator’s score minus that of the others, on the same calls (positive: more lenient)";
    what_the_detection_is_worth_evaluators_taken = "What the detection is worth, evaluators taken as the reference";
    precision_share_of_what_the_grid_finds_that = "Precision: of what the grid finds, the share that evaluators confirm. Recall: of what they hear, the share that the grid finds.";
    trend_by_item_evaluated_calls_unweighted = "Trend by item, evaluated calls, unweighted: these shares do not compare with the rates above (Cochran–Armitage test)";

    calls = "Calls";
    agents_counted_facts = ("agent", "agents");
    shown_under_pseudonyms = ", shown under pseudonyms";
    named_on_request = ", named on request";
    agents_in_facts = "Agents";
    agent_recognised = "Agent recognised";
    calls_of(known, n) = "{known} calls of {n}";
    timestamped_calls = "Timestamped calls";
    built_in = "built in";
    calls_evaluated = "Calls evaluated";
    personal_data = "Personal data";
    masked_in_all_that_is_quoted = "masked in all that is quoted";

    share_of_calls_in_which_the_grid_detects = "Share of calls in which the grid detects active listening";
    detection_by_rules_no_human_evaluation = "Detection by rules, not a human evaluation.";
    active_listening_detected_by_agent = "Active listening detected, by agent";
    whole_centre = "whole centre";

    evaluators_hear_active_listening_in_of_the(rate, ends, n) = "Evaluators hear active listening in {rate} of the calls{ends} (calls drawn at random and evaluated: {n}).";
    evaluators_hear_active_listening_in_of_the_in_findings(rate, ends, n) = "Evaluators hear active listening in {rate} of the calls{ends} (calls evaluated, without a plan of their draw: {n}).";
    the_grid_detects_active_listening_in_of_the(rate, ends, of) = "The grid detects active listening in {rate} of the calls{ends}, {of}.";
    on_the_calls_that_both_judged_the_grid(same, n, kappa) = "On the calls that both judged, the grid and the evaluators agree on {same} of {n} (κ\u{a0}=\u{a0}{kappa}).";
    each = " each";
    least_often_heard_in_of_the_calls(list, rate, each, of) = "Least often heard: {list}, in {rate} of the calls{each} ({of}).";
    clearly_over_the_whole(agents) = "clearly over the whole: {agents}";
    clearly_under_it(agents) = "clearly under it: {agents}";
    listening_detected_by_agent(list) = "Listening detected, by agent – {list}.";
    customers_give_on_average_where_the_grid(with, n, without, m, p) = "Customers give {with} on average where the grid detects active listening ({n} calls), {without} elsewhere ({m}; {p}): the two go together, which does not tell which causes the other.";
    to_avoid_yet_heard_in_of_the_calls(label, rate, of) = "To avoid, yet heard: {label}, in {rate} of the calls ({of}).";
    script_step_least_followed_in_of_the_calls(label, rate, of) = "Script step least followed: {label}, in {rate} of the calls ({of}).";
    more_words_and_themes_rise(n) = "; other words and themes that rise: {n}";
    rises_of_the_calls_before_at_the_end(term, before, last, of, q, more) = "{term} rises: {before} of the calls at first, {last} at the end of the period ({of}; {q}){more}.";
    when_the_customer_says_the_agent_answers(client, agent, lift, low, calls) = "When the customer says {client}, the agent answers {agent} {lift} times more often than after any turn of the customer (lower bound: {low}; {calls}).";
    in_calls_with_a_low_score_the_customer(list) = "In calls with a low score, the customer says more often {list}.";
    the_customer_speaks_of_the_agent_of(client, agent) = "Words that the customer says more than the agent: {client}. Words that the agent says more than the customer: {agent}.";
    to_be_listened_to_first(list) = "To be listened to first: {list}.";

    items_detected_calls_in_which_the_item_is = "Items detected: calls in which the item is heard at least once, of those in which it can be";
    the_grid_is_cautious_it_misses_some_marks = "The grid is cautious: it misses some marks and reports a few wrongly. What it is worth is measured under “Evaluations”.";
    the_grid_is_cautious_it_misses_some_marks_in_heard = "The grid is cautious: it misses some marks and reports a few wrongly.";
    examples_of_each_item = "Examples of each item";
    steps_of_the_script_calls_that_comply = "Steps of the script: calls that comply";
    to_be_said = "to be said";
    not_to_be_said = "not to be said";
    good_to_hear = "good to hear";
    to_avoid = "to avoid";

    score(score) = "score {score}";
    more_calls_to_listen_to = ("more call to listen to", "more calls to listen to");

    at_detected_rates_wilsons_interval_over_calls(level) = "At {level}. Detected rates: Wilson’s interval over calls. Evaluated rates: sample stratified by agent and period, finite population.";
    at_wilsons_interval_over_calls_taken_for_a(level) = "At {level}: Wilson’s interval over calls, taken for a sample of the activity.";
    passed_over(file, message) = "{file}: passed over ({message})";
    files_not_read_remarks = "Files not read, remarks";

    what_rises_calls_with_a_date_words_and(calls, tested) = "What rises – calls with a date: {calls}; words and themes tested: {tested}";
    quasi_poisson_model_of_the_number_of_calls = "Quasi-Poisson model of the number of calls, over the calls of the period; q is corrected for the number of words and themes tested. This model sees what rises for good, not a peak.";
    share_of_calls_in_which_the_customer_speaks = "Share of calls in which the customer speaks of it";
    the_figure_is_that_of_the_whole_period = "The figure is that of the whole period. Words and themes whose share rises (q under 0.05).";
    what_rises_in_the_calls = "What rises in the calls";

    calls_read = ("call read", "calls read");
    read(n, calls, formats) = "{n} {calls}: {formats}";
    table_of_the_calls(file) = "table of the calls: {file}";
    more_remarks_about_the_table_of_the_calls(more) = "… more remarks about the table of the calls: {more}";
    passed_over_in_told(reason, some, more) = "passed over ({reason}): {some}{more}";
    by_speakers_or_the_table(n) = "{n} by --speakers or the table";
    by_the_speakers_name(n) = "{n} by the speaker’s name";
    by_what_is_said_confidence_at_least(n, least) = "{n} by what is said (confidence: {least} at least)";
    without_a_known_agent_say_it_speakers_name(n) = "{n} without a known agent (say it: --speakers NAME=agent)";
    agent_recognised_in_told(parts) = "identification of the agent: {parts}";

    of_word(with, n) = "{with} of {n}";
    calls_counted_view = ("call", "calls");
    base_under_calls_read_with_care(least) = "† base under {least} calls: read with care";
    word = "word";
    phrase = "phrase";
    denied_word = "denied word";
    theme = "theme";
    turn(turn) = "turn {turn}";

    recurring_words_share_of_calls_in_which_the(who, base) = "Recurring words {who} – share of calls in which the word is said, base of {base}";
    themes_share_of_calls_base_of(who, base) = "Themes {who} – share of calls, base of {base}";
    of_the_customer = "of the customer";
    of_the_agent = "of the agent";
    of_other_voices = "of other voices";
    of_the_call = "of the call";
    no_word_surely_sets_one_side_apart_from = "No word clearly sets one side apart from the other (q under 0.05): more calls are needed.";
    share_of_calls_bases_of_and(what, n, m) = "{what} – share of calls, bases of {n} and {m}";
    what_the_customer_says_more_than_the_agent = "What the customer says more than the agent";
    what_the_agent_says_more_than_the_customer = "What the agent says more than the customer";
    the_customer = "the customer";
    the_agent = "the agent";
    when_the_score_is_low = "when the score is low";
    when_the_score_is_high = "when the score is high";
    when_the_matter_is_not_settled = "when the matter is not settled";
    when_the_matter_is_settled = "when the matter is settled";
    in_short_calls = "in short calls";
    in_long_calls = "in long calls";
    what_says_more(who, when) = "What {who} says more {when}";
    high_score = "high score";
    unresolved = "unresolved";
    resolved = "resolved";
    short_call = "short call";
    what_the_agent_answers_to_what_the_customer(exchanges, calls) = "What the agent answers to what the customer says – {exchanges} exchanges in {calls}";
    lift_how_many_times_more_often_the_agent(echoes) = "Lift: how many times more often the agent says it right after that word than after any turn of the customer. Pairs are ranked by the lower bound of the 95% interval (one-sided), calls being the unit; a pair always lies within one call. Echoes of one word left out: {echoes}.";
    words_said_together_at_most_ten_content_words(calls) = "Words said together, at most ten content words apart – {calls}";

    agent = "Agent";
    listening_detected = "Listening detected";

    call = "Call";
    date = "Date";
    customer_score = "Customer score";
    duration = "Duration";
    agents_talk = "Agent’s talk";
    interruptions = "Interruptions";

    steps_all_calls(kept) = "{kept} steps, all calls together";
    least_followed(label, rate) = "Least followed: {label}, {rate}";
    calls_in_which_the_customer_is_interrupted_of(cut_in, all, cut) = "Calls in which the customer is interrupted: {cut_in} of {all} ({cut} times)";
    calls_with_a_silence_of_3_s_or(silent, all) = "Calls with a silence of 3 s or more: {silent} of {all}";

    listening_item_by_item = "Listening, item by item";
    strengths = "Strengths";
    to_work_on = "To work on";
    the_script = "The script";
    calls_to_listen_to_together = "Calls to listen to together";
    how_to_read_this_sheet = "How to read this sheet";
    the_marks_are_detected_by_a_grid_of = "The marks are detected by a grid of rules; they help to choose what to listen to together, not to grade a person. In quotations, personal data are masked; the call, the time and the turn let the passage be found.";
    item = "Item";
    expected = "Expected";
    share = "Share";
    whole_team = "Whole team";
    to_avoid_in_coaching(label) = "{label} (to avoid)";
    step = "Step";
    calls_that_comply = "Calls that comply";

    what_evaluators_hear = "What evaluators hear";
    result = "Result";
    double_evaluation = "Double evaluation";
    agreement = "Agreement";
    difference_points_of_100 = "Difference (points of 100)";
    detection_against_evaluation = "Detection against evaluation";
    precision = "Precision";
    recall = "Recall";
    from_period_to_period = "From period to period";

    item_of_the_grid = "Item of the grid";
    share_of_calls = "Share of calls";
    times = "Times";
    step_of_the_script = "Step of the script";

    the_most_unusual_first_the_rarer_the_signals = "The most unusual first: the rarer the signals of a call, the higher it stands (sum of −log₂ of their frequency). These calls are picked, not drawn: no rate is computed from them.";

    points_of_the_grid = "Points of the grid";
    each_item_heard_earns_its_points_each_bad(threshold) = "Each item heard earns its points, each item to avoid takes some away; an item that cannot be heard (no times, no turn of the customer) leaves the total. A call counts as listened to from {threshold} of the possible points on, unless something disqualifying was said. “barometre transcripts init” writes the grid, to be edited.";
    who_speaks = "Who speaks";
    by_what_the_user_says_then_by_the = "By what the user says, failing that by the name that the file gives the voice, else by what is said (greeting, identification questions, requests), with a probability shown call by call. Under 0.7 the voice stays unidentified and the call enters no rate of listening.";
    talk_time = "Talk time";
    union_of_the_intervals_of_each_voice_to = "Union of the intervals of each voice, to the millisecond; overlap: two voices at least; silence: duration of the call minus all speech. Interruption: the agent begins before the customer has ended, keeps the floor, and says more than a “yes”.";
    words = "Words";
    counted_in_calls_a_word_said_ten_times = "Counted in calls: a word said ten times in a call counts once. Between customer and agent, who speak in the same calls, McNemar’s exact test; between groups of calls, Fisher’s test or χ²; q is corrected for the number of words (Benjamini–Hochberg).";
    intervals = "Intervals";
    signals_of_calls_to_listen_to = "Signals of calls to listen to";
    low_score_1_or_2_of_5_0 = "Low score: 1 or 2 of 5, 0 to 6 of 10. Long silence: 10 s or more. Script steps missing: three or more. No sign of listening: none of the items that are good to hear was heard. Long call: more than one and a half interquartile ranges over the third quartile. Sensitive content: health, beliefs, origin, distress, harassment, not quoted. Rising subject: a word of “Rising topics”.";
    g_lift = "G², κ, lift";
    g_the_larger_the_less_chance_explains_the = "G²: the larger, the less chance explains the difference. κ: agreement beyond chance, 1 where it is perfect, 0 where it is that of chance. Lift: how many times more often than usual.";
    use_word = "Use";
    a_detection_assists_listening_it_does_not = "Detection helps people to listen, it does not replace listening: no decision about a person may rest on it alone. Calls “to listen to” are picked for what they show and enter no rate.";

    at_a_glance = "At a glance";
    active_listening_in_transcripts = "Active listening";
    evaluations = "Evaluations";
    calls_to_listen_to = "Calls to listen to";
    rising_topics = "Rising topics";
    what_people_say = "What people say";
    themes = "Themes";
    keywords = "Keywords";

    words_and_themes_tested_none_surely_rises(tested) = "Words and themes tested: {tested}; none clearly rises from period to period (q under 0.05).";
    the_customer_speaks_of = "The customer speaks of";
    kind = "Kind";
    share_before = "Share before";
    times_each_week = "Times, each week";

    keyword = "Keyword";
    turns = "Turns";
    theme_in_words_tables = "Theme";
    the_customer_says = "The customer says";
    the_agent_answers = "The agent answers";
    exchanges = "Exchanges";
    lift = "Lift";
    lower_bound = "Lower bound";
    example = "Example";
    turn_in_words_tables(call, turn) = "{call}, turn {turn}";
    word_in_words_tables = "Word";
    with = "With";
    lift_in_words_tables = "Lift";
    words_said_together = "Words said together";
}
