# Values of tests/integration/tables.rs: R with the package survey (Debian: r-cran-survey).
# Rscript tests/reference/hdv2003.R ../shared/data/hdv2003/hdv2003.csv
# hdv2003 is a sample of 2,000 of INSEE's survey Histoire de vie (2003), from the R package questionr.
suppressMessages(library(survey))
options(digits = 15, width = 200)
shares <- function(design, column, answers, na.rm = TRUE) {
  for (answer in answers) {
    formula <- as.formula(sprintf('~I(%s == "%s")', column, answer))
    p <- svyciprop(formula, design, method = "xlogit", na.rm = na.rm)
    # svyciprop gives the standard error on the logit scale back on that of the share by svymean.
    se <- SE(svymean(formula, design, na.rm = na.rm))[2]
    cat(sprintf('("%s", %.15g, %.15g, %.15g, %.15g),\n', answer, coef(p), se, confint(p)[1], confint(p)[2]))
  }
}
chisq <- function(formula, design) {
  t <- svychisq(formula, design)
  cat(sprintf("F = %.15g, ndf = %.15g, ddf = %.15g, p = %.15g\n", t$statistic, t$parameter[1], t$parameter[2], t$p.value))
}

x <- read.csv(commandArgs(TRUE)[1], na.strings = "", stringsAsFactors = TRUE)
d <- svydesign(ids = ~1, weights = ~poids, data = x)
satisfaction <- c("Satisfaction", "Equilibre", "Insatisfaction")
cat("trav.satisf, all\n"); shares(d, "trav.satisf", satisfaction)
for (s in c("Femme", "Homme")) {
  cat("trav.satisf,", s, "\n"); shares(subset(d, sexe == s), "trav.satisf", satisfaction)
  cat("peche.chasse, lecture.bd,", s, "\n"); shares(subset(d, sexe == s), "peche.chasse", "Oui"); shares(subset(d, sexe == s), "lecture.bd", "Oui")
}
cat("sport, cuisine, hard.rock\n"); for (v in c("sport", "cuisine", "hard.rock")) shares(d, v, "Oui")
for (f in c(~trav.satisf + sexe, ~sport + sexe, ~cuisine + sexe, ~trav.imp + qualif)) chisq(f, d)
print(svytable(~trav.satisf + sexe, d))

cat("\nwritten on the spot\n")
i <- 0:239
y <- data.frame(
  q = c("a", "b", "c", "a", "b", "a", NA)[i %% 7 + 1], g = c("x", "y", "z")[(i * i + i %/% 3) %% 3 + 1],
  note = c(1, 5, 4, 2, 5, 3)[(i + i %/% 8) %% 6 + 1], w = c(1, 2, 3, 5)[i %% 4 + 1], k = i %/% 5, h = ifelse(i < 120, "n", "s"))
weights <- svydesign(ids = ~1, weights = ~w, data = y)
clusters <- svydesign(ids = ~k, strata = ~h, weights = ~w, data = y)
for (design in list(weights, clusters)) {
  shares(design, "q", c("a", "b", "c"))
  shares(subset(design, g == "x"), "q", c("a", "b", "c"))
  chisq(~q + g, design)
  m <- svymean(~note, subset(design, g == "y"))
  ci <- confint(m, df = degf(subset(design, g == "y")))
  cat(sprintf("mean = %.15g, se = %.15g, %.15g, %.15g\n", coef(m), SE(m), ci[1], ci[2]))
}
plain <- chisq.test(table(y$q, y$g), correct = FALSE)
cat(sprintf("X2 = %.15g, df = %g, p = %.15g\n", plain$statistic, plain$parameter, plain$p.value))

cat("\nweighted to a margin\n")
z <- data.frame(q = y$q, g = y$g, h = ifelse(i %% 5 < 3, "n", "s"))
margin <- postStratify(svydesign(ids = ~1, weights = ~1, data = z), ~h, data.frame(h = c("n", "s"), Freq = c(120, 120)))
shares(margin, "q", "a")
chisq(~q + g, margin)
