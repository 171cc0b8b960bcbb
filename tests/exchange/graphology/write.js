// SPDX-License-Identifier: Apache-2.0
// graphology's part of make_foreign.py: node write.js GRAPH.json PREFIX
const fs = require("fs");
const {MultiDirectedGraph} = require("graphology");
const gexf = require("graphology-gexf");

const given = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const prefix = process.argv[3];
const graph = new MultiDirectedGraph();
for (const [key, values] of Object.entries(given.nodes)) graph.addNode(key, values);
given.edges.forEach(([source, target, values], number) => graph.addEdgeWithKey(`e${number}`, source, target, values));
fs.writeFileSync(`${prefix}.gexf`, gexf.write(graph, {version: "1.3"}));
fs.writeFileSync(`${prefix}.json`, JSON.stringify(graph.export(), null, 1));
