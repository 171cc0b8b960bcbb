// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_incidence.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>
#include <vector>

#include "engine/io/write_incidence.hpp"

using namespace entente;

namespace {

using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;

Expected<io::GraphFile> read(const std::string& text) {
  return io::read_incidence(io::SourceText("m.csv", text));
}

Texts complaints(const std::string& text) {
  const auto file = read(text);
  if (file) return {};
  Texts said;
  for (Diagnostic problem : file.error()) {
    CHECK((problem.severity == Severity::note || !problem.hint.empty()));
    problem.hint.clear();
    said.push_back(to_text(problem));
  }
  return said;
}

// "actor-item" with weight and sign, where there are any.
Texts edges(const PropertyGraph& graph) {
  Texts all;
  for (std::size_t e = 0; e < graph.source.size(); ++e) {
    std::string text = graph.node_ids[graph.source[e]] + '-' + graph.node_ids[graph.target[e]];
    for (const char* name : {"weight", "sign"}) {
      if (const Attribute* attribute = graph.edge_attribute(name)) text += ' ' + attribute->text(e);
    }
    all.push_back(text);
  }
  return all;
}

std::string written(const PropertyGraph& graph) {
  std::string text;
  REQUIRE(io::write_incidence(graph, [&](std::string_view piece) { text += piece; }));
  return text;
}

}  // namespace

TEST_CASE("a matrix is a graph of two modes", "[io][read_incidence]") {
  const auto file = read(",p,\"q, r\"\na,1,0\nb,1,1\nc,0,0\n");
  REQUIRE(file);
  const PropertyGraph& graph = file->graph;
  CHECK(graph.node_ids == Texts{"p", "q, r", "a", "b", "c"});
  CHECK(std::get<Texts>(graph.node_attribute("mode")->values) ==
        Texts{"item", "item", "actor", "actor", "actor"});
  CHECK_FALSE(graph.directed);
  CHECK(edges(graph) == Texts{"a-p", "b-p", "b-q, r"});
  CHECK(file->edge_lines == std::vector<std::uint32_t>{2, 3, 3});
  CHECK(file->notes.empty());
}

TEST_CASE("cells hold weights and signs", "[io][read_incidence]") {
  CHECK(edges(read(",p,q\na,0.5,-2\nb,0,1\n")->graph) == Texts{"a-p 0.5 1", "a-q 2 -1", "b-q 1 1"});
  CHECK(edges(read(",p,q\na,1,-1\n")->graph) == Texts{"a-p 1", "a-q -1"});
}

TEST_CASE("a zero is an abstention where other cells are blank", "[io][read_incidence]") {
  const auto votes = read(",p,q\na,0,1\nb,,NA\n");
  REQUIRE(votes);
  CHECK(edges(votes->graph) == Texts{"a-p 0", "a-q 1"});
  REQUIRE(votes->notes.size() == 1);
  CHECK(to_text(votes->notes[0]) ==
        "m.csv: note[G566]: a cell of 0 is read as an abstention, since others are blank\n"
        "  hint: put 0 into the blank cells if it means that there is no tie");
  const auto complete = read("0 is an abstention,p\na,0\nb,1\n");
  REQUIRE(complete);
  CHECK(edges(complete->graph) == Texts{"a-p 0", "b-p 1"});
  CHECK(complete->notes.empty());
}

TEST_CASE("what R writes is read", "[io][read_incidence]") {
  CHECK(edges(read("\"\",\"p\",\"q\"\r\n\"a\",1,NA\r\n\"b\",1,1\r\n")->graph) ==
        Texts{"a-p", "b-p", "b-q"});
}

TEST_CASE("what is no matrix is refused with its place", "[io][read_incidence]") {
  CHECK(complaints("") == Texts{"m.csv:1: error[G561]: the file is empty"});
  CHECK(complaints("a\nb\n") == Texts{"m.csv:1:1: error[G561]: the first row names no item"});
  CHECK(complaints(",p,\na,1,1\n,1,1\n") == Texts{"m.csv:1:4: error[G562]: a column without a name",
                                                  "m.csv:3:1: error[G562]: a row without a name"});
  CHECK(complaints(",p,p\na,1,1\np,1,1\n") ==
        Texts{"m.csv:1:4: error[G563]: the name 'p' stands twice",
              "m.csv:3:1: error[G563]: the name 'p' stands twice"});
  CHECK(complaints(",p,q\na,1\nb,1,1,1\n") ==
        Texts{"m.csv:2:1: error[G564]: 2 fields, where the first row has 3",
              "m.csv:3:1: error[G564]: 4 fields, where the first row has 3"});
  CHECK(complaints(",p\na,yes\nb,nan\nc,inf\nd,1e999\n") ==
        Texts{"m.csv:2:3: error[G565]: the cell 'yes' is not a number",
              "m.csv:3:3: error[G565]: the cell 'nan' is not a number",
              "m.csv:4:3: error[G565]: the cell 'inf' is not a number",
              "m.csv:5:3: error[G565]: the cell '1e999' is not a number"});
  CHECK(complaints(",p\na,\"1\n") ==
        Texts{"m.csv:2:3: error[T102]: the quote that opens here is never closed"});
}

TEST_CASE("of many mistakes in a matrix most are counted", "[io][read_incidence]") {
  std::string text = ",p\n";
  for (int i = 0; i < 1500; ++i) text += 'a' + std::to_string(i) + ",x\n";
  const Texts said = complaints(text);
  REQUIRE(said.size() == 1001);
  CHECK(said.back() == "m.csv: note[G565]: 500 more mistakes");
}

TEST_CASE("an incidence matrix comes back as it was written", "[io][read_incidence]") {
  CHECK(rc::check([](std::uint32_t seed, bool weighted, bool is_signed, bool complete) {
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    PropertyGraph graph;
    Texts modes;
    const std::uint32_t actors = 1 + below(5), items = 1 + below(5);
    for (std::uint32_t v = 0; v < actors + items; ++v) {
      graph.node_ids.push_back((v < actors ? "a" : "i") + std::to_string(v));
      modes.emplace_back(v < actors ? "actor" : "item");
    }
    graph.node_attributes = {{.name = "mode", .values = modes}};
    Reals weights;
    Integers signs;
    for (std::uint32_t a = 0; a < actors; ++a) {
      for (std::uint32_t i = 0; i < items; ++i) {
        if (!complete && below(2) == 0) continue;
        graph.source.push_back(a);
        graph.target.push_back(actors + i);
        signs.push_back(std::int64_t{below(3)} - 1);
        // Of an abstention the matrix says no more than that.
        weights.push_back(is_signed && signs.back() == 0 ? 1 : 0.25 * (1 + below(8)));
      }
    }
    if (weighted) graph.edge_attributes.push_back({.name = "weight", .values = weights});
    if (is_signed) graph.edge_attributes.push_back({.name = "sign", .values = signs});
    const std::string text = written(graph);
    const auto back = read(text);
    RC_ASSERT(static_cast<bool>(back));
    RC_ASSERT(back->graph.node_ids.size() == graph.node_ids.size());
    RC_ASSERT(written(back->graph) == text);
    RC_ASSERT(back->graph.source.size() == graph.source.size());
  }));
}
