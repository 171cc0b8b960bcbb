// SPDX-License-Identifier: Apache-2.0
#include "engine/io/json.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/base/number_text.hpp"
#include "engine/base/utf8.hpp"

namespace entente::io {
namespace {

constexpr std::size_t depth_limit = 64;

// The text as RapidJSON reads it: it never runs past the end.
struct InputText {
  using Ch = char;
  std::string_view text;
  std::size_t next = 0;

  Ch Peek() const noexcept { return next < text.size() ? text[next] : '\0'; }
  Ch Take() noexcept { return next < text.size() ? text[next++] : '\0'; }
  std::size_t Tell() const noexcept { return next; }
  Ch* PutBegin() noexcept { return nullptr; }
  void Put(Ch) noexcept {}
  void Flush() noexcept {}
  std::size_t PutEnd(Ch*) noexcept { return 0; }
};

// Where the string (or key) that ends before `end` begins: at its first quote. A quote inside is
// escaped, so an odd number of backslashes stands before it.
std::size_t string_start(std::string_view text, std::size_t end) {
  for (std::size_t quote = end - 1; quote-- > 0;) {
    if (text[quote] != '"') continue;
    std::size_t first = quote;
    while (first > 0 && text[first - 1] == '\\') --first;
    if ((quote - first) % 2 == 0) return quote;
  }
  return 0;
}

std::size_t number_start(std::string_view text, std::size_t end) {
  while (end > 0 && std::string_view("0123456789+-.eE").find(text[end - 1]) != text.npos) --end;
  return end;
}

// Of a number that is not 0 and that no double holds: whether it is too near to 0, not too large.
// Its first digit tells, counted from the point and moved by the exponent.
bool below_every_double(std::string_view digits) {
  const std::size_t e = std::min(digits.find_first_of("eE"), digits.size());
  const std::size_t point = std::min(digits.find('.'), e);
  const double exponent = e < digits.size() ? parse_double(digits.substr(e + 1)).value_or(0) : 0;
  return double(point) - double(digits.find_first_of("123456789")) + exponent < 0;
}

// Receives RapidJSON's events and builds values; stops at a repeated key or too many levels.
class Builder {
 public:
  Builder(const InputText& input, const SourceText& source) : input_(input), source_(source) {}

  bool Null() { return add(nullptr, input_.next - 4); }
  bool Bool(bool value) { return add(value, input_.next - (value ? 4 : 5)); }
  // Numbers come as text, so these are not asked for.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }
  // RapidJSON has checked the grammar; its own reading takes a zero with an exponent, as 0e77, for
  // another number.
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    const std::string_view digits(text, size);
    const std::size_t offset = number_start(input_.text, input_.next);
    if (const auto whole = parse_integer(digits)) return add(*whole, offset);
    if (const auto real = parse_double(digits)) return add(*real, offset);
    if (below_every_double(digits)) return add(digits.front() == '-' ? -0.0 : 0.0, offset);
    too_big = true;
    problem_offset = offset;
    return false;
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return add(std::string(text, size), string_start(input_.text, input_.next));
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    auto& object = std::get<JsonValue::Object>(open_.back().content);
    object.push_back({{text, size}, string_start(input_.text, input_.next), JsonValue(nullptr, 0)});
    return true;
  }
  bool StartObject() { return open(JsonValue::Object{}); }
  bool StartArray() { return open(JsonValue::Array{}); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  bool EndObject(rapidjson::SizeType) {
    return check_keys(std::get<JsonValue::Object>(open_.back().content)) && close();
  }

  std::optional<JsonValue> root;
  bool too_big = false;       // a number beyond every double
  std::string problem, hint;  // why an event was refused
  std::size_t problem_offset = 0;

 private:
  struct Open {
    JsonValue::Content content;
    std::size_t offset;
  };

  bool add(JsonValue::Content content, std::size_t offset) {
    source_.check_stop();
    JsonValue value(std::move(content), offset);
    if (open_.empty()) {
      root = std::move(value);
    } else if (auto* array = std::get_if<JsonValue::Array>(&open_.back().content)) {
      array->push_back(std::move(value));
    } else {
      std::get<JsonValue::Object>(open_.back().content).back().value = std::move(value);
    }
    return true;
  }

  bool open(JsonValue::Content content) {
    const std::size_t offset = input_.next;  // the bracket is not taken yet
    if (open_.size() == depth_limit) {
      problem = "nested more than " + std::to_string(depth_limit) + " levels deep";
      hint = "no format that is read here nests so deeply";
      problem_offset = offset;
      return false;
    }
    open_.push_back({std::move(content), offset});
    return true;
  }

  bool close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    return add(std::move(done.content), done.offset);
  }

  bool check_keys(const JsonValue::Object& object) {
    sorted_.clear();
    for (const JsonMember& member : object) sorted_.push_back(&member);
    std::sort(sorted_.begin(), sorted_.end(), [](const JsonMember* a, const JsonMember* b) {
      return a->key != b->key ? a->key < b->key : a->key_offset < b->key_offset;
    });
    const auto twice =
        std::adjacent_find(sorted_.begin(), sorted_.end(),
                           [](const auto* a, const auto* b) { return a->key == b->key; });
    if (twice == sorted_.end()) return true;
    problem = "the key '" + (*twice)->key + "' stands twice in one object";
    hint = "remove one of the two; nothing says which one counts";
    problem_offset = twice[1]->key_offset;
    return false;
  }

  const InputText& input_;
  const SourceText& source_;
  std::vector<Open> open_;
  std::vector<const JsonMember*> sorted_;
};

std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
  if (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

JsonValue::JsonValue(Content content, std::uint64_t offset) noexcept
    : content_(std::move(content)), offset_(offset) {}

std::optional<double> JsonValue::number() const noexcept {
  if (const auto* whole = integer()) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&content_)) return *real;
  return std::nullopt;
}

const JsonValue* JsonValue::find(std::string_view key) const noexcept {
  const Object* members = object();
  if (members == nullptr) return nullptr;
  for (const JsonMember& member : *members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

std::string_view JsonValue::kind() const noexcept {
  static constexpr std::string_view kinds[] = {"null",   "true or false", "a number", "a number",
                                               "a text", "an array",      "an object"};
  return kinds[content_.index()];
}

Expected<JsonDocument> parse_json(std::string bytes, std::string file,
                                  const std::stop_token& stop) {
  SourceText source(std::move(file), std::move(bytes), stop);
  const std::string_view text = source.text();
  InputText input{.text = text};
  Builder builder(input, source);
  rapidjson::Reader reader;
  constexpr unsigned flags = rapidjson::kParseNumbersAsStringsFlag |
                             rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
  const auto outcome = reader.Parse<flags>(input, builder);
  if (!builder.problem.empty()) {
    return error("J102", builder.problem, builder.hint, source.position(builder.problem_offset));
  }
  if (outcome.IsError()) {
    const auto code = builder.too_big ? rapidjson::kParseErrorNumberTooBig : outcome.Code();
    std::string message = code == rapidjson::kParseErrorDocumentEmpty
                              ? "the file is empty where a JSON value is expected"
                              : "not JSON: " + lower_first(rapidjson::GetParseError_En(code));
    return error("J101", std::move(message), "expected JSON (RFC 8259) in UTF-8",
                 source.position(builder.too_big ? builder.problem_offset
                                                 : std::min(outcome.Offset(), text.size())));
  }
  if (input.next != text.size()) {  // RapidJSON takes a zero byte for the end
    return error("J101", "not JSON: a zero byte after the value",
                 "expected JSON (RFC 8259) in UTF-8", source.position(input.next));
  }
  return JsonDocument{std::move(*builder.root), std::move(source)};
}

namespace {

struct OutputText {
  using Ch = char;
  std::string& text;
  void Put(Ch c) { text.push_back(c); }
  void Flush() noexcept {}
};

}  // namespace

struct JsonWriter::Implementation {
  OutputText output;
  rapidjson::Writer<OutputText> writer{output};
  std::string scratch;

  // The text with each byte that is not UTF-8 replaced.
  std::string_view clean(std::string_view text) {
    if (find_invalid_utf8(text) == text.npos) return text;
    scratch.clear();
    for (std::size_t i = 0; i < text.size();) {
      const Utf8Character character = utf8_character(text, i);
      scratch += character.valid ? text.substr(i, character.size) : replacement_character;
      i += character.size;
    }
    return scratch;
  }
};

JsonWriter::JsonWriter(std::string& out)
    : writer_(new Implementation{.output = {out}, .scratch = {}}) {}
JsonWriter::~JsonWriter() = default;

JsonWriter& JsonWriter::begin_object() {
  writer_->writer.StartObject();
  return *this;
}
JsonWriter& JsonWriter::end_object() {
  writer_->writer.EndObject();
  return *this;
}
JsonWriter& JsonWriter::begin_array() {
  writer_->writer.StartArray();
  return *this;
}
JsonWriter& JsonWriter::end_array() {
  writer_->writer.EndArray();
  return *this;
}
JsonWriter& JsonWriter::key(std::string_view key) {
  const std::string_view clean = writer_->clean(key);
  writer_->writer.Key(clean.data(), static_cast<rapidjson::SizeType>(clean.size()));
  return *this;
}
JsonWriter& JsonWriter::null() {
  writer_->writer.Null();
  return *this;
}
JsonWriter& JsonWriter::boolean(bool value) {
  writer_->writer.Bool(value);
  return *this;
}
JsonWriter& JsonWriter::number(std::int64_t value) {
  writer_->writer.Int64(value);
  return *this;
}
JsonWriter& JsonWriter::number(std::uint64_t value) {
  writer_->writer.Uint64(value);
  return *this;
}
JsonWriter& JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  return digits(number_text(value));  // RapidJSON's own form is not always the shortest
}
JsonWriter& JsonWriter::real(double value) {
  if (!std::isfinite(value)) return null();
  std::string text = number_text(value);
  if (text.find_first_of(".e") == text.npos) text += ".0";
  return digits(text);
}
JsonWriter& JsonWriter::digits(const std::string& digits) {
  writer_->writer.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
  return *this;
}
JsonWriter& JsonWriter::text(std::string_view value) {
  const std::string_view clean = writer_->clean(value);
  writer_->writer.String(clean.data(), static_cast<rapidjson::SizeType>(clean.size()));
  return *this;
}

JsonWriter& JsonWriter::value(const JsonValue& value) {
  if (const bool* truth = value.boolean()) return boolean(*truth);
  if (const std::int64_t* whole = value.integer()) return number(*whole);
  if (const auto real = value.number()) return number(*real);
  if (const std::string* words = value.text()) return text(*words);
  if (const JsonValue::Array* items = value.array()) {
    begin_array();
    for (const JsonValue& item : *items) this->value(item);
    return end_array();
  }
  if (const JsonValue::Object* members = value.object()) {
    begin_object();
    for (const JsonMember& member : *members) key(member.key).value(member.value);
    return end_object();
  }
  return null();
}

}  // namespace entente::io
