# SPDX-License-Identifier: Apache-2.0
# Tables: nestedness, correspondence analysis, random tables, tests, survival.

for (name in two_mode) {
  a <- incidence(name)
  nested <- vegan::nestednodf(a)$statistic
  add_case("vegan::nestednodf", "nodf", c("--samples", "1"),
           of_table("nodf", nodf = nested[c("N.rows", "N.columns", "NODF")]), graph = name)
  for (side in c("actor", "item")) {
    sides <- if (side == "actor") a else t(a)
    pair <- which(lower.tri(diag(nrow(sides))), arr.ind = TRUE)
    projection <- function(peer, weights, values) {
      tied <- values > 0  # pairs that share nothing have no edge
      add_case(paste0("vegan::", peer), "project", c("--side", side, "--weights", weights),
               of_pairs("edges", c("source", "target"), "weight", rownames(sides)[pair[tied, 2]],
                        rownames(sides)[pair[tied, 1]], values[tied]), graph = name)
    }
    projection("vegdist", "jaccard", 1 - as.vector(vegan::vegdist(sides, "jaccard", binary = TRUE)))
    projection("designdist", "cosine", as.vector(vegan::designdist(sides, "J/sqrt(A*B)", terms = "binary")))
    projection("designdist", "overlap", as.vector(vegan::designdist(sides, "J/pmin(A,B)", terms = "binary")))

    shared <- (sides %*% t(sides))[pair]
    k <- rowSums(sides)
    for (tail in c("upper", "lower")) {
      p <- phyper(shared - (tail == "upper"), k[pair[, 1]], ncol(sides) - k[pair[, 1]], k[pair[, 2]],
                  lower.tail = tail == "lower")
      for (correction in c("BH", "BY", "holm", "bonferroni")) {
        if (correction == "BH") {
          add_case("stats::phyper", "hypergeometric", c("--side", side, "--tail", tail),
                   of_pairs("pairs", c("a", "b"), "p_value", rownames(sides)[pair[, 2]], rownames(sides)[pair[, 1]], p),
                   graph = name)
        }
        if (name == "davis_southern_women" && side == "actor") {
          add_case("stats::p.adjust", "hypergeometric",
                   c("--side", side, "--tail", tail, "--correction", tolower(correction)),
                   of_pairs("pairs", c("a", "b"), "q_value", rownames(sides)[pair[, 2]], rownames(sides)[pair[, 1]],
                            p.adjust(p, correction)), graph = name)
        }
      }
    }
  }
  add_case("base::svd", "singular-values", c(), of_table("singular_values", singular_values = svd(a)$d), graph = name)
}

# Signs of axes are ours: the largest absolute row coordinate is positive.
turned <- function(rows, columns) {
  for (axis in seq_len(ncol(rows))) {
    if (rows[which.max(abs(rows[, axis])), axis] < 0) {
      rows[, axis] <- -rows[, axis]
      columns[, axis] <- -columns[, axis]
    }
  }
  rbind(rows, columns)
}
for (name in c("davis_southern_women", "ceos_clubs")) {
  a <- incidence(name)
  plain <- ca::ca(a)
  standard <- turned(plain$rowcoord[, 1:2], plain$colcoord[, 1:2])
  add_case("ca::ca", "correspondence", c(), of_nodes("mass", c(plain$rowmass, plain$colmass)), graph = name)
  add_case("ca::ca", "correspondence", c(), of_table("inertia", singular_value = plain$sv[plain$sv > 1e-9]), graph = name)
  scores <- MASS::corresp(a, nf = 2)
  ours <- turned(scores$rscore, scores$cscore)
  principal <- ade4::dudi.coa(as.data.frame(a), scannf = FALSE, nf = 2)
  li <- turned(as.matrix(principal$li), as.matrix(principal$co))
  for (axis in 1:2) {
    add_case("ca::ca", "correspondence", c(), of_nodes(paste0("standard_", axis), standard[, axis]), graph = name)
    add_case("MASS::corresp", "correspondence", c(), of_nodes(paste0("standard_", axis), ours[, axis]), graph = name)
    add_case("ade4::dudi.coa", "correspondence", c(), of_nodes(paste0("principal_", axis), li[, axis]), graph = name)
  }
  add_case("vegan::cca", "correspondence", c(),
           of_table("inertia", inertia = vegan::eigenvals(vegan::cca(a))), graph = name)
}

# Random tables with the same sums: what is drawn differs, so answers are as near as their numbers
# of draws allow: within five standard errors, of which each case says its own.
a <- incidence("davis_southern_women")
set.seed(1)
draws <- 4000
tables <- simulate(vegan::nullmodel(a, "curveball"), nsim = draws, burnin = 1000, thin = 100)
nodf <- apply(tables, 3, function(table) vegan::nestednodf(table)$statistic[c("N.rows", "N.columns", "NODF")])
errors <- apply(nodf, 1, sd) * sqrt(1 / draws + 1 / 4000)
add_case("vegan::nullmodel(curveball)", "nodf", c("--samples", "4000"), of_table("nodf", mean = rowMeans(nodf)),
         graph = "davis_southern_women", within = I(5 * errors))
butterflies_in <- function(table) sum(choose((table %*% t(table))[lower.tri(diag(nrow(table)))], 2))
butterflies <- apply(tables, 3, butterflies_in)
share <- c(mean(butterflies >= butterflies_in(a)), mean(butterflies <= butterflies_in(a)))
add_butterflies <- function(error, ...) {
  add_case("vegan::nullmodel(curveball)", "structure-test",
           c("--samples", "4000", "--modularity-samples", "1", "--restarts", "1"), of_table("structure_test", ...),
           graph = "davis_southern_women", row = 0, within = 5 * error * sqrt(1 / draws + 1 / 4000))
}
add_butterflies(sd(butterflies), mean = mean(butterflies))
add_butterflies(sqrt(share[1] * (1 - share[1])), p_upper = share[1], p_lower = share[2])
pair <- which(lower.tri(diag(nrow(a))), arr.ind = TRUE)
shared <- (a %*% t(a))[pair]
reached <- rowSums(apply(tables, 3, function(table) (table %*% t(table))[pair] >= shared))
p <- (1 + reached) / (1 + draws)
chance <- pmin(pmax(p, 3 / draws), 1 - 3 / draws)  # what happened never, or always, may happen
add_case("vegan::nullmodel(curveball)", "fdsm", c("--samples", "4000"),
         of_pairs("pairs", c("a", "b"), "p_value", rownames(a)[pair[, 2]], rownames(a)[pair[, 1]], p),
         graph = "davis_southern_women", within = I(5 * sqrt(chance * (1 - chance) * (1 / draws + 1 / 4000))))

p <- c(0.001, 0.0049, 0.02, 0.02, 0.04, 0.3, 0.5, 0.96, 1, 0, 0.04, 1e-12)
for (correction in c("BH", "BY", "holm", "bonferroni")) {
  add_case("stats::p.adjust", "adjust-p", c("--correction", tolower(correction)),
           of_table("tests", q_value = p.adjust(p, correction)),
           input = list(id = I(sprintf("t%02d", seq_along(p))), p = I(p)))
}
# Equal chances are binomial.
for (chance in c(0.5, 0.03)) {
  add_case("stats::pbinom", "poisson-binomial", c(),
           of_table("tails", lower = pbinom(0:40, 40, chance), upper = pbinom(-1:39, 40, chance, lower.tail = FALSE)),
           input = list(p = I(rep(chance, 40))))
}
chances <- c(0, 1, (1:60 * 37) %% 61 / 61)
add_case("PoissonBinomial::ppbinom", "poisson-binomial", c(),
         of_table("tails", lower = PoissonBinomial::ppbinom(0:62, chances, method = "Convolve"),
                  upper = c(1, PoissonBinomial::ppbinom(0:61, chances, method = "Convolve", lower.tail = FALSE))),
         input = list(p = I(chances)))

# Kappa with linear weights, abstention half way; who took no stance on an item is left out of the pair.
votes <- sapply(1:40, function(j) c(1, 0, -1, NA)[1 + c(j %% 4, (j * j) %% 3, (j * 7) %% 5 %% 4, (j + j %/% 3) %% 4)])
voters <- paste0("a", 1:4)
two <- t(combn(4, 2))
kappas <- apply(two, 1, function(p) {
  answers <- table(factor(votes[p[1], ], c(1, 0, -1)), factor(votes[p[2], ], c(1, 0, -1)))
  vcd::Kappa(answers, weights = "Equal-Spacing")$Weighted[["value"]]
})
known <- which(!is.na(votes), arr.ind = TRUE)
items <- sprintf("i%02d", 1:40)
add_case("vcd::Kappa(Equal-Spacing)", "agreement-scores", c(),
         of_pairs("pairs", c("a", "b"), "cohen_kappa", voters[two[, 1]], voters[two[, 2]], kappas),
         nodes = list(id = I(c(voters, items)), mode = I(rep(c("actor", "item"), c(4, 40)))),
         edges = list(source = I(voters[known[, 1]]), target = I(items[known[, 2]]), sign = I(votes[known])))
