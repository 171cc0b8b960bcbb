// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_pajek.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/base/ascii_lower.hpp"
#include "engine/base/number_text.hpp"
#include "engine/io/graph_builder.hpp"
#include "engine/io/node_identity.hpp"
#include "engine/io/note_log.hpp"
#include "engine/io/signed_values.hpp"
#include "engine/io/text_words.hpp"

namespace entente::io {
namespace {

constexpr std::size_t error_limit = 20;
constexpr std::int64_t bare_nodes = 1'000'000;  // that a file may have beyond one for each byte

class Reader {
 public:
  explicit Reader(const SourceText& source) : source_(source) {
    builder_.file.file = source.file();
  }
  Expected<GraphFile> read() &&;

 private:
  enum class Section : std::uint8_t { none, vertices, pairs, lists, matrix, skipped };

  void line(std::string_view text);
  void header(std::string_view text, const std::vector<Word>& words);
  void begin_vertices(const std::vector<Word>& words);
  void begin_lines(Section section, bool directed, const std::vector<Word>& words);
  void vertex(const std::vector<Word>& words);
  void pair(const std::vector<Word>& words);
  void list(const std::vector<Word>& words);
  void matrix_row(const std::vector<Word>& words);
  void end_matrix();
  void add_edge(std::uint32_t source, std::uint32_t target, double value, std::string_view label);
  // The node of that number; nothing, and a problem, if it is none.
  std::optional<std::uint32_t> node(std::string_view number);
  std::int64_t matrix_height() const { return actors_ < 0 ? count_ : actors_; }
  Position here() const { return {builder_.file.file, line_, 0}; }
  void problem(const char* code, std::string message, std::string hint) {
    if (problems_.size() < error_limit)
      problems_.push_back(error(code, std::move(message), std::move(hint), here()));
  }
  void take_labels();
  void take_values();
  void settle_modes();

  const SourceText& source_;
  GraphBuilder builder_;
  NoteLog notes_;
  Diagnostics problems_;
  Section section_ = Section::none;
  std::uint32_t line_ = 0;
  std::int64_t count_ = -1, actors_ = -1, matrix_rows_ = 0;
  std::vector<std::string> labels_;  // by node, blank where there is none
  std::vector<double> values_;       // by edge
  bool directed_ = false, has_values_ = false;
  bool over_ = false, numbers_ = false;  // another network, or numbers of nodes, have begun
  std::size_t arcs_ = 0, edges_ = 0;
  std::string relation_;  // of the section
};

std::optional<std::uint32_t> Reader::node(std::string_view number) {
  const auto value = parse_integer(number);
  if (value && *value >= 1 && *value <= count_) return static_cast<std::uint32_t>(*value - 1);
  problem("G502", "'" + std::string(number) + "' is not the number of a node",
          "expected a number from 1 to " + std::to_string(std::max<std::int64_t>(count_, 0)));
  return std::nullopt;
}

void Reader::begin_vertices(const std::vector<Word>& words) {
  const auto count = words.size() > 1 ? parse_integer(words[1].text) : std::nullopt;
  const auto limit = bare_nodes + static_cast<std::int64_t>(source_.text().size());
  if (!count || *count < 0 || *count > limit) {
    problem("G501", "*Vertices does not say how many there are", "expected as in '*Vertices 12'");
    section_ = Section::skipped;
    return;
  }
  count_ = *count;
  if (words.size() > 2) {
    actors_ = parse_integer(words[2].text).value_or(-1);
    if (actors_ < 0 || actors_ > count_) {
      problem("G501", "'" + std::string(words[2].text) + "' is not a number of actors",
              "the second number of *Vertices says how many of them are of the first mode");
    }
  }
  for (std::int64_t i = 1; i <= count_; ++i) {
    source_.check_stop();
    builder_.declare_node(builder_.node(number_text(i)));
  }
  labels_.resize(static_cast<std::size_t>(count_));
  section_ = Section::vertices;
}

void Reader::begin_lines(Section section, bool directed, const std::vector<Word>& words) {
  section_ = count_ < 0 || over_ ? Section::skipped : section;
  if (count_ < 0) problem("G501", "lines stand before *Vertices", "expected *Vertices first");
  directed_ = directed;
  relation_.clear();
  // *Arcs :2 "name"
  if (words.size() > 1 && (words[0].text.ends_with(':') || words[1].text.starts_with(':')))
    relation_ = words[1].text.substr(words[1].text.starts_with(':') ? 1 : 0);
  if (const auto colon = words[0].text.find(':'); words.size() == 1 && colon != std::string::npos)
    relation_ = words[0].text.substr(colon + 1);
  if (words.back().quoted) relation_ = words.back().text;
}

void Reader::header(std::string_view text, const std::vector<Word>& words) {
  std::string name = ascii_lower(words[0].text);
  name = name.substr(0, name.find(':'));
  end_matrix();
  const bool of_numbers =
      std::exchange(numbers_, name == "*partition" || name == "*vector" || name == "*permutation");
  if (name == "*vertices" && of_numbers) {
    section_ = Section::skipped;
  } else if ((name == "*vertices" || name == "*network") && count_ >= 0) {
    if (!std::exchange(over_, true)) {
      notes_.add(warning("G511", "a second network in the file is left out",
                         "expected one network in a file", here()));
    }
    section_ = Section::skipped;
  } else if (name == "*vertices") {
    begin_vertices(words);
  } else if (name == "*arcs" || name == "*edges") {
    begin_lines(Section::pairs, name == "*arcs", words);
  } else if (name == "*arcslist" || name == "*edgeslist") {
    begin_lines(Section::lists, name == "*arcslist", words);
  } else if (name == "*matrix") {
    begin_lines(Section::matrix, actors_ < 0, words);
    matrix_rows_ = 0;
  } else if (name == "*network") {
    const auto begin = text.find_first_not_of(" \t", name.size());
    if (begin != text.npos) builder_.file.graph.title = text.substr(begin);
    section_ = Section::none;
  } else {
    notes_.add(
        note("G512", "the section '" + std::string(words[0].text) + "' is left out", "", here()));
    section_ = Section::skipped;
  }
}

void Reader::vertex(const std::vector<Word>& words) {
  const auto row = node(words[0].text);
  if (!row) return;
  if (words.size() > 1) labels_[*row] = words[1].text;
  AttributeTable& table = builder_.node_attributes;
  std::size_t next = 2;
  for (const char* name : {"x", "y", "z"}) {
    if (next >= words.size() || words[next].quoted || !parse_double(words[next].text)) break;
    table[table.column(name, AttributeType::real)].add(*row, words[next++].text);
  }
  if (next < words.size()) {
    notes_.add(note("G513",
                    "'" + std::string(words[next].text) + "' and what follows it about node " +
                        std::string(words[0].text) + " is left out",
                    "shapes, colours and times of Pajek have no place here", here()));
  }
}

void Reader::add_edge(std::uint32_t source, std::uint32_t target, double value,
                      std::string_view label) {
  ++(directed_ ? arcs_ : edges_);
  const std::uint32_t row = builder_.add_edge(source, target, line_);
  values_.push_back(value);
  const std::string_view relation = label.empty() ? relation_ : label;
  AttributeTable& table = builder_.edge_attributes;
  if (!relation.empty()) table[table.column("relation", AttributeType::text)].add(row, relation);
}

void Reader::pair(const std::vector<Word>& words) {
  if (words.size() < 2) {
    problem("G503", "a line has one end", "expected two numbers of nodes and perhaps a value");
    return;
  }
  const auto source = node(words[0].text), target = node(words[1].text);
  if (!source || !target) return;
  double value = 1;
  std::size_t next = 2;
  if (next < words.size() && !words[next].quoted) {
    const auto number = parse_double(words[next].text);
    const bool finite = number && std::isfinite(*number);
    const bool is_name = std::isalpha(static_cast<unsigned char>(words[next].text.front())) != 0;
    if (finite) {
      value = *number;
      has_values_ = true;
      ++next;
    } else if (number || !is_name || next + 1 == words.size()) {  // nor a name with its value
      problem("G505", "'" + std::string(words[next].text) + "' is not a number",
              "expected the value of the line");
      return;
    }
  }
  std::string_view label;
  for (; next < words.size(); ++next) {
    if (words[next].text == "l" && !words[next].quoted && next + 1 < words.size()) {
      label = words[++next].text;
      continue;
    }
    notes_.add(note("G514",
                    "'" + std::string(words[next].text) + "' about the line " +
                        std::string(words[0].text) + " - " + std::string(words[1].text) +
                        " is left out",
                    "", here()));
    if (!words[next].quoted && next + 1 < words.size()) ++next;  // and its value
  }
  add_edge(*source, *target, value, label);
}

void Reader::list(const std::vector<Word>& words) {
  const auto source = node(words[0].text);
  for (std::size_t i = 1; source && i < words.size(); ++i) {
    // Pajek writes -5 for a line of value -1 to 5.
    const bool negative = words[i].text.starts_with('-');
    const auto target = node(words[i].text.substr(negative ? 1 : 0));
    if (!target) return;
    has_values_ = has_values_ || negative;
    add_edge(*source, *target, negative ? -1 : 1, {});
  }
}

void Reader::matrix_row(const std::vector<Word>& words) {
  const std::int64_t columns = actors_ < 0 ? count_ : count_ - actors_;
  const std::int64_t rows = matrix_height();
  if (matrix_rows_ == rows || words.size() != static_cast<std::size_t>(columns)) {
    problem("G504",
            "row " + std::to_string(matrix_rows_ + 1) + " of the matrix has " +
                std::to_string(words.size()) + " values",
            "expected " + std::to_string(rows) + " rows of " + std::to_string(columns));
    return;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto value = parse_double(words[i].text);
    if (!value || !std::isfinite(*value)) {
      problem("G505", "'" + std::string(words[i].text) + "' is not a number",
              "expected the value of a cell");
      return;
    }
    if (*value == 0) continue;
    has_values_ = has_values_ || *value != 1;
    const auto offset = actors_ < 0 ? std::int64_t{0} : actors_;
    add_edge(static_cast<std::uint32_t>(matrix_rows_),
             static_cast<std::uint32_t>(static_cast<std::int64_t>(i) + offset), *value, {});
  }
  ++matrix_rows_;
}

void Reader::end_matrix() {
  if (section_ != Section::matrix || !problems_.empty() || matrix_rows_ == matrix_height()) return;
  problem("G504", "the matrix ends after row " + std::to_string(matrix_rows_),
          "expected " + std::to_string(matrix_height()) + " rows");
}

void Reader::line(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos || text[first] == '%') return;
  text = text.substr(first);
  std::vector<Word> words;
  append_words(text, line_, {}, words);
  if (text[0] == '*') return header(text, words);
  if (section_ == Section::skipped) return;
  if (auto open = unclosed_quote(words, builder_.file.file, "G507"))
    return problems_.push_back(*std::move(open));
  switch (section_) {
    case Section::vertices:
      return vertex(words);
    case Section::pairs:
      return pair(words);
    case Section::lists:
      return list(words);
    case Section::matrix:
      return matrix_row(words);
    case Section::skipped:
      return;
    case Section::none:
      problem("G501", "a line stands before *Vertices",
              "expected a Pajek network: *Vertices first");
      section_ = Section::skipped;
  }
}

// Labels that differ are the ids; others stay beside the numbers.
void Reader::take_labels() {
  if (take_node_ids(builder_.file.graph, labels_)) return;
  AttributeTable& table = builder_.node_attributes;
  for (std::uint32_t v = 0; v < labels_.size(); ++v) {
    if (!labels_[v].empty()) table[table.column("label", AttributeType::text)].add(v, labels_[v]);
  }
  if (std::any_of(labels_.begin(), labels_.end(), [](const auto& l) { return !l.empty(); })) {
    notes_.add(note("G515", "some nodes share a label or have none; their numbers are the ids", "",
                    {builder_.file.file, 0, 0}));
  }
}

// Pajek holds a signed network in the signs of its values.
void Reader::take_values() {
  if (has_values_ && add_signed_values(builder_.edge_attributes, values_, true)) {
    notes_.add(note("G516", "some values are 0 or negative: they are read as signs",
                    "a value of 0 is an abstention", {builder_.file.file, 0, 0}));
  }
}

void Reader::settle_modes() {
  PropertyGraph& graph = builder_.file.graph;
  graph.directed = arcs_ > 0;
  if (arcs_ > 0 && edges_ > 0) {
    notes_.add(warning("G517",
                       std::to_string(edges_) + " edges without a direction are taken like the " +
                           std::to_string(arcs_) + " arcs",
                       "a graph has one direction; write an edge as two arcs",
                       {builder_.file.file, 0, 0}));
  }
  if (actors_ < 0) return;
  AttributeTable& table = builder_.node_attributes;
  const std::size_t mode = table.column("mode", AttributeType::text);
  for (std::int64_t v = 0; v < count_; ++v)
    table[mode].add(static_cast<std::uint32_t>(v), v < actors_ ? "actor" : "item");
}

Expected<GraphFile> Reader::read() && {
  if (auto invalid = not_text(source_, "G506")) return *std::move(invalid);
  for_each_line(source_, [this](std::string_view text, std::uint32_t number) {
    line_ = number;
    line(text);
    return problems_.size() < error_limit;
  });
  end_matrix();
  if (problems_.empty() && count_ < 0)
    problem("G501", "the file has no *Vertices", "expected a Pajek network");
  if (!problems_.empty()) return std::move(problems_);
  take_labels();
  take_values();
  settle_modes();
  GraphFile file = std::move(builder_).finish();
  file.notes = notes_.take();
  return file;
}

}  // namespace

Expected<GraphFile> read_pajek(const SourceText& source) { return Reader(source).read(); }

}  // namespace entente::io
