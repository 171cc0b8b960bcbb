# SPDX-License-Identifier: Apache-2.0
# R igraph's part of make_foreign.py: Rscript make_foreign.R GRAPH.json FOLDER; prints the version.
suppressPackageStartupMessages(library(igraph))

arguments <- commandArgs(trailingOnly = TRUE)
given <- jsonlite::fromJSON(arguments[1])
graph <- graph_from_data_frame(given$edges, directed = TRUE, vertices = given$nodes)
write_graph(graph, file.path(arguments[2], "r_igraph.graphml"), format = "graphml")
write_graph(graph, file.path(arguments[2], "r_igraph.gml"), format = "gml")
write_graph(graph, file.path(arguments[2], "r_igraph.net"), format = "pajek")
cat("igraph", as.character(packageVersion("igraph")), "of", R.version.string, "\n")
