// SPDX-License-Identifier: Apache-2.0
// What a GEXF file says that a graph cannot hold, or says wrongly: each is named, with its place.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "engine/io/read_gexf.hpp"

using namespace entente;

namespace {

// A file with this inside <graph>, from its third line on.
std::string file_of(const std::string& inside) {
  return "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\">\n<graph>\n" +
         inside + "\n</graph>\n</gexf>\n";
}

io::GraphFile read(const std::string& text) {
  auto file = io::read_gexf(text, "g.gexf");
  if (!file) FAIL(to_text(file.error().front()));
  return *std::move(file);
}

// All that is said of a file, one a line.
std::string notes(const io::GraphFile& file) {
  std::string text;
  for (const Diagnostic& note : file.notes) text += to_text(note) + '\n';
  return text;
}

std::string first_error(const std::string& text) {
  const auto file = io::read_gexf(text, "g.gexf");
  return file ? "none" : to_text(file.error().front());
}

// More lines than there may be attributes, each with a number in the place of '#'.
std::string many(const std::string& line) {
  std::string lines;
  for (int i = 0; i < 4097; ++i) {
    std::string numbered = line;
    lines += '\n' + numbered.replace(line.find('#'), 1, std::to_string(i));
  }
  return lines;
}

}  // namespace

TEST_CASE("a second graph of a GEXF file is left out with all that is in it", "[io][read_gexf]") {
  const io::GraphFile file = read(
      file_of("<nodes><node id=\"a\"/></nodes>\n</graph>\n <graph defaultedgetype=\"directed\">\n"
              "<nodes><node id=\"z\"/></nodes><edges><edge source=\"z\" target=\"z\"/></edges>"));
  CHECK(file.graph.node_ids == std::vector<std::string>{"a"});
  CHECK(file.graph.source.empty());
  CHECK_FALSE(file.graph.directed);
  CHECK(notes(file) ==
        "g.gexf:5:2: warning[G142]: a second graph in the file is left out\n"
        "  hint: expected one graph in a file\n");
}

TEST_CASE("an attribute of a type that GEXF does not have is text", "[io][read_gexf]") {
  const io::GraphFile file =
      read(file_of("<attributes class=\"node\">\n"
                   "<attribute id=\"v\" title=\"votes\" type=\"number\"/></attributes>\n"
                   "<nodes><node id=\"a\"><attvalues><attvalue for=\"v\" value=\"07\"/></attvalues>"
                   "</node></nodes>"));
  CHECK(file.graph.node_attribute("votes")->text(0) == "07");
  CHECK(notes(file) ==
        "g.gexf:4:1: note[G143]: values of 'votes' are read as text; its type is 'number'\n");
}

TEST_CASE("an attribute that is declared twice keeps its first declaration", "[io][read_gexf]") {
  const io::GraphFile file = read(
      file_of("<attributes class=\"edge\"><attribute id=\"0\" title=\"first\" type=\"integer\"/>\n"
              "<attribute id=\"0\" title=\"second\" type=\"string\"/></attributes>\n"
              "<attributes class=\"node\"><attribute id=\"0\" title=\"other\"/></attributes>\n"
              "<edges><edge source=\"a\" target=\"a\"><attvalues><attvalue for=\"0\" value=\"4\"/>"
              "</attvalues></edge></edges><nodes><node id=\"a\"/></nodes>"));
  CHECK(file.graph.edge_attribute("first")->number(0) == 4.0);
  CHECK_FALSE(file.graph.edge_attribute("second")->has(0));
  // A node's attribute of the same id is another one.
  CHECK(notes(file) == "g.gexf:4:1: note[G144]: the attribute '0' is declared twice\n");
}

TEST_CASE("transparency is left out, of nodes and of edges", "[io][read_gexf]") {
  const io::GraphFile file =
      read(file_of("<nodes><node id=\"a\">\n<viz:color r=\"1\" g=\"2\" b=\"3\" a=\"0.5\"/></node>\n"
                   "<node id=\"b\"><viz:color r=\"1\" g=\"2\" b=\"3\" a=\"1.0\"/></node></nodes>\n"
                   "<edges><edge id=\"e\" source=\"a\" target=\"b\">\n"
                   "<viz:color hex=\"#010203\" a=\"0\"/></edge></edges>"));
  CHECK(file.graph.node_attribute("g")->number(0) == 2.0);
  CHECK(file.graph.edge_attribute("b")->number(0) == 3.0);
  CHECK(notes(file) ==
        "g.gexf:4:1: note[G148]: the transparency of node 'a' is left out\n"
        "g.gexf:7:1: note[G148]: the transparency of edge 'a' - 'b' is left out\n");
}

TEST_CASE("a value that is not of its declared type is kept and named", "[io][read_gexf]") {
  const auto values = [](const std::string& first, const std::string& second) {
    const std::string value = "<attvalues><attvalue for=\"v\" value=\"";
    return read(
        file_of("<attributes><attribute id=\"v\" title=\"votes\" type=\"integer\"/></attributes>\n"
                "<nodes><node id=\"a\">\n" +
                value + first + "\"/></attvalues></node>\n<node id=\"b\">" + value + second +
                "\"/></attvalues></node></nodes>"));
  };
  const io::GraphFile word = values("many", "7");
  CHECK(word.graph.node_attribute("votes")->text(0) == "many");
  CHECK(word.graph.node_attribute("votes")->text(1) == "7");
  CHECK(notes(word) ==
        "g.gexf:5:12: note[G157]: 'many' is not of the type declared for 'votes', which is now "
        "read as text\n");
  const io::GraphFile fraction = values("7", "2.5");
  CHECK(fraction.graph.node_attribute("votes")->number(1) == 2.5);
  CHECK(notes(fraction) ==
        "g.gexf:6:25: note[G157]: '2.5' is not of the type declared for 'votes', which is now "
        "read as a number\n");
}

TEST_CASE("an edge without an end is named by its place", "[io][read_gexf]") {
  CHECK(first_error(file_of("<edges>\n <edge source=\"a\"/></edges>"))
            .starts_with("g.gexf:4:2: error[G155]: an edge without target\n"));
  CHECK(first_error(file_of("<edges>\n <edge id=\"e\" source=\"\" target=\"a\"/></edges>"))
            .starts_with("g.gexf:4:2: error[G155]: an edge 'e' without source\n"));
  // Both are told.
  const auto file = io::read_gexf(file_of("<edges><edge/>\n<edge target=\"a\"/></edges>"), "g");
  REQUIRE_FALSE(file);
  REQUIRE(file.error().size() == 2);
  CHECK(file.error()[1].where.line == 4);
}

TEST_CASE("a GEXF file cannot ask for columns or texts without end", "[io][read_gexf]") {
  const std::string tells = "error[G152]: more than 4096 attributes";
  CHECK(first_error(file_of("<attributes>" + many("<attribute id=\"k#\"/>") + "</attributes>"))
            .starts_with("g.gexf:4100:1: " + tells));
  CHECK(first_error(file_of("<nodes><node id=\"a\"><attvalues>" +
                            many("<attvalue for=\"k#\" value=\"1\"/>") +
                            "</attvalues></node></nodes>"))
            .starts_with("g.gexf:4100:1: " + tells));
  const auto with_title = [](std::size_t mebibytes) {
    return first_error("<gexf><meta>\n<title>" + std::string(mebibytes << 20, 'x') +
                       "</title></meta><graph/></gexf>");
  };
  CHECK(with_title(16) == "none");
  CHECK(with_title(17).starts_with("g.gexf:2:"));
  CHECK(with_title(17).find("error[G160]: a text of more than 16 MiB\n") != std::string::npos);
}
