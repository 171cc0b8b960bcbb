// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_data_set.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "engine/base/digest.hpp"
#include "tests/support/gzip.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace entente;

namespace {

const std::string tiny = ENTENTE_SOURCE_DIR "/tests/data/tiny/";
const std::vector<std::string> files{"schema.json",     "nodes.csv",   "sources.csv",
                                     "claims.csv",      "same_as.csv", "eligibility.csv",
                                     "datapackage.json"};

std::string content(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(tiny + file, std::ios::binary).rdbuf();
  return text.str();
}

// A copy of the tiny data set in which a test spoils something.
struct Copy {
  test::TemporaryFolder folder;
  Copy() {
    for (const std::string& file : files) folder.write(file, content(file));
  }
  void replace(const std::string& file, const std::string& old, const std::string& by) const {
    std::string text = content(file);
    REQUIRE(text.find(old) != std::string::npos);
    folder.write(file, text.replace(text.find(old), old.size(), by));
  }
  // Errors and warnings without hints, and without the folder in the file names.
  std::vector<std::string> complaints() const {
    const auto data = io::read_data_set(folder.path());
    std::vector<std::string> texts;
    for (Diagnostic problem : data ? data->notes : data.error()) {
      problem.hint.clear();
      const std::string text = to_text(problem);
      texts.push_back(text.substr(text.starts_with(folder.path() + '/') ? folder.path().size() + 1
                                                                        : std::size_t{0}));
    }
    return texts;
  }
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a data set is read whole", "[io][read_data_set]") {
  const auto data = io::read_data_set(tiny);
  REQUIRE(data);
  CHECK(data->notes.empty());
  CHECK(data->title == "Rivers of three invented states");
  CHECK(data->licence == "CC0-1.0");
  const KnowledgeGraph& graph = data->graph;
  CHECK(graph.name() == "tiny");
  CHECK(graph.nodes().size() == 9);
  CHECK(graph.claims().size() == 14);
  CHECK(graph.relations().size() == 13);
  CHECK(graph.sources().size() == 3);
  CHECK(graph.eligibility().size() == 4);
  CHECK(graph.same_as().size() == 2);
  CHECK(to_text(graph.snapshot()) == "2020-01-31");

  const Node& mills = graph.node(*graph.find("company.verona-mills"));
  CHECK(graph.text(mills.label) == "Verona Mills, Inc.");
  CHECK(graph.text(mills.country) == "BEL");
  CHECK(graph.text(mills.note) == "merged");
  CHECK(to_text(mills.from) == "2010-05");
  const Claim& claim = graph.claims()[graph.claims_of(*graph.find("company.verona-mills"))[0]];
  CHECK(graph.text(claim.id) == "c09");
  CHECK(claim.line == 10);
  CHECK(graph.text(claim.locator) == "p. 5, \"signatories\"");
  CHECK(graph.text(graph.source(claim.source).id) == "src.gazette");
  CHECK(claim.from.blank());
  CHECK(to_text(claim.recorded) == "2019-02-01");

  REQUIRE(data->files.size() == 7);
  CHECK(data->files[0].name == "claims.csv");
  CHECK(data->files[0].sha256 == sha256(content("claims.csv")));
}

TEST_CASE("a compressed table says the same", "[io][read_data_set]") {
  const Copy copy;
  const std::string packed = test::gzip(content("claims.csv"));
  copy.folder.write("claims.csv.gz", packed);
  std::filesystem::remove(copy.folder.file("claims.csv"));
  const auto data = io::read_data_set(copy.folder.path());
  REQUIRE(data);
  CHECK(data->graph.digest() == io::read_data_set(tiny)->graph.digest());
  CHECK(data->files[0].name == "claims.csv.gz");
  CHECK(data->files[0].sha256 == sha256(packed));
}

TEST_CASE("the problems of all tables are reported at once, with line and column",
          "[io][read_data_set]") {
  const Copy copy;
  std::filesystem::remove(copy.folder.file("datapackage.json"));
  copy.replace("nodes.csv", "state.belmont,state", "state.belmont,stat");
  copy.replace("claims.csv", "2018-12,2019-06", "2018-12,2018-06");
  copy.replace("eligibility.csv", "partial", "some");
  copy.replace("same_as.csv", ",different,", ",other,");
  CHECK(copy.complaints() ==
        Texts{"nodes.csv:4:15: error[K103]: unknown kind 'stat'",
              "claims.csv:11:70: error[K211]: until 2018-06 is not after from 2018-12",
              "eligibility.csv:3:34: error[K408]: unknown coverage 'some'",
              "same_as.csv:3:37: error[K503]: 'other' is neither 'same' nor 'different'"});
}

TEST_CASE("a folder that is not there is no data set", "[io][read_data_set]") {
  const auto data = io::read_data_set(tiny + "none");
  REQUIRE_FALSE(data);
  CHECK(data.error()[0].code == "K607");
}

TEST_CASE("a missing table does not make the rows of others wrong", "[io][read_data_set]") {
  const Copy no_nodes;
  std::filesystem::remove(no_nodes.folder.file("nodes.csv"));
  CHECK(no_nodes.complaints() == Texts{"nodes.csv: error[F101]: no such file"});
  const Copy no_schema;
  std::filesystem::remove(no_schema.folder.file("schema.json"));
  no_schema.replace("claims.csv", "c02,", "c02,,");
  CHECK(no_schema.complaints()[0] == "schema.json: error[F101]: no such file");
  CHECK(no_schema.complaints()[1] ==
        "claims.csv:3:100: error[T103]: 15 fields, where the header has 14");
}

TEST_CASE("an edited table is told from the one that was described", "[io][read_data_set]") {
  const Copy copy;
  copy.replace("claims.csv", "title,asserted", "heading,asserted");
  const Texts complaints = copy.complaints();
  REQUIRE(complaints.size() == 1);
  CHECK(complaints[0].starts_with("datapackage.json:"));
  CHECK(complaints[0].find("warning[K608]: claims.csv is not the file that is described here") !=
        std::string::npos);
}

TEST_CASE("without eligibility silence means nothing", "[io][read_data_set]") {
  const Copy copy;
  std::filesystem::remove(copy.folder.file("eligibility.csv"));
  const Texts complaints = copy.complaints();
  REQUIRE(complaints.size() == 1);
  CHECK(complaints[0].find("warning[K609]") != std::string::npos);
}
