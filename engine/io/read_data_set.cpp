// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_data_set.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <utility>

#include "engine/base/digest.hpp"
#include "engine/io/bytes.hpp"
#include "engine/io/csv.hpp"
#include "engine/io/read_data_package.hpp"
#include "engine/io/read_schema.hpp"
#include "engine/io/source_text.hpp"
#include "engine/model/builder.hpp"

namespace entente::io {
namespace {

namespace fs = std::filesystem;

constexpr std::array<CsvColumn, 11> node_columns{{{"id"},
                                                  {"kind"},
                                                  {"label"},
                                                  {"country", false},
                                                  {"category", false},
                                                  {"aliases", false},
                                                  {"wikidata", false},
                                                  {"website", false},
                                                  {"from", false},
                                                  {"until", false},
                                                  {"note", false}}};
constexpr std::array<CsvColumn, 8> source_columns{{{"id"},
                                                   {"title"},
                                                   {"author", false},
                                                   {"publisher", false},
                                                   {"date", false},
                                                   {"url", false},
                                                   {"retrieved", false},
                                                   {"licence", false}}};
constexpr std::array<CsvColumn, 14> claim_columns{{{"id"},
                                                   {"subject"},
                                                   {"relation"},
                                                   {"object"},
                                                   {"value", false},
                                                   {"stance", false},
                                                   {"from", false},
                                                   {"until", false},
                                                   {"recorded"},
                                                   {"source"},
                                                   {"locator", false},
                                                   {"status"},
                                                   {"replaces", false},
                                                   {"note", false}}};
constexpr std::array<CsvColumn, 7> eligibility_columns{{{"object"},
                                                        {"actor_kind"},
                                                        {"actor", false},
                                                        {"from", false},
                                                        {"until", false},
                                                        {"coverage"},
                                                        {"why", false}}};
constexpr std::array<CsvColumn, 5> same_as_columns{
    {{"name"}, {"list"}, {"node"}, {"decided"}, {"why", false}}};

// Of a row that means something, in bytes: lest a file of empty lines takes all memory.
constexpr std::size_t smallest_row = 32;

class PlaceInTable final : public RowPlace {
 public:
  PlaceInTable(const CsvRow& row, std::span<const CsvColumn> columns)
      : row_(row), columns_(columns) {}
  Position at(std::string_view name) const override {
    const auto found = std::find_if(columns_.begin(), columns_.end(),
                                    [&](const CsvColumn& column) { return column.name == name; });
    return row_.at(static_cast<std::size_t>(found - columns_.begin()));
  }
  std::uint32_t line() const noexcept override { return row_.line(); }

 private:
  const CsvRow& row_;
  std::span<const CsvColumn> columns_;
};

// Of a compressed file as it lies there, which is what sha256sum says of it.
std::string sha256_of_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::array<char, 1 << 16> piece;
  Digest digest;
  while (in.read(piece.data(), piece.size()), in.gcount() > 0) {
    digest.add({piece.data(), static_cast<std::size_t>(in.gcount())});
  }
  return digest.hex();
}

class Reader {
 public:
  Reader(fs::path folder, std::stop_token stop)
      : folder_(std::move(folder)), stop_(std::move(stop)) {}

  Expected<DataSet> read() {
    std::error_code failed;
    if (!fs::is_directory(folder_, failed)) {
      return error("K607", "no such folder",
                   "a data set is a folder with nodes.csv, claims.csv, sources.csv and schema.json",
                   {folder_.string()});
    }
    DataSet data;
    data.folder = folder_.string();
    auto schema = read_schema_file();
    complete_ = schema.has_value();
    KnowledgeGraphBuilder builder(name(), std::move(schema).value_or(Schema()));
    read_tables(builder);
    const auto package = read_package_file();
    if (package) {
      data.title = package->title;
      data.licence = package->licence;
      data.reference_day = package->reference_day;
      compare(*package);
    }
    auto graph = std::move(builder).build();
    if (!graph) append(graph.error());
    if (has_errors(problems_)) return problems_;
    data.graph = *std::move(graph);
    data.notes = std::move(problems_);
    data.files = std::move(files_);
    std::sort(data.files.begin(), data.files.end(),
              [](const InputFile& a, const InputFile& b) { return a.name < b.name; });
    return data;
  }

 private:
  std::string name() const {
    const fs::path full = fs::absolute(folder_).lexically_normal();
    return (full.has_filename() ? full : full.parent_path()).filename().string();
  }

  void append(const Diagnostics& problems) {
    problems_.insert(problems_.end(), problems.begin(), problems.end());
  }

  // The name of the file that is there, plain or compressed; "" if neither is.
  std::string present(const std::string& file) const {
    std::error_code failed;
    for (const std::string& candidate : {file, file + ".gz"}) {
      if (fs::exists(folder_ / candidate, failed)) return candidate;
    }
    return {};
  }

  std::optional<SourceText> open(const std::string& file, bool required) {
    std::string found = present(file);
    if (found.empty()) {
      if (!required) return std::nullopt;
      found = file;
    }
    const std::string path = (folder_ / found).string();
    auto bytes = read_bytes(path, stop_);
    if (!bytes) {
      append(bytes.error());
      return std::nullopt;
    }
    files_.push_back({found, found.ends_with(".gz") ? sha256_of_file(path) : sha256(*bytes)});
    return SourceText(path, *std::move(bytes), stop_);
  }

  std::optional<Schema> read_schema_file() {
    const auto source = open("schema.json", true);
    if (!source) return std::nullopt;
    auto schema = read_schema(std::string(source->text()), source->file());
    if (schema) return *std::move(schema);
    append(schema.error());
    return std::nullopt;
  }

  std::optional<DataPackage> read_package_file() {
    const auto source = open("datapackage.json", false);
    if (!source) return std::nullopt;
    auto package = read_data_package(std::string(source->text()), source->file());
    if (package) return *std::move(package);
    append(package.error());
    return std::nullopt;
  }

  void compare(const DataPackage& package) {
    for (const PackagedFile& described : package.files) {
      const auto read = std::find_if(files_.begin(), files_.end(), [&](const InputFile& file) {
        return file.name == described.path;
      });
      if (read == files_.end() || described.sha256.empty() || read->sha256 == described.sha256) {
        continue;
      }
      problems_.push_back(warning("K608",
                                  fmt::format("{} is not the file that is described here: its "
                                              "SHA-256 is {}",
                                              described.path, read->sha256),
                                  "was it edited? Then bring its hash up to date",
                                  described.where));
    }
  }

  // False where the table as a whole cannot be read. `expect` is told how many rows there may be.
  template <std::size_t width, class Add>
  bool read_table(
      const std::string& file, bool required, const std::array<CsvColumn, width>& columns,
      const Add& add, const std::function<void(std::size_t)>& expect = [](std::size_t) {}) {
    const auto source = open(file, required);
    if (!source) return false;
    expect(std::min(source->lines(), source->text().size() / smallest_row));
    return read_rows(
        *source, columns,
        [&](const CsvRow& row) {
          if (complete_) add(row, PlaceInTable(row, columns));
        },
        problems_);
  }

  void read_tables(KnowledgeGraphBuilder& builder) {
    const bool nodes =
        read_table("nodes.csv", true, node_columns, [&](const CsvRow& r, const RowPlace& place) {
          builder.add_node({r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], r[9], r[10]},
                           place);
        });
    const bool sources = read_table(
        "sources.csv", true, source_columns, [&](const CsvRow& r, const RowPlace& place) {
          builder.add_source({r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7]}, place);
        });
    complete_ = complete_ && nodes && sources;
    read_table(
        "claims.csv", true, claim_columns,
        [&](const CsvRow& r, const RowPlace& place) {
          builder.add_claim({r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], r[9], r[10],
                             r[11], r[12], r[13]},
                            place);
        },
        [&](std::size_t rows) { builder.reserve_claims(rows); });
    read_table("eligibility.csv", false, eligibility_columns,
               [&](const CsvRow& r, const RowPlace& place) {
                 builder.add_eligibility({r[0], r[1], r[2], r[3], r[4], r[5], r[6]}, place);
               });
    read_table("same_as.csv", false, same_as_columns, [&](const CsvRow& r, const RowPlace& place) {
      builder.add_same_as({r[0], r[1], r[2], r[3], r[4]}, place);
    });
    if (present("eligibility.csv").empty()) {
      problems_.push_back(warning("K609", "no eligibility.csv: silence means nothing anywhere",
                                  "say whose absence from which list would have been seen",
                                  {folder_.string()}));
    }
  }

  fs::path folder_;
  std::stop_token stop_;
  Diagnostics problems_;
  std::vector<InputFile> files_;
  // Whether the tables that the next one refers to were read. If not, its form alone is checked,
  // lest each of its rows be reported for naming an unknown kind, node or source.
  bool complete_ = true;
};

}  // namespace

Expected<DataSet> read_data_set(const std::string& folder, const std::stop_token& stop) {
  return Reader(folder, stop).read();
}

}  // namespace entente::io
