// SPDX-License-Identifier: Apache-2.0
// Boost's part of make_foreign.py: make_foreign GRAPH.json FOLDER; prints the version.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/property_tree/json_parser.hpp>
#include <boost/property_tree/ptree.hpp>
#include <boost/version.hpp>
#include <fstream>
#include <iostream>
#include <string>

struct Node {
  std::string label, kind, note;
  double real = 0;
  int whole = 0;
  bool sure = false;
};

struct Edge {
  double weight = 0;
  std::string relation;
};

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Node, Edge>;

int main(int, char** arguments) {
  boost::property_tree::ptree given;
  boost::property_tree::read_json(arguments[1], given);
  Graph graph;
  for (const auto& [_, node] : given.get_child("nodes")) {
    boost::add_vertex(
        Node{.label = node.get<std::string>("label"),
             .kind = node.get<std::string>("kind"),
             .note = node.get<std::string>("note", ""),  // nothing is absent in Boost's files
             .real = node.get<double>("real"),
             .whole = node.get<int>("whole"),
             .sure = node.get<bool>("sure")},
        graph);
  }
  for (const auto& [_, edge] : given.get_child("edges")) {
    const auto place = [&](const char* end) {  // n3 is the node at 3
      return std::stoul(edge.get<std::string>(end).substr(1));
    };
    boost::add_edge(
        place("from"), place("to"),
        Edge{.weight = edge.get<double>("weight"), .relation = edge.get<std::string>("relation")},
        graph);
  }
  boost::dynamic_properties properties;
  properties.property("label", boost::get(&Node::label, graph));
  properties.property("kind", boost::get(&Node::kind, graph));
  properties.property("note", boost::get(&Node::note, graph));
  properties.property("real", boost::get(&Node::real, graph));
  properties.property("whole", boost::get(&Node::whole, graph));
  properties.property("sure", boost::get(&Node::sure, graph));
  properties.property("weight", boost::get(&Edge::weight, graph));
  properties.property("relation", boost::get(&Edge::relation, graph));
  std::ofstream file(std::string(arguments[2]) + "/boost.graphml");
  boost::write_graphml(file, graph, properties, true);
  std::cout << BOOST_VERSION / 100000 << '.' << BOOST_VERSION / 100 % 1000 << '.'
            << BOOST_VERSION % 100 << '\n';
  return file.flush() ? 0 : 1;
}
