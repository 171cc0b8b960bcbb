# SPDX-License-Identifier: Apache-2.0
# igraph's R package; its C core is another version than that of the Python package in one_mode_peers_test.py.
# Not compared: the code length of cluster_infomap, whose walk jumps to any node with chance 0.15 and counts those
# steps (4.6061 for the karate club, where ours is 4.3118, without jumps).

given <- function(name, directed, ...) list(graph = name, directed = directed, ...)
ask <- function(peer, method, options, expected, on, ...) {
  do.call(add_case, c(list(paste0("igraph::", peer), method, options, expected), on, list(...)))
}
edge_rows <- function(graph, values) {
  ends <- as_edgelist(graph)
  of_pairs("edges", c("source", "target"), "edge_betweenness", ends[, 1], ends[, 2], values)
}
shares <- function(x) abs(x) / sum(abs(x))
# A partition that has nothing to do with the graph.
made_up_groups <- function(graph, count) (seq_len(vcount(graph))^2 + seq_len(vcount(graph)) %/% 3) %% count

for (name in names(one_mode)) {
  directed <- one_mode[[name]]
  whole <- read_graph_of(name, directed)
  simple <- as_simple(whole)
  summed <- added(whole)
  on <- given(name, directed)
  both_ways <- if (directed) c("in", "out", "total") else "total"
  all_of <- function(direction) if (direction == "total") "all" else direction

  ask("constraint", "constraint", c("--weight", "strength"), of_nodes("constraint", constraint(simplify(summed))), on)
  ask("constraint", "constraint", c(), of_nodes("constraint", constraint(simplify(set_edge_attr(whole, "weight", value = 1)))), on)
  for (weight in c("ignore", "distance")) {
    lengths <- if (weight == "distance") E(simple)$weight else NA
    ask("edge_betweenness", "edge-betweenness", c("--weight", weight),
        edge_rows(simple, edge_betweenness(simple, weights = lengths)), on)
    for (direction in both_ways) {
      options <- c("--weight", weight, "--direction", direction)
      ask("harmonic_centrality", "harmonic", options,
          of_nodes("harmonic", harmonic_centrality(simple, mode = all_of(direction), weights = lengths)), on)
    }
  }
  for (direction in both_ways) {
    ask("eccentricity", "eccentricity", c("--direction", direction),
        of_nodes("eccentricity", eccentricity(simple, mode = all_of(direction))), on)
    ask("coreness", "core-number", c("--direction", direction),
        of_nodes("core_number", coreness(simple, mode = all_of(direction))), on)
  }
  # An undirected loop is two arcs there, one here: compared without loops.
  walks <- if (directed) summed else simplify(summed)
  no_loops <- if (directed) list() else list(without = "loops")
  ask("alpha_centrality", "alpha-centrality", c("--weight", "strength", "--alpha", "0.03"),
      of_nodes("alpha_centrality", alpha_centrality(walks, alpha = 0.03, weights = "weight", loops = TRUE)), c(on, no_loops))
  # It reads no weights, and takes loops out of its matrix, not out of its degrees.
  counted <- simplify(whole, remove.multiple = FALSE)
  for (beta in c(0.05, -0.07)) {
    ask("power_centrality", "bonacich-power", paste0("--beta=", beta),
        of_nodes("bonacich_power", power_centrality(counted, exponent = beta)), on, without = "loops")
  }
  ask("hub_score", "hits", c("--weight", "strength"),
      of_nodes("hub", shares(hub_score(walks, weights = E(walks)$weight)$vector)), c(on, no_loops))
  ask("authority_score", "hits", c("--weight", "strength"),
      of_nodes("authority", shares(authority_score(walks, weights = E(walks)$weight)$vector)), c(on, no_loops))
  if (!directed) {
    ask("subgraph_centrality", "subgraph-centrality", c(),
        of_nodes("subgraph_centrality", subgraph_centrality(counted, diag = TRUE)), c(on, no_loops))
  }
  ask("assortativity_degree", "assortativity", c(),
      of_table("assortativity", assortativity = assortativity_degree(whole, directed = directed)), on)
  undirected <- as.undirected(simple)
  ask("transitivity", "transitivity", c(),
      of_table("transitivity", transitivity = transitivity(undirected, type = "global")), on)
  ask("transitivity", "clustering", c(),
      of_nodes("clustering", transitivity(undirected, type = "local", isolates = "zero", weights = NA)), on)
  ask("reciprocity", "reciprocity", c(), of_table("reciprocity", reciprocity = reciprocity(simple)), on)
  for (weight in c("ignore", "distance")) {
    lengths <- if (weight == "distance") E(simple)$weight else NA
    ask("mean_distance", "average-distance", c("--weight", weight),
        of_table("average_distance", average_distance = mean_distance(simple, weights = lengths, directed = directed)), on)
  }

  links <- as.matrix(as_adj(undirected))
  apart <- which(upper.tri(links) & links == 0 & links %*% links > 0, arr.ind = TRUE)
  ids <- V(undirected)$name
  for (index in c("jaccard", "invlogweighted")) {
    values <- similarity(undirected, loops = FALSE, method = index)[apart]
    ask("similarity", "link-scores", c(),
        of_pairs("pairs", c("a", "b"), if (index == "jaccard") index else "adamic_adar",
                 ids[apart[, 1]], ids[apart[, 2]], values), on)
  }

  groups <- made_up_groups(whole, 4)
  for (gamma in c(1, 0.6)) {
    ask("modularity", "partition-quality", c("--weight", "strength", "--resolution", gamma),
        of_table("quality", modularity = modularity(whole, groups + 1, weights = E(whole)$weight, resolution = gamma,
                                                    directed = directed)), on, groups = groups)
  }
}

for (counts in list(c(2, 5), c(4, 4), c(1, 3), c(9, 2))) {
  a <- (seq_len(60)^2 + seq_len(60) %/% 7) %% counts[1]
  b <- ifelse(seq_len(60) %% 3 == 0, a %% counts[2], (seq_len(60) * 5) %% 7 %% counts[2])
  add_case("igraph::compare", "compare-partitions", c(),
           of_table("comparison", vi = compare(a + 1, b + 1, "vi"), nmi = compare(a + 1, b + 1, "nmi"),
                    ari = compare(a + 1, b + 1, "adjusted.rand")),
           input = list(node = I(sprintf("n%02d", seq_len(60))), a = I(a), b = I(b)))
}

for (name in two_mode) {
  graph <- graph_from_incidence_matrix(incidence(name))
  sides <- bipartite_projection(graph)
  for (side in c("actor", "item")) {
    projected <- sides[[if (side == "actor") 1 else 2]]
    ends <- as_edgelist(projected)
    add_case("igraph::bipartite_projection", "project", c("--side", side),
             of_pairs("edges", c("source", "target"), "weight", ends[, 1], ends[, 2], E(projected)$weight), graph = name)
  }
  add_case("igraph::max_bipartite_match", "matching", c(),
           of_table("matching", matching = max_bipartite_match(graph)$matching_size), graph = name)
}
