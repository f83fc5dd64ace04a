# Values of tests/integration/design.rs, `a_design_without_shared_files`: R with the package survey
# (Debian: r-cran-survey).  Rscript tests/reference/design.R
suppressMessages(library(survey))
options(digits = 15, survey.lonely.psu = "fail")
i <- 0:39
id <- ifelse(i < 20, i, i - 12)
x <- data.frame(
  id = id, wave = ifelse(i < 20, "V1", "V2"), stratum = ifelse(id %% 2 == 0, "A", "B"),
  heads = ifelse(id %% 2 == 0, 60, 90), w = c(1, 2, 3, 5)[i %% 4 + 1], score = c(0, 10, 7, 9, 6, 10, 8)[i %% 7 + 1])
x$net <- ifelse(x$score >= 9, 100, ifelse(x$score <= 6, -100, 0))
show <- function(design, deff) {
  total <- svymean(~net, design, deff = deff)
  waves <- svyby(~net, ~wave, design, svymean, covmat = TRUE)
  change <- svycontrast(waves, c(V1 = -1, V2 = 1))
  print(c(value = coef(total), se = SE(total), deff = deff(total), df = degf(design),
          difference = coef(change), se.difference = SE(change)))
}
show(svydesign(ids = ~id, weights = ~w, data = x), "replace")
show(svydesign(ids = ~1, strata = ~interaction(wave, stratum), weights = ~w, fpc = ~heads, data = x), TRUE)
