//! What barometre says in French, a file an area.

areas! {
    calendar
    calls
    calls_report
    centre
    centre_report
    chart
    entities
    errors
    findings
    headings
    look
    method
    metrics
    privacy
    processing
    report
    scores
    sheets
    slides
    study
    topics
    understood
}
