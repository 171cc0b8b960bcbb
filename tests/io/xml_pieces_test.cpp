// SPDX-License-Identifier: Apache-2.0
// GraphML and GEXF are read while they come: where a piece ends must not matter.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>

#include "engine/io/read_gexf.hpp"
#include "engine/io/read_graphml.hpp"
#include "engine/io/write_graphml.hpp"

using namespace entente;

namespace {

const std::string graphml =
    "<?xml version='1.0' encoding='UTF-8'?>\r\n"
    "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'>\r\n"
    "<key id='k' for='node' attr.name='kind' attr.type='string'><default>state</default></key>\r\n"
    "<graph edgedefault='directed'><node id='a'><data key='k'>T\xC3\xBCrkiye &amp; x</data></node>"
    "<node id='b'/><hyperedge/>\r\n<edge source='a' target='b'><data key='z'>]]&gt;</data></edge>"
    "<edge source='b' target='c'/></graph></graphml>\r\n";

const std::string gexf =
    "<gexf xmlns='http://gexf.net/1.3' version='1.3'><meta><title>T\xC3\xBCr &lt; "
    "x</title></meta>\n"
    "<graph defaultedgetype='directed'><attributes class='node'>\n"
    "<attribute id='k' title='kind' type='string'><default>state</default></attribute></attributes>"
    "<nodes><node id='a'><attvalues><attvalue for='k' value='a&#10;b'/></attvalues></node>\n"
    "<node id='b'/></nodes><edges><edge source='a' target='b' weight='2'/>\n"
    "<edge source='a' target='c'/></edges></graph></gexf>\n";

io::TextPieces split(const std::string& text, std::size_t size) {
  return [&text, size, at = std::size_t{0}]() mutable -> Expected<std::string_view> {
    const std::string_view piece = std::string_view(text).substr(at, size);
    at += piece.size();
    return piece;
  };
}

// All that a file holds, or what is wrong with it.
std::string told(const Expected<io::GraphFile>& file) {
  std::string result;
  for (const Diagnostic& d : file ? file->notes : file.error()) result += to_text(d) + '\n';
  if (!file) return result;
  const auto report =
      io::write_graphml(file->graph, [&](std::string_view piece) { result += piece; });
  REQUIRE(report);
  for (const std::uint32_t line : file->edge_lines) result += std::to_string(line) + ' ';
  return result;
}

}  // namespace

TEST_CASE("a document is the same in pieces of any size", "[io][xml]") {
  const std::string whole_graphml = told(io::read_graphml(graphml, "g"));
  const std::string whole_gexf = told(io::read_gexf(gexf, "g"));
  CHECK(whole_graphml.find("rkiye &amp; x") != std::string::npos);
  CHECK(whole_gexf.find("title") != std::string::npos);
  for (const std::size_t size : {1U, 2U, 3U, 5U, 7U, 64U, 500U}) {
    CHECK(told(io::read_graphml(split(graphml, size), "g")) == whole_graphml);
    CHECK(told(io::read_gexf(split(gexf, size), "g")) == whole_gexf);
  }
}

TEST_CASE("a document cut off anywhere is refused in the same words in pieces", "[io][xml]") {
  for (std::size_t end = 0; end < gexf.size() - 1; ++end) {
    const std::string cut = gexf.substr(0, end);
    const std::string whole = told(io::read_gexf(cut, "g"));
    CHECK(whole.find("error") != std::string::npos);
    CHECK(told(io::read_gexf(split(cut, 3), "g")) == whole);
  }
}

TEST_CASE("what ends the pieces early is what the reader says", "[io][xml]") {
  const io::TextPieces broken = [first = true]() mutable -> Expected<std::string_view> {
    if (std::exchange(first, false)) return std::string_view("<graphml><graph>");
    return error("F105", "the compressed file is cut off");
  };
  const auto file = io::read_graphml(broken, "g");
  REQUIRE_FALSE(file);
  CHECK(file.error().size() == 1);
  CHECK(file.error()[0].code == "F105");
}

TEST_CASE("a tag without end is refused before it fills the memory", "[io][xml]") {
  const std::string endless = "<graphml><graph><node id='" + std::string(18 << 20, 'a');
  CHECK(told(io::read_graphml(endless, "g")).starts_with("g:1:17: error[X105]"));
}
