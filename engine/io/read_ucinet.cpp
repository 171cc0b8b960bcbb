// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_ucinet.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/ascii_lower.hpp"
#include "engine/base/number_text.hpp"
#include "engine/io/graph_builder.hpp"
#include "engine/io/note_log.hpp"
#include "engine/io/signed_values.hpp"
#include "engine/io/text_words.hpp"

namespace entente::io {
namespace {

constexpr std::size_t error_limit = 20;
constexpr std::int64_t bare_nodes = 1'000'000;  // that a file may have beyond one for each byte

// What is written as in `n=4` is three words.
constexpr WordRules rules{.separators = " \t,", .alone = "="};

class Reader {
 public:
  explicit Reader(const SourceText& source) : source_(source) {
    builder_.file.file = source.file();
  }
  Expected<GraphFile> read() &&;

 private:
  void header();
  void labels(std::vector<std::string>& into, std::int64_t count, std::size_t& at);
  void data();
  void matrix();
  void lines();
  void line(const std::vector<Word>& words);
  // The node that a word of the data means, among those of its mode.
  std::optional<std::uint32_t> node(const Word& word, bool of_columns);
  void make_nodes();
  void add_edge(std::uint32_t source, std::uint32_t target, double value, std::uint32_t line);
  void take_values();
  void problem(const char* code, std::string message, std::string hint, std::uint32_t line) {
    if (problems_.size() < error_limit)
      problems_.push_back(
          error(code, std::move(message), std::move(hint), {builder_.file.file, line, 0}));
  }
  bool two_modes() const { return columns_ >= 0; }

  const SourceText& source_;
  GraphBuilder builder_;
  NoteLog notes_;
  Diagnostics problems_;
  std::vector<Word> words_;  // of the header and of the data
  std::size_t data_begin_ = 0;
  std::int64_t rows_ = -1, columns_ = -1;
  std::string format_ = "fullmatrix";
  bool embedded_ = false, diagonal_ = true;
  std::vector<std::string> row_labels_, column_labels_;
  std::vector<double> values_;  // by edge
};

void Reader::labels(std::vector<std::string>& into, std::int64_t count, std::size_t& at) {
  const std::string word = at < words_.size() ? ascii_lower(words_[at].text) : "";
  if (word == "embedded" || word == "embedded:") {
    embedded_ = true;
    ++at;
    return;
  }
  for (std::int64_t i = 0; i < count && at < words_.size(); ++i)
    into.emplace_back(words_[at++].text);
  if (static_cast<std::int64_t>(into.size()) < count)
    problem("G543", "fewer labels than nodes", "expected " + std::to_string(count),
            words_.back().line);
}

// dl n=4 format=edgelist1 labels: ... data:
void Reader::header() {
  if (words_.empty() || ascii_lower(words_[0].text) != "dl") {
    problem("G541", "the file does not begin with 'dl'", "expected as in 'dl n=4 format=edgelist1'",
            1);
    return;
  }
  if (auto open = unclosed_quote(words_, builder_.file.file, "G552")) {
    problems_.push_back(*std::move(open));
    return;
  }
  std::size_t at = 1;
  const auto value = [&]() -> std::string {
    if (at < words_.size() && words_[at].text == "=") ++at;
    return std::string(at < words_.size() ? words_[at++].text : std::string_view());
  };
  while (at < words_.size() && problems_.empty()) {
    const Word word = words_[at++];
    std::string key = ascii_lower(word.text);
    if (key == "data:" || key == "data") {
      data_begin_ = at;
      if (rows_ < 0)
        problem("G541", "the number of nodes is not said", "expected n=4 or nr=4, nc=3", word.line);
      if (static_cast<std::int64_t>(row_labels_.size()) > std::max<std::int64_t>(rows_, 0) ||
          static_cast<std::int64_t>(column_labels_.size()) > std::max<std::int64_t>(columns_, 0))
        problem("G543", "more labels than nodes", "give each number of nodes and each label once",
                word.line);
      return;
    }
    if (key == "row" || key == "column" || key == "col") {
      if (at < words_.size()) key += ' ' + ascii_lower(words_[at++].text);
    }
    if (key == "n" || key == "nr" || key == "nc" || key == "nm") {
      const std::string text = value();
      const auto count = parse_integer(text);
      const auto limit = bare_nodes + static_cast<std::int64_t>(source_.text().size());
      if (!count || *count < 0 || *count > limit) {
        problem("G542", "'" + text + "' is not a number of nodes", "expected as in n=4", word.line);
      } else if (key == "nc") {
        columns_ = *count;
      } else if (key != "nm") {
        rows_ = *count;
      } else if (*count > 1) {
        notes_.add(warning("G545", "of " + text + " matrices the first one is read",
                           "write each into a file of its own",
                           {builder_.file.file, word.line, 0}));
      }
    } else if (key == "format") {
      format_ = ascii_lower(value());
    } else if (key == "diagonal") {
      diagonal_ = ascii_lower(value()) != "absent";
    } else if (key == "labels:" || key == "labels" || key == "row labels:" || key == "row labels") {
      labels(row_labels_, rows_, at);
    } else if (key == "column labels:" || key == "col labels:" || key == "column labels" ||
               key == "col labels") {
      labels(column_labels_, columns_, at);
    } else {
      notes_.add(note("G546", "'" + std::string(word.text) + "' is left out", "",
                      {builder_.file.file, word.line, 0}));
      if (at < words_.size() && words_[at].text == "=") value();
    }
  }
  if (problems_.empty())
    problem("G541", "the file has no data", "expected 'data:' after the header",
            words_.back().line);
}

// Nodes are made by their labels; rows and columns of one name are two nodes of two modes.
void Reader::make_nodes() {
  const auto add = [&](std::vector<std::string>& labels, std::int64_t count, const char* prefix) {
    for (std::int64_t i = 0; i < count; ++i) {
      const auto k = static_cast<std::size_t>(i);
      if (labels.size() <= k) labels.push_back(prefix + number_text(i + 1));
      while (!builder_.declare_node(builder_.node(labels[k]))) labels[k] += '_';
    }
  };
  add(row_labels_, rows_, two_modes() ? "r" : "");
  if (two_modes()) add(column_labels_, columns_, "c");
}

void Reader::add_edge(std::uint32_t source, std::uint32_t target, double value,
                      std::uint32_t line) {
  builder_.add_edge(source, target, line);
  values_.push_back(value);
}

void Reader::matrix() {
  std::size_t at = data_begin_;
  const std::int64_t columns = two_modes() ? columns_ : rows_;
  if (embedded_) {  // the first line names the columns, each row begins with its name
    auto& labels = two_modes() ? column_labels_ : row_labels_;
    for (std::int64_t c = 0; c < columns && at < words_.size(); ++c)
      labels.emplace_back(words_[at++].text);
  }
  struct Cell {
    std::int64_t row, column;
    double value;
    std::uint32_t line;
  };
  std::vector<Cell> cells;
  for (std::int64_t r = 0; r < rows_; ++r) {
    source_.check_stop();
    if (embedded_ && at < words_.size()) {
      if (two_modes()) row_labels_.emplace_back(words_[at].text);
      ++at;
    }
    for (std::int64_t c = 0; c < columns; ++c) {
      if (!diagonal_ && !two_modes() && r == c) continue;
      if (at >= words_.size()) {
        problem("G544", "the matrix ends in row " + std::to_string(r + 1),
                "expected " + std::to_string(rows_) + " rows of " + std::to_string(columns),
                words_.back().line);
        return;
      }
      const Word& word = words_[at++];
      const auto value = parse_double(word.text);
      if (!value || !std::isfinite(*value)) {
        problem("G544", "'" + std::string(word.text) + "' is not a number",
                "expected the value of a cell", word.line);
        return;
      }
      if (*value != 0) cells.push_back({r, c, *value, word.line});
    }
  }
  make_nodes();
  const auto first = static_cast<std::uint32_t>(two_modes() ? rows_ : 0);
  for (const Cell& cell : cells)
    add_edge(static_cast<std::uint32_t>(cell.row), static_cast<std::uint32_t>(cell.column) + first,
             cell.value, cell.line);
}

std::optional<std::uint32_t> Reader::node(const Word& word, bool of_columns) {
  const bool second = of_columns && two_modes();
  auto& labels = second ? column_labels_ : row_labels_;
  const std::int64_t count = second ? columns_ : rows_;
  std::size_t place = labels.size();
  if (!embedded_) {
    const auto number = parse_integer(word.text);
    if (number && *number >= 1 && *number <= count) {
      place = static_cast<std::size_t>(*number - 1);
    } else {
      problem("G547", "'" + std::string(word.text) + "' is not the number of a node",
              "expected a number from 1 to " + std::to_string(count), word.line);
      return std::nullopt;
    }
  } else {
    const auto found = std::find(labels.begin(), labels.end(), word.text);
    place = static_cast<std::size_t>(found - labels.begin());
    if (found == labels.end()) {
      if (static_cast<std::int64_t>(labels.size()) == count) {
        problem("G547", "'" + std::string(word.text) + "' is one node more than there are",
                "the header says " + std::to_string(count), word.line);
        return std::nullopt;
      }
      labels.emplace_back(word.text);
    }
  }
  return static_cast<std::uint32_t>(place + static_cast<std::size_t>(second ? rows_ : 0));
}

void Reader::line(const std::vector<Word>& words) {
  const bool edges = format_.starts_with("edgelist");
  const auto source = node(words[0], false);
  if (!source) return;
  if (edges && words.size() < 2) {
    problem("G548", "a line has one end", "expected two nodes and perhaps a value", words[0].line);
    return;
  }
  if (edges) {
    const auto target = node(words[1], true);
    const auto value = words.size() > 2 ? parse_double(words[2].text) : std::optional(1.0);
    if (!value || !std::isfinite(*value)) {
      problem("G544", "'" + std::string(words[2].text) + "' is not a number",
              "expected the value of the edge", words[2].line);
    } else if (target) {
      add_edge(*source, *target, *value, words[0].line);
    }
    return;
  }
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto target = node(words[i], true);
    if (target) add_edge(*source, *target, 1, words[i].line);
  }
}

void Reader::lines() {
  std::vector<Word> row;
  for (std::size_t at = data_begin_; at < words_.size() && problems_.size() < error_limit; ++at) {
    if (!row.empty() && row.back().line != words_[at].line) {
      source_.check_stop();
      line(row);
      row.clear();
    }
    row.push_back(words_[at]);
  }
  if (!row.empty()) line(row);
  if (problems_.empty()) make_nodes();
}

void Reader::data() {
  const bool known = format_ == "fullmatrix" || format_ == "edgelist1" || format_ == "edgelist2" ||
                     format_ == "nodelist1" || format_ == "nodelist2";
  if (!known) {
    problem("G549", "the format '" + format_ + "' is not read",
            "known are fullmatrix, edgelist1, edgelist2, nodelist1 and nodelist2", 1);
  } else if (format_ == "fullmatrix") {
    matrix();
  } else {
    lines();
  }
}

// Weights where they say something, and the sign of negative ones.
void Reader::take_values() {
  const bool weighted =
      std::any_of(values_.begin(), values_.end(), [](double v) { return std::abs(v) != 1; });
  if (add_signed_values(builder_.edge_attributes, values_, weighted)) {
    notes_.add(note("G550", "some values are 0 or negative: they are read as signs",
                    "a value of 0 is an abstention", {builder_.file.file, 0, 0}));
  }
}

Expected<GraphFile> Reader::read() && {
  if (auto invalid = not_text(source_, "G551")) return *std::move(invalid);
  for_each_line(source_, [this](std::string_view text, std::uint32_t number) {
    append_words(text, number, rules, words_);
    return true;
  });
  header();
  if (problems_.empty()) data();
  if (!problems_.empty()) return std::move(problems_);
  take_values();
  builder_.file.graph.directed = !two_modes();
  if (two_modes()) {
    AttributeTable& table = builder_.node_attributes;
    const std::size_t mode = table.column("mode", AttributeType::text);
    for (std::int64_t v = 0; v < rows_ + columns_; ++v)
      table[mode].add(static_cast<std::uint32_t>(v), v < rows_ ? "actor" : "item");
  }
  GraphFile file = std::move(builder_).finish();
  file.notes = notes_.take();
  return file;
}

}  // namespace

Expected<GraphFile> read_ucinet(const SourceText& source) { return Reader(source).read(); }

}  // namespace entente::io
