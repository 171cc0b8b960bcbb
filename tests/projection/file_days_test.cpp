// SPDX-License-Identifier: Apache-2.0
#include "engine/projection/file_days.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/base/date.hpp"
#include "engine/projection/file_view.hpp"

using namespace entente;

namespace {

using Texts = std::vector<std::string>;

PropertyGraph three_edges() {
  PropertyGraph graph;
  graph.node_ids = {"a", "b", "c"};
  graph.source = {0, 0, 1};
  graph.target = {1, 2, 2};
  return graph;
}

FileView convert(const PropertyGraph& graph, const FileViewOptions& options) {
  auto view = view_of(graph, options);
  if (!view) FAIL(to_text(view.error().front()));
  return *std::move(view);
}

DayRange days(const char* text) {
  const DateSpan span = parse_date(text).value();
  return {span.first.number, span.last.number};
}

}  // namespace

TEST_CASE("times of edges become days, what is no date an unknown one", "[projection][file_days]") {
  PropertyGraph graph = three_edges();
  graph.edge_attributes = {{.name = "time", .values = Texts{"2018-11-12", "", "soon"}}};
  const FileView file = convert(graph, {.days = true});
  CHECK(file.view.days(0) == days("2018-11-12"));
  CHECK(file.view.days(1) == DayRange{});
  CHECK(file.view.days(2) == DayRange{});
  REQUIRE(file.notes.size() == 1);
  CHECK(file.notes[0].code == "G612");
  CHECK_FALSE(convert(graph, {}).view.has_days());  // unless asked for
}

TEST_CASE("dates as exports have them begin with the first one", "[projection][file_days]") {
  PropertyGraph graph = three_edges();
  graph.edge_attributes = {
      {.name = "dates", .values = Texts{"2018 until 2020", "[..2019-09-16]", "2018-11"}}};
  const FileView file = convert(graph, {.days = true});
  CHECK(file.view.days(0) == days("2018"));
  CHECK(file.view.days(1) == days("[..2019-09-16]"));
  CHECK(file.notes.empty());
}

TEST_CASE("nodes live from their first to the day before their end", "[projection][file_days]") {
  PropertyGraph graph = three_edges();
  graph.node_attributes = {{.name = "from", .values = Texts{"2018", "", ""}},
                           {.name = "until", .values = Texts{"", "2020-01-01", ""}}};
  const View view = convert(graph, {.days = true}).view;
  CHECK(view.life(0).first == days("2018-01-01").first);
  CHECK(view.life(0).last == DayRange::unbounded_above);
  CHECK(view.life(1).last == days("2019-12-31").first);
  CHECK(view.life(2) == DayRange{});
}

TEST_CASE("properties of nodes are kept where they are asked for", "[projection][file_view]") {
  PropertyGraph graph = three_edges();
  graph.node_attributes = {{.name = "group", .values = Texts{"x", "y", "x"}},
                           {.name = "year", .values = std::vector<std::int64_t>{1, 2, 3}}};
  CHECK(convert(graph, {}).view.columns().size() == 1);
  const std::vector<std::string> names{"year", "group", "missing"};
  const View view = convert(graph, {.columns = names}).view;
  CHECK(view.columns().size() == 2);
  CHECK(view.column("year")->text(2) == "3");
}
