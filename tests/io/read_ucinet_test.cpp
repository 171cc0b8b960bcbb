// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_ucinet.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace entente;

namespace {

using Texts = std::vector<std::string>;

// "source>target=weight*sign" of each edge, by name.
std::string edges(const std::string& text) {
  const auto file = io::read_ucinet({"g.dl", text});
  if (!file) return to_text(file.error().front());
  const PropertyGraph& graph = file->graph;
  std::string said;
  for (std::size_t e = 0; e < graph.source.size(); ++e) {
    said += graph.node_ids[graph.source[e]] + '>' + graph.node_ids[graph.target[e]];
    if (const Attribute* weight = graph.edge_attribute("weight")) said += '=' + weight->text(e);
    if (const Attribute* sign = graph.edge_attribute("sign")) said += '*' + sign->text(e);
    said += ' ';
  }
  return said;
}

// All that is said of a file, one a line.
std::string notes(const io::GraphFile& file) {
  std::string text;
  for (const Diagnostic& note : file.notes) text += to_text(note) + '\n';
  return text;
}

}  // namespace

TEST_CASE("a full matrix is read", "[io][read_ucinet]") {
  CHECK(edges("dl n=3\ndata:\n0 1 0\n1 0 1\n0 0 0\n") == "1>2 2>1 2>3 ");
  CHECK(edges("DL N = 2 FORMAT = FULLMATRIX\nLABELS:\na,\"b c\"\nDATA:\n0 2\n-1 0\n") ==
        "a>b c=2*1 b c>a=1*-1 ");
  CHECK(edges("dl n=2, diagonal=absent\nlabels:\na b\ndata:\n5\n1\n") == "a>b=5 b>a=1 ");
  CHECK(edges("dl n=2\nlabels embedded\ndata:\n a b\na 0 1\nb 0 0\n") == "a>b ");
  CHECK(edges("dl\nformat = edgelist1\nn = 2\nlabels embedded:\ndata:\na b 1.5\n") == "a>b=1.5 ");
}

TEST_CASE("a matrix of two modes is read", "[io][read_ucinet]") {
  const std::string text =
      "dl nr=2, nc=3 format=fullmatrix\nrow labels:\na,b\ncolumn labels:\nx,y,a\ndata:\n"
      "1 0 1\n0 1 0\n";
  CHECK(edges(text) == "a>x a>a_ b>y ");
  const auto file = io::read_ucinet({"g.dl", text});
  REQUIRE(file);
  CHECK_FALSE(file->graph.directed);
  CHECK(file->graph.node_attribute("mode")->text(1) == "actor");
  CHECK(file->graph.node_attribute("mode")->text(2) == "item");
  CHECK(edges("dl nr=1 nc=2\ndata:\n0 1\n") == "r1>c2 ");
}

TEST_CASE("lists of edges and of neighbours are read", "[io][read_ucinet]") {
  CHECK(edges("dl n=3 format=edgelist1\nlabels:\na,b,c\ndata:\n1 2 0.5\n2 3\n") ==
        "a>b=0.5 b>c=1 ");
  CHECK(edges("dl n=3 format=nodelist1\nlabels embedded\ndata:\nann bob cid\nbob ann\n") ==
        "ann>bob ann>cid bob>ann ");
  CHECK(edges("dl nr=2 nc=2 format=edgelist2\ndata:\n1 2\n2 1\n") == "r1>c2 r2>c1 ");
  CHECK(edges("dl n=1 format=edgelist1\ndata:\n") == "");
}

TEST_CASE("several matrices and strangers in the header are noted", "[io][read_ucinet]") {
  const auto file = io::read_ucinet({"g.dl", "dl n=1 nm=2\nmatrix labels: a\ndata:\n0\n0\n"});
  REQUIRE(file);
  CHECK(notes(*file) ==
        "g.dl:1: warning[G545]: of 2 matrices the first one is read\n"
        "  hint: write each into a file of its own\n"
        "g.dl:2: note[G546]: 'matrix' is left out\n");
}

TEST_CASE("values of 0 and below are signs, with a note", "[io][read_ucinet]") {
  const auto read = [](const std::string& values) {
    auto file = io::read_ucinet({"g.dl", "dl n=3 format=edgelist1\ndata:\n" + values});
    REQUIRE(file);
    return *std::move(file);
  };
  const std::string tells =
      "g.dl: note[G550]: some values are 0 or negative: they are read as signs\n"
      "  hint: a value of 0 is an abstention\n";
  const io::GraphFile file = read("1 2 -2.5\n2 3 0\n3 1 4\n");
  CHECK(notes(file) == tells);
  CHECK(file.graph.edge_attribute("weight")->text(0) == "2.5");
  CHECK(file.graph.edge_attribute("sign")->text(0) == "-1");
  CHECK(file.graph.edge_attribute("sign")->text(1) == "0");
  CHECK(file.graph.edge_attribute("sign")->text(2) == "1");
  CHECK(notes(read("1 2 -1\n2 3 1\n")) == tells);
  CHECK(notes(read("1 2 2.5\n2 3\n")).empty());
}

TEST_CASE("a wrong DL file is explained with its line", "[io][read_ucinet]") {
  CHECK(edges("n=3\n").starts_with("g.dl:1: error[G541]"));
  CHECK(edges("").starts_with("g.dl:1: error[G541]"));
  CHECK(edges("dl n=3\n").find("error[G541]: the file has no data") != std::string::npos);
  CHECK(edges("dl n=many\ndata:\n").find("error[G542]") != std::string::npos);
  CHECK(edges("dl n=2\nlabels:\na\n").find("error[G543]") != std::string::npos);
  CHECK(edges("dl n=1\nlabels:\na\nlabels:\nb\ndata:\n0\n").find("error[G543]") !=
        std::string::npos);
  CHECK(edges("dl n=2 format=edgelist1\nlabels:\na b\nlabels embedded\nn=1\ndata:\nb b 1\n")
            .find("error[G543]") != std::string::npos);
  CHECK(edges("dl nr=1 nc=1 format=edgelist2\ncolumn labels:\nx\ncolumn labels:\ny\n"
              "row labels embedded\ndata:\na y 1\n")
            .find("error[G543]") != std::string::npos);
  CHECK(edges("dl n=2\ndata:\n0 1\n0\n").starts_with("g.dl:4: error[G544]"));
  CHECK(edges("dl n=1\ndata:\nx\n").starts_with("g.dl:3: error[G544]"));
  CHECK(edges("dl n=2 format=edgelist1\ndata:\n1 3\n").starts_with("g.dl:3: error[G547]"));
  CHECK(edges("dl n=2 format=edgelist1\ndata:\n1\n").starts_with("g.dl:3: error[G548]"));
  CHECK(edges("dl n=2 format=lowerhalf\ndata:\n1\n").find("error[G549]") != std::string::npos);
  CHECK(edges("dl n=1\ndata:\n\xFF\n").find("error[G551]") != std::string::npos);
  CHECK(edges("dl n=2\nlabels:\n\"a\n\"b\"\ndata:\n0 1\n1 0\n").starts_with("g.dl:3: error[G552]"));
  CHECK(edges("dl n=2\nlabels embedded\ndata:\na b\na 0 1\n\"b 1 0\n")
            .starts_with("g.dl:6: error[G552]"));
}

TEST_CASE("a short file cannot ask for millions of nodes", "[io][read_ucinet]") {
  CHECK(edges("dl n=0 nc=4011114\ndata:\n").find("error[G542]") != std::string::npos);
}
