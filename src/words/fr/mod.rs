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
    indicators
    languages
    look
    method
    metrics
    privacy
    processing
    report
    scores
    sheet_columns
    sheet_tables
    sheets
    slides
    study
    toml
    topics
    understood
}
