# SPDX-License-Identifier: Apache-2.0
# What R igraph reads in a GraphML file, as JSON: Rscript r_igraph.R GRAPH.graphml OUTPUT.json
# Numbers are texts of 17 digits, since R's JSON would round them; `numeric` names the columns that hold numbers.
suppressPackageStartupMessages(library(igraph))

columns <- function(values) {
  numeric <- vapply(values, is.numeric, logical(1))
  texts <- lapply(values, function(column) {
    if (is.numeric(column)) ifelse(is.na(column), "", sprintf("%.17g", column)) else as.character(column)
  })
  list(numeric = I(names(values)[numeric]), values = lapply(texts, I))
}

arguments <- commandArgs(trailingOnly = TRUE)
graph <- read_graph(arguments[1], format = "graphml")
ends <- as_edgelist(graph, names = FALSE)
result <- list(directed = is_directed(graph), nodes = columns(vertex_attr(graph)), edges = columns(edge_attr(graph)),
               source = I(ends[, 1]), target = I(ends[, 2]))
writeLines(jsonlite::toJSON(result, auto_unbox = TRUE), arguments[2], useBytes = TRUE)
