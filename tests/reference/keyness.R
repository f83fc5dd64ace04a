# Values of src/keyness/jackknife.rs: a keyword under weights, by the delete-a-group jackknife.
# Rscript tests/reference/keyness.R, from the project's folder, ../shared beside it. R 4.2.2, survey 4.1.
suppressPackageStartupMessages(library(survey))
options(digits = 15)

schools <- read.csv("../shared/reference/apistrat.csv")
schools$said <- ifelse(schools$sch.wide == "Yes", "with", "without")
schools$growing <- cut(schools$growth, c(-Inf, 20, 40, Inf), labels = c("a", "b", "c"))
schools$first <- schools$growing == "a"
schools$group <- ifelse(schools$comp.imp == "Yes", "in", "out")
schools$cell <- factor(paste(schools$group, schools$said))
print(table(schools$stype, schools$cell))
print(table(schools$stype, paste(schools$growing, schools$said)))

design <- svydesign(id = ~1, strata = ~stype, weights = ~pw, data = schools)
replicates <- as.svrepdesign(design, type = "JKn")
shares <- svymean(~cell, replicates)
print(coef(shares))
print(vcov(shares))
print(svychisq(~said + group, replicates)$p.value)
print(svychisq(~said + first, replicates)$p.value)
print(svycontrast(shares, quote(log2(`cellin with` / (`cellin with` + `cellin without`)) -
  log2(`cellout with` / (`cellout with` + `cellout without`)))))
