# SPDX-License-Identifier: Apache-2.0
# Answers of R's packages, written down once with their versions:
#
#     Rscript tests/peers/make_r_fixtures.R     (writes tests/peers/r_fixtures.json)
#
# Needs Debian's r-base-core, r-cran-igraph, r-cran-sna, r-cran-vegan, r-cran-ca, r-cran-mass,
# r-cran-ade4, r-cran-poissonbinomial, r-cran-survival, r-cran-vcd and r-cran-jsonlite;
# peer_fixtures_test.py compares the program with the file and needs none of them.
#
# A case says which peer answered, how the program is asked, and what it should say. Where a peer has
# another convention the graph or the answer is brought to ours here, and a comment says how.
suppressPackageStartupMessages({
  library(igraph)
  library(jsonlite)
})

script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
here <- dirname(normalizePath(script))
graphs <- file.path(here, "../data/graphs")
cases <- list()

read_table <- function(graph, file) {
  read.csv(file.path(graphs, graph, file), colClasses = "character", check.names = FALSE)
}

# All edges, loops and parallels among them.
read_graph_of <- function(name, directed) {
  edges <- read_table(name, "edges.csv")
  edges$weight <- if (is.null(edges$weight)) 1 else as.numeric(edges$weight)
  graph_from_data_frame(edges, directed = directed, vertices = read_table(name, "nodes.csv"))
}

# Parallel edges are one edge, loops are none; of lengths the shortest counts, strengths add up.
as_simple <- function(graph, joined = "min") simplify(graph, edge.attr.comb = list(weight = joined))
# The same with its loops.
added <- function(graph) {
  simplify(graph, remove.loops = FALSE, edge.attr.comb = list(weight = "sum"))
}

numbers <- function(values) {
  values <- unname(as.vector(values))
  lapply(values, function(x) if (is.na(x)) NULL else unbox(signif(x, 14)))
}

add_case <- function(peer, method, options, expected, ...) {
  cases[[length(cases) + 1]] <<- c(
    list(peer = unbox(peer), method = unbox(method), options = I(as.character(options))),
    lapply(list(...), function(x) if (length(x) == 1 && !is.list(x)) unbox(x) else x), expected)
}

# Values in the order of the graph's nodes.csv.
of_nodes <- function(column, values) list(table = unbox("nodes"), column = unbox(column), values = numbers(values))
# Values of pairs or edges: three columns, two of them keys.
of_pairs <- function(table, keys, column, a, b, values) {
  list(table = unbox(table), keys = keys, column = unbox(column),
       rows = I(mapply(function(x, y, v) list(unbox(x), unbox(y), v), a, b, numbers(values),
                       SIMPLIFY = FALSE, USE.NAMES = FALSE)))
}
# One row, or rows in the order of the program.
of_table <- function(table, ...) list(table = unbox(table), columns = lapply(list(...), numbers))

one_mode <- list(zachary = FALSE, florentine_families = FALSE, made_up_multigraph = FALSE, made_up_digraph = TRUE)
two_mode <- c("davis_southern_women", "ceos_clubs", "brunson_south_africa")
incidence <- function(name) {
  nodes <- read_table(name, "nodes.csv")
  edges <- read_table(name, "edges.csv")
  table <- matrix(0, sum(nodes$mode == "actor"), sum(nodes$mode == "item"),
                  dimnames = list(nodes$id[nodes$mode == "actor"], nodes$id[nodes$mode == "item"]))
  table[cbind(edges$source, edges$target)] <- 1
  table
}

for (file in c("r_igraph.R", "r_sna.R", "r_tables.R", "r_survival.R")) source(file.path(here, "make_r_fixtures", file))

packages <- c("igraph", "sna", "vegan", "ca", "MASS", "ade4", "PoissonBinomial", "survival", "vcd")
versions <- c(R = paste(R.version$major, R.version$minor, sep = "."), sapply(packages, function(p) as.character(packageVersion(p))))
lines <- sapply(cases, function(case) toJSON(case, digits = NA, null = "null"))
writeLines(c("{", sprintf(' "versions": %s,', toJSON(lapply(versions, unbox))), ' "cases": [',
             paste0("  ", lines, c(rep(",", length(lines) - 1), "")), " ]", "}"), file.path(here, "r_fixtures.json"))
