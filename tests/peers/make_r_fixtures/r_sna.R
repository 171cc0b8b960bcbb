# SPDX-License-Identifier: Apache-2.0
# sna, which shares no code with igraph and works on matrices.

for (name in names(one_mode)) {
  directed <- one_mode[[name]]
  whole <- read_graph_of(name, directed)
  w <- as.matrix(as_adj(as_simple(whole)))
  mode <- if (directed) "digraph" else "graph"
  ask_sna <- function(peer, method, options, expected, ...) {
    add_case(paste0("sna::", peer), method, options, expected, graph = name, directed = directed, ...)
  }
  ask_sna("betweenness", "betweenness", c(), of_nodes("betweenness", sna::betweenness(w, gmode = mode)))
  # The only closeness of sna that allows for what cannot be reached; it goes along the edges.
  ask_sna("closeness(suminvdir)", "harmonic", c("--direction", "out", "--normalized", "true"),
          of_nodes("harmonic", sna::closeness(w, gmode = mode, cmode = if (directed) "suminvdir" else "suminvundir")))
  cores <- if (directed) c(total = "freeman", `in` = "indegree", out = "outdegree") else c(total = "indegree")
  for (direction in names(cores)) {
    ask_sna("kcores", "core-number", c("--direction", direction),
            of_nodes("core_number", sna::kcores(w, mode = mode, cmode = cores[[direction]])))
  }
  if (directed) {
    ask_sna("grecip(edgewise)", "reciprocity", c(),
            of_table("reciprocity", reciprocity = sna::grecip(w, measure = "edgewise")))
    # Gould and Fernandez count paths i -> j -> k without i -> k.
    groups <- made_up_groups(whole, 3)
    roles <- sna::brokerage(w, groups)$raw.nli
    names_of <- c(w_I = "coordinator", w_O = "itinerant", b_IO = "representative", b_OI = "gatekeeper", b_O = "liaison")
    for (role in names(names_of)) {
      ask_sna("brokerage", "brokerage", c(), of_nodes(names_of[[role]], roles[, role]), groups = groups)
    }
  } else {
    ask_sna("gtrans", "transitivity", c(),
            of_table("transitivity", transitivity = sna::gtrans(w, mode = "graph", measure = "weak")))
  }
  ask_sna("gden", "density", c(), of_table("density", density = sna::gden(w, mode = mode)))
  cut <- seq_len(nrow(w)) %in% sna::cutpoints(w, mode = mode, connected = "weak")
  ask_sna("cutpoints", "articulation-points", c(), of_nodes("articulation_points", as.integer(cut)))
  for (beta in c(0.05, -0.07)) {
    ask_sna("bonpow", "bonacich-power", paste0("--beta=", beta),
            of_nodes("bonacich_power", sna::bonpow(w, gmode = mode, exponent = beta)), without = I(c("loops", "parallels")))
  }
  if (name %in% c("zachary", "florentine_families")) {
    # Information centrality: the number of nodes times current-flow closeness.
    ask_sna("infocent", "current-flow-closeness", c(),
            of_nodes("current_flow_closeness", sna::infocent(w, gmode = "graph") / nrow(w)))
    ask_sna("evcent", "eigenvector", c(), of_nodes("eigenvector", abs(sna::evcent(w, gmode = "graph", use.eigen = TRUE))))
  }
}

# Its profiles leave out what the diagonal hides, the two positions of the pair. Undirected ones hold each tie twice.
for (name in c("florentine_families", "made_up_digraph")) {
  directed <- one_mode[[name]]
  ties <- as.matrix(as_adj(read_graph_of(name, directed)))
  diag(ties) <- 0
  pairs <- which(upper.tri(ties), arr.ind = TRUE)
  profiles <- rbind(t(ties), if (directed) ties)
  position <- rep(seq_len(nrow(ties)), if (directed) 2 else 1)
  flat <- apply(pairs, 1, function(p) {
    third <- profiles[!(position %in% p), p]
    any(apply(third, 2, function(x) length(unique(x)) == 1))
  })
  twice <- if (directed) 1 else 2
  differ <- function(method) suppressWarnings(sna::sedist(ties, method = method))[pairs]
  add_pairs <- function(method, convention, values) {
    add_case(paste0("sna::sedist(", method, ")"), "equivalence", c("--convention", convention),
             of_pairs("pairs", c("a", "b"), "equivalence", rownames(ties)[pairs[, 1]], rownames(ties)[pairs[, 2]], values),
             graph = name, directed = directed)
  }
  add_pairs("euclidean", "euclid", differ("euclidean") / sqrt(twice))
  # Profiles without variance have 0 there, none here.
  add_pairs("correlation", "correlation", ifelse(flat, NA, differ("correlation")))
  # It adds up differences, so that parallel ties are several.
  if (all(ties < 2)) add_pairs("hamming", "hamming", differ("hamming") / twice)
}
