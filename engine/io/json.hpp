// SPDX-License-Identifier: Apache-2.0
// JSON, read into values that know where they stand in their file, and written piece by piece.
//
// Reading is strict: UTF-8, no comments, no NaN, no key twice in one object, at most 64 levels
// deep. Numbers keep all their digits. This is the one place of the engine that knows the JSON
// library.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/io/source_text.hpp"

namespace entente::io {

struct JsonMember;

class JsonValue {
 public:
  using Array = std::vector<JsonValue>;
  using Object = std::vector<JsonMember>;
  using Content =
      std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object>;

  JsonValue(Content content, std::uint64_t offset) noexcept;

  bool is_null() const noexcept { return content_.index() == 0; }
  bool is_number() const noexcept { return content_.index() == 2 || content_.index() == 3; }
  const bool* boolean() const noexcept { return std::get_if<bool>(&content_); }
  // Numbers without a fraction or exponent that fit.
  const std::int64_t* integer() const noexcept { return std::get_if<std::int64_t>(&content_); }
  std::optional<double> number() const noexcept;  // any number, as the nearest double
  const std::string* text() const noexcept { return std::get_if<std::string>(&content_); }
  const Array* array() const noexcept { return std::get_if<Array>(&content_); }
  const Object* object() const noexcept { return std::get_if<Object>(&content_); }
  // The member of an object; null where this is no object or has no such member.
  const JsonValue* find(std::string_view key) const noexcept;

  // "an object", "a number", ...: for messages.
  std::string_view kind() const noexcept;
  std::uint64_t offset() const noexcept { return offset_; }  // of its first byte in the text

 private:
  Content content_;
  std::uint64_t offset_;
};

struct JsonMember {
  std::string key;
  std::uint64_t key_offset;
  JsonValue value;
};

struct JsonDocument {
  JsonValue root;
  SourceText source;

  Position at(const JsonValue& value) const { return source.position(value.offset()); }
};

// `file` is named in diagnostics. A byte order mark at the beginning is skipped. A requested stop
// throws Stopped.
Expected<JsonDocument> parse_json(std::string text, std::string file,
                                  const std::stop_token& stop = {});

// Writes one JSON value after another into a text; the caller sees to it that objects hold keys and
// that what is opened is closed. Doubles stand in their shortest form that reads back exactly, and
// NaN and the infinities as null (a note about them is the caller's); bytes that are not UTF-8 are
// replaced by U+FFFD.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out);  // appends; `out` outlives the writer
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view key);
  JsonWriter& null();
  JsonWriter& boolean(bool value);
  JsonWriter& number(std::int64_t value);
  JsonWriter& number(std::uint64_t value);
  JsonWriter& number(double value);
  // The same with a fraction or an exponent always, so that readers tell it from an integer.
  JsonWriter& real(double value);
  JsonWriter& text(std::string_view value);
  JsonWriter& value(const JsonValue& value);  // as it was read

 private:
  JsonWriter& digits(const std::string& digits);

  struct Implementation;
  std::unique_ptr<Implementation> writer_;
};

}  // namespace entente::io
