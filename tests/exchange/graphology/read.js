// SPDX-License-Identifier: Apache-2.0
// What Gephi Lite's parsers read in files, as graphology's JSON: node read.js INPUT OUTPUT...
const fs = require("fs");
const {Graph, MultiGraph} = require("graphology");
const graphml = require("graphology-graphml");
const gexf = require("graphology-gexf");

const files = process.argv.slice(2);
for (let i = 0; i < files.length; i += 2) {
  const text = fs.readFileSync(files[i], "utf8");
  let graph;
  if (files[i].endsWith(".gexf")) graph = gexf.parse(MultiGraph, text, {addMissingNodes: true});
  else if (files[i].endsWith(".graphml")) graph = graphml.parse(MultiGraph, text, {addMissingNodes: true});
  else graph = Graph.from(JSON.parse(text)); // graphology's own
  fs.writeFileSync(files[i + 1], JSON.stringify(graph.export()));
}
