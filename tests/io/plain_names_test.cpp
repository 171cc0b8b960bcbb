// SPDX-License-Identifier: Apache-2.0
#include "engine/io/plain_names.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

TEST_CASE("names become plain, unique and not taken", "[io][plain_names]") {
  std::vector<Attribute> attributes;
  for (const char* name : {"kind", "Kind", "no\xC3\xAB-1", "2nd", "label", ""})
    attributes.push_back({.name = name, .values = std::vector<std::string>{}});
  std::vector<const Attribute*> all;
  for (const Attribute& attribute : attributes) all.push_back(&attribute);
  io::ExportReport report;
  std::string names;
  for (const auto& [name, attribute] : io::plain_names(all, {"label"}, "node_", report))
    names += name + ' ';
  CHECK(names == "kind Kind_2 no__1 node_2nd node_label node_ ");
  CHECK(report.renamed_attributes.size() == 5);
}
