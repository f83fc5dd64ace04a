//! English words of indicators.

texts! {
    columns_of_calls = "direction, date and time, outcome";
    columns_of_states = "agent, state, start, end";
    columns_of_waits = "direction, date and time, outcome, queue, ring";
    columns_of_waits_within = "direction, date and time, outcome, queue, ring (variant within)";
    columns_of_sales = "direction, outcome, sale";
    recommendation_from_0_to_10 = "recommendation from 0 to 10";
    columns_of_cases = "case (or customer and reason), date and time, resolved";
    columns_of_customers = "customer, start, end";
    declared_calendar = "opening hours and public holidays `[calendar]`, time zone `centre.timezone`";
    declared_total_cost = "total cost `costs.total`";

    csat_name = "Customer satisfaction";
    csat_short = "CSAT";
    csat_definition = "Share of satisfied or very satisfied customers among those who answered: the two best ratings of five. It judges the contact just made, not the whole relationship, and says nothing of those who did not answer: read it with the response rate.";
    csat_default = "ratings 4 and 5 of 5 ÷ answers";
    csat_mean = "mean of the ratings";
    csat_yes_no = "yes ÷ (yes + no)";
    csat_top_box = "best rating ÷ answers";
    csat_caution = "“CSAT” may be a percentage, a mean rating or a share of yes: three figures that do not compare.";
    csat_needs_survey = "satisfaction rating (or that of the call log)";
    csat_example = "Of {0} answers, {1} are 4 or 5: {=} of satisfied customers.";

    nps_name = "Net Promoter Score";
    nps_short = "NPS";
    nps_definition = "Share of promoters (ratings 9 and 10) less that of detractors (0 to 6), in points from −100 to +100. Passives (7 and 8) count in the base. Two centres with the same NPS may have very different distributions.";
    nps_default = "share of 9–10 − share of 0–6, scale 0 to 10";
    nps_caution = "A scale other than 0 to 10 gives no NPS. An NPS asked just after a call and a yearly relationship NPS do not compare.";
    nps_example = "{0} promoters, {1} passives and {2} detractors: an NPS of {=}.";

    ces_name = "Customer Effort Score";
    ces_short = "CES";
    ces_definition = "Mean agreement with “it was easy to have my request solved”, from 1 to 7: the higher, the easier. The share of easy answers is read beside it. The score does not say whether the request was solved.";
    ces_default = "mean of the scale, easy is high";
    ces_easy = "three best ratings of 7 (or two of 5) ÷ answers";
    ces_caution = "The original CES measures effort, from 1 to 5: the lower, the better. The direction of the scale is declared (`reversed = true`), never guessed.";
    ces_needs_survey = "rating of effort or ease";
    ces_example = "{0} answers of 7, {1} of 5 and {2} of 2: a mean of {=}, and {=easy} of easy answers (5 to 7).";

    enps_name = "Employee Net Promoter Score";
    enps_short = "eNPS";
    enps_definition = "Share of employees who recommend their employer (9 and 10) less that of detractors (0 to 6), in points. In a team of a few dozen agents the interval is wide: a gap of a few points means nothing.";
    enps_default = "share of 9–10 − share of 0–6, employees, scale 0 to 10";
    enps_caution = "Some measure it from 1 to 10: that is another series, as one rating of detractors is missing.";
    enps_example = "{0} agents are promoters, {1} passives and {2} detractors: an eNPS of {=}.";

    agent_satisfaction_name = "Agent satisfaction";
    agent_satisfaction_definition = "Share of satisfied or very satisfied agents among those who answered the internal survey. Those absent or silent are not in it: the response rate is read beside it.";
    agent_satisfaction_default = "satisfied + very satisfied ÷ respondents";
    agent_satisfaction_headcount = "satisfied + very satisfied ÷ all agents";
    agent_satisfaction_caution = "Over the whole head count, the rate takes those who did not answer for dissatisfied.";
    agent_satisfaction_needs_agent_survey = "satisfaction rating";
    agent_satisfaction_needs_declared = "head count `agent_survey.headcount` (variant headcount)";
    agent_satisfaction_example = "Of {0} agents, {1} answer and {2} are satisfied: {=} (and {=headcount} of the head count).";

    response_rate_name = "Survey response rate";
    response_rate_definition = "Share of invitations that were answered. No satisfaction score can be read without it: with 5% of answers, nobody knows what the others think. A high rate alone does not make respondents resemble customers.";
    response_rate_default = "answers ÷ invitations";
    response_rate_caution = "The denominator is the number of invitations sent, not of calls. Repeated invitations of one customer swell it.";
    response_rate_needs_survey = "answers";
    response_rate_needs_declared = "number of invitations `survey.invited`";
    response_rate_example = "{0} invitations, {1} answers: {=}.";

    average_handle_time_name = "Average handle time";
    average_handle_time_short = "AHT";
    average_handle_time_definition = "Mean time an agent gives a handled call: talk, hold and after-call work. The customer’s wait is not in it. Lowering it has a price: customers whose call was cut short call again.";
    average_handle_time_default = "(talk + hold + after-call work) ÷ handled calls";
    average_handle_time_talk_and_acw = "(talk + after-call work) ÷ handled calls, hold left out";
    average_handle_time_calls_and_tasks = "(call handling + offline tasks) ÷ (calls handled + tickets resolved)";
    average_handle_time_caution = "Some forget the hold, others add offline tasks. From first contact to solution is the resolution time, not this.";
    average_handle_time_needs_calls = "direction, outcome, talk, hold, after-call work";
    average_handle_time_needs_states = "agent, state, start, end (variant calls+tasks)";
    average_handle_time_example = "{0} handled calls: {1} of talk, {2} of hold and {3} of after-call work in all, that is {=} a call ({=talk+acw} without hold).";

    average_talk_time_name = "Average talk time";
    average_talk_time_short = "ATT";
    average_talk_time_definition = "Mean time the customer is on the line with the agent, hold included. After-call work is not in it: this is what the customer experiences, handle time is what the agent gives.";
    average_talk_time_default = "(talk + hold) ÷ handled calls";
    average_talk_time_talk = "talk ÷ handled calls, hold left out";
    average_talk_time_caution = "With or without hold: both are in use, under one name. Their difference is the mean hold time.";
    average_talk_time_needs_calls = "direction, outcome, talk, hold";
    average_talk_time_example = "{0} handled calls, {1} of talk and {2} of hold: {=} ({=talk} without hold).";

    average_after_call_work_name = "Average after-call work";
    average_after_call_work_short = "ACW";
    average_after_call_work_definition = "Mean time between the end of the talk and being available again: notes, entries, letters. A long one may be a hidden pause or a bad tool; it does not say which.";
    average_after_call_work_default = "after-call work ÷ handled calls";
    average_after_call_work_caution = "An agent who types while talking has little after-call work and long talk: handle time is what compares.";
    average_after_call_work_needs_calls = "direction, outcome, after-call work";
    average_after_call_work_example = "{1} of after-call work for {0} handled calls: {=} a call.";

    handled_calls_name = "Handled calls";
    handled_calls_definition = "Number of inbound calls that an agent took. It is an amount of work, not a performance: it depends first on how many calls came in.";
    handled_calls_default = "calls taken by an agent";
    handled_calls_caution = "A transferred call counts once or several times, as the software has it: here a row is a call.";
    handled_calls_example = "Of {0} calls offered, {1} are taken by an agent: {=}.";

    abandoned_calls_name = "Abandoned calls";
    abandoned_calls_definition = "Number of calls offered whose caller hung up while waiting. Short abandons are in it, and shown apart too. A customer who tries three times counts three times.";
    abandoned_calls_default = "offered, queued, not answered";
    abandoned_calls_short_excluded = "short abandons left out";
    abandoned_calls_caution = "Callers who hang up in the voice menu are no abandons: they did not ask for an agent.";
    abandoned_calls_needs_calls = "direction, date and time, outcome, queue, ring (short abandons)";
    abandoned_calls_example = "{0} callers hang up in the queue, {1} of them in under 5 s: {=}, or {=short-excluded} without short abandons.";

    answer_rate_name = "Answer rate";
    answer_rate_definition = "Share of the calls offered that an agent took. Offered are inbound calls of opening hours that asked for an agent: answered, abandoned, overflowed or called back. The rate does not say after how long: that is the service level.";
    answer_rate_default = "answered ÷ offered";
    answer_rate_within = "answered within the delay ÷ offered";
    answer_rate_caution = "Without a delay it is the same figure as quality of service. Answered and abandoned add to 100% only without overflow or callbacks. In French the same name is given to the connect rate of outbound calls.";
    answer_rate_example = "Of {0} calls offered, {1} are answered: {=}.";

    quality_of_service_name = "Quality of service";
    quality_of_service_short = "QoS";
    quality_of_service_definition = "Share of the calls offered that the centre handled. It is the most watched figure of accessibility; it says neither how long the customer waited nor whether the request was solved.";
    quality_of_service_default = "handled ÷ offered";
    quality_of_service_within = "handled within the delay ÷ offered";
    quality_of_service_caution = "Without a delay it is the answer rate under another name. A quality of service “at 20 seconds” is a service level: do not compare it with one that has no delay.";
    quality_of_service_example = "Of {0} calls offered, {1} are handled: {=}.";
    quality_of_service_benchmark = "French standard NF 345 (customer contact), as guides of the trade quote it; put the contract’s own in its place";

    service_level_name = "Service level";
    service_level_short = "SL";
    service_level_definition = "Share of calls answered within the delay (20 s of queue and ring unless set) among those answered or abandoned. A call taken a second too late counts like an abandoned one, and nothing is said of how long waits beyond the delay are.";
    service_level_default = "answered within T ÷ (answered + abandoned)";
    service_level_answered = "answered within T ÷ answered";
    service_level_offered = "answered within T ÷ offered";
    service_level_offered_minus_short_abandons = "answered within T ÷ (offered − short abandons)";
    service_level_abandoned_within = "(answered + abandoned within T) ÷ offered";
    service_level_caution = "Five formulas bear this name, and they may be ten points apart. “80/20” means nothing without the formula. SLA is the commitment, not the measure.";
    service_level_needs_declared = "delay `centre.service_level_s` (20 s by default)";
    service_level_example = "Of {0} calls offered, {1} are answered, {3} of them within the delay, and {2} abandoned: {=} ({=answered} of the calls answered, {=offered} of those offered).";

    abandonment_rate_name = "Abandonment rate";
    abandonment_rate_definition = "Share of the calls offered whose caller hung up while waiting. It counts neither those who left in the voice menu nor those who gave up calling.";
    abandonment_rate_default = "abandoned ÷ offered";
    abandonment_rate_queued = "abandoned ÷ (answered + abandoned)";
    abandonment_rate_short_excluded = "(abandoned − short abandons) ÷ (offered − short abandons)";
    abandonment_rate_callbacks_excluded = "abandoned ÷ (offered − callbacks)";
    abandonment_rate_caution = "Short abandons (under 5 s unless set) are often wrong numbers: the rate depends much on whether they stay. It is the complement of the answer rate only without overflow or callbacks.";
    abandonment_rate_needs_declared = "delay of short abandons `centre.short_abandon_s` (5 s by default)";
    abandonment_rate_example = "Of {0} calls offered, {1} are abandoned, {2} of them in under 5 s: {=}, and {=short-excluded} without short abandons.";

    average_wait_time_name = "Average wait time";
    average_wait_time_short = "AWT";
    average_wait_time_definition = "Mean queue and ring of the calls answered or abandoned: what everyone who waited for an agent experienced, those who left included. A mean hides long waits: see their distribution.";
    average_wait_time_default = "(queue + ring) ÷ (answered + abandoned)";
    average_wait_time_answered = "(queue + ring) ÷ answered, answered only";
    average_wait_time_nonzero = "(queue + ring) ÷ calls that waited in the queue";
    average_wait_time_caution = "On answered calls alone it falls when the least patient hang up. It then is the average speed of answer.";
    average_wait_time_example = "{0} answered calls waited {1} in all, {2} abandoned ones {3}: {=} on average ({=answered} for the answered).";

    average_speed_of_answer_name = "Average speed of answer";
    average_speed_of_answer_short = "ASA";
    average_speed_of_answer_definition = "Mean queue and ring of the calls answered, time in the voice menu left out. Callers who hung up are not in it: a good figure may go with many abandons.";
    average_speed_of_answer_default = "(queue + ring) ÷ answered";
    average_speed_of_answer_ring = "ring ÷ answered, queue left out";
    average_speed_of_answer_ivr_and_queue_and_ring = "(IVR + queue + ring) ÷ answered";
    average_speed_of_answer_caution = "Some count the ring alone, others add the voice menu: the same calls give very different figures.";
    average_speed_of_answer_needs_calls = "direction, date and time, outcome, queue, ring, IVR (variant ivr+queue+ring)";
    average_speed_of_answer_example = "{0} calls answered after {1} of queue and ring in all: {=}. The ring alone ({3} for {2} calls) gives {=ring}; with the voice menu ({5} for {4} calls), {=ivr+queue+ring}.";

    in_hours_calls_name = "Calls in opening hours";
    in_hours_calls_short = "HO";
    in_hours_calls_definition = "Number of inbound calls offered in opening hours, public holidays taken out. It is the load that the centre must answer; calls that ended in the voice menu are not in it.";
    in_hours_calls_default = "calls offered in opening hours";
    in_hours_calls_caution = "The figure depends on the time zone and public holidays declared: without hours, all are open.";
    in_hours_calls_example = "{0} calls ask for an agent between 8:00 and 20:00, {1} come at night: {=} in opening hours.";

    out_of_hours_calls_name = "Calls out of hours";
    out_of_hours_calls_short = "OOH";
    out_of_hours_calls_definition = "Number of inbound calls received outside opening hours. They are in neither the answer rate, the service level nor the abandonment rate. Their number says whether the hours suit customers.";
    out_of_hours_calls_default = "inbound calls outside opening hours";
    out_of_hours_calls_caution = "Turned away, voicemail, overflow, callback: what became of them is shown apart. Counting them as abandoned wrongly lowers the answer rate.";
    out_of_hours_calls_example = "{0} calls come after closing time, {1} of them to voicemail: {=}.";

    self_service_rate_name = "Self-service rate";
    self_service_rate_definition = "Share of contacts redirected to self-service (voice menu, customer area, text message) instead of an agent. It does not say whether customers found their answer there: read it with repeat calls.";
    self_service_rate_default = "redirected ÷ (offered + redirected)";
    self_service_rate_count = "number of contacts redirected";
    self_service_rate_caution = "What is called a rate is at times a number, not a share: both are given.";
    self_service_rate_needs_calls = "direction, date and time, outcome (self-service)";
    self_service_rate_example = "{1} calls are sent to self-service, {0} to an agent: {=}, that is {=count} calls.";

    first_contact_resolution_name = "First contact resolution";
    first_contact_resolution_short = "FCR";
    first_contact_resolution_definition = "Share of cases closed with one contact, the same customer not coming back for the same reason within 7 days (unless set). Cases begun in the last 7 days are undecided yet: out of the base, and counted. The case of a customer who gives up calling back passes for solved.";
    first_contact_resolution_default = "cases closed with one contact, none within the window ÷ cases";
    first_contact_resolution_flag = "calls flagged as resolved ÷ answered";
    first_contact_resolution_flag_offered = "calls flagged as resolved ÷ offered";
    first_contact_resolution_calls_only = "as by default, cases of calls alone";
    first_contact_resolution_no_escalation = "as by default, not escalated";
    first_contact_resolution_caution = "The rate that agents declare is often above the one that repeat calls show. The repeat contact rate is its complement to 100%.";
    first_contact_resolution_needs_tickets = "customer, reason, creation, resolution (if there are tickets)";
    first_contact_resolution_needs_declared = "window of return `centre.fcr_days` (7 days by default)";
    first_contact_resolution_example = "Of {0} cases, {1} are closed with one contact and no return within 7 days: {=}.";

    contacts_per_case_name = "Contacts per closed case";
    contacts_per_case_definition = "Mean number of contacts it took to close a case. A case of one contact counts 1. Open cases, often the longest, are not in it.";
    contacts_per_case_default = "contacts ÷ closed cases";
    contacts_per_case_caution = "Without a case number, one customer’s contacts for one reason make a case: two different requests may be taken for one.";
    contacts_per_case_example = "{1} contacts to close {0} cases: {=} a case.";

    escalation_rate_name = "Escalation rate";
    escalation_rate_definition = "Share of requests passed to a higher level (second line, expert, supervisor). It measures how autonomous the first line is as much as how hard requests are.";
    escalation_rate_default = "escalated ÷ requests";
    escalation_rate_caution = "It is not the transfer rate: a call passed to a colleague of the same level is no escalation.";
    escalation_rate_needs_calls = "direction, outcome, escalated";
    escalation_rate_needs_tickets = "escalated (if there are tickets)";
    escalation_rate_example = "Of {0} requests, {1} go to the second line: {=}.";

    transfer_rate_name = "Transfer rate";
    transfer_rate_definition = "Share of the calls answered that an agent passed to someone else. Many transfers are often the sign of bad routing by the voice menu rather than a fault of agents.";
    transfer_rate_default = "transferred ÷ answered";
    transfer_rate_caution = "Neither the escalation rate (to a higher level), nor the self-service rate, nor overflow, which happens before an answer.";
    transfer_rate_needs_calls = "direction, outcome, transferred";
    transfer_rate_example = "Of {0} answered calls, {1} are transferred: {=}.";

    call_conversion_rate_name = "Call conversion rate";
    call_conversion_rate_definition = "Share of handled inbound calls that end in a sale. It says nothing of the amount, nor of sales made later thanks to the call.";
    call_conversion_rate_default = "sales ÷ handled calls";
    call_conversion_rate_caution = "Not to be confused with outbound conversion (sales ÷ dialled) or with lead conversion. A call for help has nothing to sell: compare calls of the same reason.";
    call_conversion_rate_example = "Of {0} handled calls, {1} sales: {=}.";

    converted_calls_name = "Converted calls";
    converted_calls_definition = "Number of handled inbound calls that end in a sale. A call counts once, however many items were sold.";
    converted_calls_default = "handled calls with a sale";
    converted_calls_caution = "A number follows the volume of calls first: the conversion rate says whether selling goes better.";
    converted_calls_example = "{0} handled calls, {1} of them with a sale: {=}.";

    cost_per_interaction_name = "Cost per interaction";
    cost_per_interaction_definition = "Total cost declared over the number of interactions, all channels together: calls offered and tickets created. It mixes contacts of two minutes and of an hour.";
    cost_per_interaction_default = "cost ÷ (calls offered + tickets created)";
    cost_per_interaction_handled = "cost ÷ (calls answered + tickets resolved)";
    cost_per_interaction_outbound = "cost ÷ (calls offered + tickets created + calls dialled)";
    cost_per_interaction_caution = "A centre that lets calls ring seems cheaper over calls offered: read the variant handled too.";
    cost_per_interaction_needs_tickets = "creation, resolution (if there are tickets)";
    cost_per_interaction_example = "{0} for {1} calls offered and {2} tickets created: {=}. For {3} calls answered and {4} tickets resolved: {=handled}.";

    cost_per_call_name = "Cost per call";
    cost_per_call_definition = "Cost of calls over the number of calls offered. Where the cost of calls is not told apart, they bear all of it: with other channels, use the cost per interaction.";
    cost_per_call_default = "cost of calls ÷ calls offered";
    cost_per_call_handled = "cost of calls ÷ calls answered";
    cost_per_call_caution = "The division is found printed upside down (calls ÷ cost): an error, not a variant.";
    cost_per_call_example = "{0} for {1} calls offered: {=}. For {2} calls answered: {=handled}.";

    cost_per_request_type_name = "Cost per request type";
    cost_per_request_type_definition = "What a request of that reason costs in agents’ time: its mean handle time at the loaded hourly rate, raised by the time when agents wait for a call or do other things. Long and frequent reasons are the first candidates for self-service.";
    cost_per_request_type_default = "handle time ÷ 3,600 × loaded hourly rate ÷ (occupancy × utilisation)";
    cost_per_request_type_wage = "handle time ÷ 3,600 × hourly wage";
    cost_per_request_type_caution = "The usual formula (time × hourly wage) forgets social charges and the time paid without a call: it understates the cost.";
    cost_per_request_type_needs_calls = "reason, outcome, talk, hold, after-call work";
    cost_per_request_type_needs_declared = "loaded hourly rate `costs.hourly_rate`, hourly wage `costs.hourly_wage` (variant wage)";
    cost_per_request_type_example = "A reason with a handle time of {0}, at a loaded {1} an hour, {2} of occupancy and {3} of utilisation: {=} a request ({=wage} with nothing but the hourly wage of {4}).";

    active_listening_rate_name = "Active listening rate";
    active_listening_rate_definition = "Share of the evaluated interactions in which the agent listened actively: rephrased, asked, let the customer speak. It is that of the sample listened to, hence its interval, and depends on the grid and on who evaluates.";
    active_listening_rate_default = "with active listening ÷ evaluated";
    active_listening_rate_all = "with active listening ÷ answered";
    active_listening_rate_detected = "transcripts in which the grid sees active listening ÷ transcripts whose agent is known";
    active_listening_rate_caution = "Over all calls the rate mainly tells how many were listened to. Evaluations by a person and detection in transcripts are never mixed.";
    active_listening_rate_needs_evaluations = "call, evaluator, active listening";
    active_listening_rate_example = "Of {0} answered calls, {1} are evaluated and {2} show active listening: {=} (and not {=all}).";

    keyword_rate_name = "Keyword rate";
    keyword_rate_definition = "Share of messages or transcripts that hold the keyword or the theme. A message that repeats it ten times counts once. The word does not tell the feeling: a “cancellation” may be asked for or ruled out.";
    keyword_rate_default = "messages with the keyword or theme ÷ messages";
    keyword_rate_transcripts = "transcripts with the keyword or theme ÷ transcripts";
    keyword_rate_caution = "Automatic transcripts miss words: the rate compares from period to period, not from tool to tool.";
    keyword_rate_needs_tickets = "message";
    keyword_rate_needs_declared = "keywords or themes `keywords`";
    keyword_rate_example = "Of {0} messages, {1} speak of an “invoice”: {=}.";

    lead_conversion_rate_name = "Lead conversion rate";
    lead_conversion_rate_definition = "Share of the leads contacted that converted within the window after the contact. Leads too recent for the window to have passed are undecided: out of the base, and counted.";
    lead_conversion_rate_default = "converted within the window ÷ leads contacted";
    lead_conversion_rate_all = "converted ÷ all leads";
    lead_conversion_rate_caution = "Over all leads the rate falls when a campaign has just begun, though nothing changed.";
    lead_conversion_rate_needs_lead_table = "creation, contact, conversion";
    lead_conversion_rate_needs_declared = "window of conversion `centre.lead_days` (30 days by default)";
    lead_conversion_rate_example = "Of {0} leads, {1} were contacted long enough ago and {2} of them converted in time: {=}. The {3} conversions of all leads would give {=all}.";

    connect_rate_name = "Connect rate";
    connect_rate_definition = "Share of the calls dialled that a person answered. Answering machines are not in it. The rate depends mostly on the hour, the day and the number displayed, and little on agents.";
    connect_rate_default = "answered by a person ÷ dialled";
    connect_rate_machines = "answered by a person or a machine ÷ dialled";
    connect_rate_caution = "The French name is also that of the inbound answer rate: the direction of the call decides. Counting machines swells the rate.";
    connect_rate_example = "Of {0} calls dialled, {1} customers answer and {2} machines: {=} ({=machines} with machines).";

    answering_machine_rate_name = "Answering machine rate";
    answering_machine_rate_definition = "Share of the calls dialled that a machine answered. It has two parts: machines that the dialler kept away, which cost agents nothing, and those that reached one.";
    answering_machine_rate_default = "machines ÷ dialled";
    answering_machine_rate_filtered = "machines kept from agents ÷ dialled";
    answering_machine_rate_reached_agent = "machines that reached an agent ÷ dialled";
    answering_machine_rate_caution = "A high rate is called good (the dialler detects) or bad (nobody is reached): the two parts settle it.";
    answering_machine_rate_needs_calls = "direction, outcome (machine, machine filtered)";
    answering_machine_rate_example = "Of {0} calls dialled, {1} machines, {2} of them kept away: {=}, {=filtered} kept away and {=reached-agent} that reached an agent.";

    call_rejection_rate_name = "Call rejection rate";
    call_rejection_rate_definition = "Share of the calls dialled that the customer refused. A rate that rises for one displayed number often means that the number is marked as unwanted.";
    call_rejection_rate_default = "refused ÷ dialled";
    call_rejection_rate_not_reached = "(unanswered + refused) ÷ dialled";
    call_rejection_rate_caution = "Some put all unanswered and busy calls in it: the variant not-reached counts them.";
    call_rejection_rate_needs_calls = "direction, outcome (refused, unanswered, busy)";
    call_rejection_rate_example = "Of {0} calls dialled, {1} are refused and {2} stay unanswered: {=} ({=not-reached} with the unanswered).";

    outbound_conversion_rate_name = "Outbound conversion rate";
    outbound_conversion_rate_definition = "Share of the calls dialled that end in a sale. It mixes two things: reaching customers and convincing them; the variant reached keeps only the second.";
    outbound_conversion_rate_default = "sales ÷ dialled";
    outbound_conversion_rate_reached = "sales ÷ reached";
    outbound_conversion_rate_caution = "A customer called five times counts five times in the denominator: the rate by call is not the rate by record.";
    outbound_conversion_rate_example = "{0} calls dialled, {1} customers reached, {2} sales: {=} ({=reached} of those reached).";

    predictive_connect_delay_name = "Predictive connect delay";
    predictive_connect_delay_short = "MEA";
    predictive_connect_delay_definition = "Mean time from the customer’s pick-up to an agent taking the call, in predictive dialling: the seconds of silence that make people hang up. Customers who left before are apart: they are the silent calls.";
    predictive_connect_delay_default = "from the customer’s pick-up to the agent, mean";
    predictive_connect_delay_caution = "Inbound centres often use MEA for time on hold, which is another thing. Without silent calls the mean looks better than it is.";
    predictive_connect_delay_needs_calls = "direction, customer’s pick-up, agent’s pick-up, outcome";
    predictive_connect_delay_example = "{0} customers pick up and wait {1} in all: {=} each on average.";

    time_between_records_name = "Time between records";
    time_between_records_definition = "Mean time from a record closed to the next one shown, for one agent and one day. It measures the pace of the dialler, not the speed of the agent.";
    time_between_records_default = "record closed to next record shown, mean";
    time_between_records_caution = "A pause between two records is in it: look at agents’ states before setting the dialler.";
    time_between_records_needs_calls = "agent, record shown, record closed";
    time_between_records_example = "{0} moves to the next record, {1} in all: {=}.";

    occupancy_name = "Occupancy";
    occupancy_definition = "Share of handling in the time when agents handle or wait for a call, pauses out. Too low, waiting is paid for; too high, agents wear out and queues grow (usage puts the limit between 85 and 90%).";
    occupancy_default = "handling ÷ (handling + available)";
    occupancy_with_pause = "handling ÷ (handling + pause + available)";
    occupancy_caution = "Some put pauses in the denominator, others the wait on line in the numerator. It depends on the size of the team: a large one can be busier at the same service.";
    occupancy_needs_declared = "without a table of states `activity.logged_s`, `activity.pause_s`";
    occupancy_example = "{0} of handling, {1} available, {2} of pause: {=} ({=with-pause} with pauses).";

    utilisation_name = "Utilisation";
    utilisation_definition = "Share of the time paid for in which agents handle requests or stand ready. The rest is pauses, training, meetings: useful time too, to be planned for.";
    utilisation_default = "(handling + available) ÷ paid time";
    utilisation_handling_over_paid = "handling ÷ paid time";
    utilisation_caution = "Hours on calls over paid time give another, lower rate under the same name. Nor is it occupancy.";
    utilisation_needs_declared = "without a table of states `activity.logged_s`, `activity.pause_s`, `activity.paid_s`";
    utilisation_example = "A day paid for {0}, {1} of it handling and {2} available: {=} ({=handling/paid} for handling alone).";

    break_time_name = "Break time";
    break_time_definition = "Mean pause of an agent a day of presence. It does not say whether pauses fall at the right time: ten minutes in the rush weigh more than twenty at noon.";
    break_time_default = "pause ÷ (agents × days of presence)";
    break_time_pause_and_idle = "(pause + available) ÷ (agents × days of presence)";
    break_time_caution = "Some call pause all the time off a record: waiting for a call is then in it, which is not the agent’s doing.";
    break_time_example = "{0} days of agents, {1} of pause in all: {=} a day ({=pause+idle} with the {2} available).";

    agent_days_name = "Agent days";
    agent_days_definition = "Number of pairs of agent and day with work, by month. An hour of presence counts as a day: it is neither a head count nor a full-time equivalent.";
    agent_days_default = "distinct (agent, day) with work";
    agent_days_caution = "Part time counts as much as full time: for capacity, take the hours scheduled.";
    agent_days_example = "Nine agents present for twenty days each: {0} distinct pairs, that is {=}.";

    absence_rate_name = "Absence rate";
    absence_rate_definition = "Share of the hours scheduled that unplanned absence took: illness, accident, lateness. Leave and training are not in it. Reasons are never shown: only planned or unplanned.";
    absence_rate_default = "hours of unplanned absence ÷ hours scheduled";
    absence_rate_all = "hours of absence, planned or not ÷ hours scheduled";
    absence_rate_caution = "With leave the rate rises every summer: say which one is published.";
    absence_rate_needs_roster = "agent, date, hours scheduled, hours absent, reason";
    absence_rate_example = "Scheduled: {0}. Unplanned absence: {1}; planned: {2}. A rate of {=} ({=all} all told).";

    retention_rate_name = "Retention rate";
    retention_rate_definition = "Share of the customers of the start who still are at the end; new ones do not count. The rate depends on how long the period is: a month and a year do not compare.";
    retention_rate_default = "(customers at the end − new) ÷ customers at the start";
    retention_rate_caution = "From totals alone, a customer who comes and leaves within the period spoils it; with ids the same cohort is followed.";
    retention_rate_example = "{0} customers at the start, {1} at the end, {2} of them new: {=}.";

    churn_rate_name = "Churn rate";
    churn_rate_definition = "Share of the customers of the start who left before the end. It says neither why nor whether they chose to: an account closed for non-payment counts as one who left.";
    churn_rate_default = "customers of the start who left ÷ customers at the start";
    churn_rate_caution = "Churn and retention add to 100% only on one cohort. Attrition of agents (staff who leave) is another figure.";
    churn_rate_example = "Of {0} customers at the start, {1} left: {=}.";

    first_response_time_name = "First response time";
    first_response_time_short = "FRT";
    first_response_time_definition = "Mean time from the creation of a ticket to the first response. The median is read beside it, for a few forgotten tickets pull the mean. An automatic acknowledgement is no response.";
    first_response_time_default = "first response − creation, mean";
    first_response_time_median = "first response − creation, median";
    first_response_time_business_hours = "the same in opening hours, mean";
    first_response_time_business_hours_median = "the same in opening hours, median";
    first_response_time_caution = "By the calendar, a ticket of Friday evening waits the whole weekend; in opening hours it does not. The two do not compare.";
    first_response_time_needs_tickets = "creation, first response";
    first_response_time_needs_declared = "opening hours `[calendar]` (variant business-hours)";
    first_response_time_example = "{3} tickets are answered after {0}, {1} and {2}: a mean of {=}, a median of {=median}.";

    resolution_time_name = "Resolution time";
    resolution_time_short = "ART";
    resolution_time_definition = "Mean time from the creation of a ticket to its last resolution, over resolved tickets. Open ones are not in it: the Kaplan–Meier median, which reckons with them, is read beside it.";
    resolution_time_default = "last resolution − creation, mean of resolved";
    resolution_time_median = "Kaplan–Meier median, open tickets censored";
    resolution_time_first = "first resolution − creation, mean of resolved";
    resolution_time_caution = "It is what the customer experiences, not handle time, which is the agent’s work. Closing early and reopening improves only the variant first.";
    resolution_time_needs_tickets = "creation, last resolution, first resolution or reopening";
    resolution_time_example = "{3} tickets are resolved after {0}, {1} and {2}: a mean of {=}, a median of {=median}. The {5} first resolutions, {4} in all, give {=first}.";

    volume_name = "Ticket volume";
    volume_definition = "Number of tickets created in the period, all written channels together; those resolved are read beside it. When more are created than resolved, the backlog grows.";
    volume_default = "tickets created";
    volume_handled = "tickets resolved";
    volume_caution = "Created or handled: “volume” is either, from team to team. A reopened ticket is not a new one.";
    volume_needs_tickets = "creation, resolution";
    volume_example = "{0} tickets created and {1} resolved in the month: a volume of {=}, {=handled} handled.";

    backlog_name = "Backlog";
    backlog_definition = "Number of requests (tickets, e-mails, waiting calls) still open at the end of the period, by channel. It is a stock at an instant: it does not add up from month to month. It does not tell how old requests are.";
    backlog_default = "requests open at the end of the period";
    backlog_caution = "A mean of the backlog over the month is another figure. A reopened ticket stays in it until its last resolution.";
    backlog_needs_tickets = "channel, creation, resolution";
    backlog_example = "{0} requests open at the start, {1} created, {2} resolved: a backlog of {=}.";

    contested_mea = "In predictive outbound calls it is the delay from the customer’s pick-up to the agent. Inbound centres use it for time on hold: no indicator of its own, it is in average talk time (and handle time); mean hold is average talk time less its variant talk.";
    contested_hold = "Hold is no indicator of its own: it is in average talk time and in average handle time. Mean hold is average talk time less its variant talk.";
    contested_dma = "In predictive outbound calls it is the connect delay; for inbound calls it is the average wait (French: durée moyenne d’attente).";
    contested_answer_rate = "The direction of the call decides: inbound, the share of calls offered that an agent took; outbound, the share of calls dialled that a person answered.";
    contested_conversion_rate = "Three rates bear this name: sales over inbound calls handled, sales over calls dialled, leads converted over leads contacted.";
    contested_response_rate = "For a survey it is the share of invitations answered; on the telephone it is at times said for the answer rate.";
    contested_cpa = "In marketing it is the cost per acquisition, which is not in the catalogue; here it is the cost per call (French: coût par appel).";
    contested_sla = "The SLA is the commitment (80% in 20 s, say); what is measured is the service level.";
    contested_repeat_contact_rate = "The repeat contact rate is what first contact resolution lacks to 100%.";
    contested_attrition = "Attrition is that of customers here; that of agents (staff who leave) is not in the catalogue.";
    contested_overflow_rate = "Overflow (a queued call sent to another centre) is no indicator of its own: these calls are among those offered of the answer rate, neither answered nor abandoned. Once answered, it is a transfer.";
    contested_silent_calls = "Silent calls (the customer left before an agent took the call) are no indicator of their own: they are counted beside the connect delay, and out of its mean.";
}
