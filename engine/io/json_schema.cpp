// SPDX-License-Identifier: Apache-2.0
#include "engine/io/json_schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "engine/base/number_text.hpp"
#include "engine/base/suggest.hpp"

namespace entente::io {
namespace {

using Words = std::vector<std::string>;

bool equal(const JsonValue& a, const JsonValue& b) {
  if (a.text() != nullptr && b.text() != nullptr) return *a.text() == *b.text();
  if (a.boolean() != nullptr && b.boolean() != nullptr) return *a.boolean() == *b.boolean();
  if (a.is_number() && b.is_number()) return a.number() == b.number();
  return a.is_null() && b.is_null();
}

bool is_of_type(const JsonValue& value, std::string_view type) {
  if (type == "object") return value.object() != nullptr;
  if (type == "array") return value.array() != nullptr;
  if (type == "string") return value.text() != nullptr;
  if (type == "boolean") return value.boolean() != nullptr;
  if (type == "integer") return value.integer() != nullptr;
  if (type == "number") return value.is_number();
  return type == "null" && value.is_null();
}

std::string shown(const JsonValue& value) {
  if (value.text() != nullptr) return "'" + *value.text() + "'";
  if (value.is_null()) return "null";
  return std::string(value.kind());
}

// The words of a schema's member that is a word or a list of words.
Words words_of(const JsonValue* value) {
  Words words;
  if (value == nullptr) return words;
  if (value->text() != nullptr) words.push_back(*value->text());
  if (value->array() != nullptr) {
    for (const JsonValue& entry : *value->array()) {
      words.push_back(entry.text() != nullptr ? *entry.text() : shown(entry));
    }
  }
  return words;
}

class Checker {
 public:
  Checker(const JsonDocument& document, const JsonValue& schema)
      : document_(document), root_(schema) {}

  Diagnostics check() {
    check(document_.root, root_, "the file");
    return std::move(problems_);
  }

 private:
  void complain(const char* code, std::string message, std::string hint, std::uint64_t offset) {
    problems_.push_back(
        error(code, std::move(message), std::move(hint), document_.source.position(offset)));
  }

  static std::string description(const JsonValue& schema) {
    const JsonValue* const text = schema.find("description");
    return text == nullptr || text->text() == nullptr ? std::string() : *text->text();
  }

  const JsonValue& resolved(const JsonValue& schema) const {
    const JsonValue* const reference = schema.find("$ref");
    if (reference == nullptr || reference->text() == nullptr) return schema;
    constexpr std::string_view prefix = "#/$defs/";
    const JsonValue* const definitions = root_.find("$defs");
    if (definitions == nullptr || !reference->text()->starts_with(prefix)) return schema;
    const JsonValue* const found = definitions->find(reference->text()->substr(prefix.size()));
    return found == nullptr ? schema : *found;
  }

  void check(const JsonValue& value, const JsonValue& given, const std::string& what) {
    const JsonValue& schema = resolved(given);
    const Words types = words_of(schema.find("type"));
    if (!types.empty() && std::none_of(types.begin(), types.end(), [&](const std::string& type) {
          return is_of_type(value, type);
        })) {
      complain("J201",
               fmt::format("{} is {}, expected {}", what, value.kind(),
                           fmt::format("{}", fmt::join(types, " or "))),
               description(schema), value.offset());
      return;
    }
    check_choice(value, schema, what);
    if (value.object() != nullptr) check_object(value, schema, what);
    if (value.array() != nullptr) check_array(value, schema, what);
    if (value.text() != nullptr) check_text(*value.text(), schema, what, value.offset());
    if (value.is_number()) check_number(value, schema, what);
  }

  void check_choice(const JsonValue& value, const JsonValue& schema, const std::string& what) {
    const JsonValue* const choices = schema.find("enum");
    if (choices == nullptr || choices->array() == nullptr) return;
    const auto& all = *choices->array();
    if (std::any_of(all.begin(), all.end(), [&](const JsonValue& c) { return equal(c, value); }))
      return;
    const Words words = words_of(choices);
    complain(
        "J204",
        fmt::format("{} is {}, expected one of {}", what, shown(value), fmt::join(words, ", ")),
        did_you_mean(value.text() != nullptr ? *value.text() : "", words, description(schema)),
        value.offset());
  }

  void check_object(const JsonValue& value, const JsonValue& schema, const std::string& what) {
    const JsonValue* const properties = schema.find("properties");
    const JsonValue* const others = schema.find("additionalProperties");
    const JsonValue* const names = schema.find("propertyNames");
    Words known;
    if (properties != nullptr && properties->object() != nullptr) {
      for (const JsonMember& member : *properties->object()) known.push_back(member.key);
    }
    for (const std::string& name : words_of(schema.find("required"))) {
      if (value.find(name) != nullptr) continue;
      const JsonValue* const part = properties == nullptr ? nullptr : properties->find(name);
      complain("J202", fmt::format("{} lacks '{}'", what, name),
               part == nullptr ? std::string() : description(resolved(*part)), value.offset());
    }
    for (const JsonMember& member : *value.object()) {
      const JsonValue* const part = properties == nullptr ? nullptr : properties->find(member.key);
      if (names != nullptr && part == nullptr)
        check_text(member.key, resolved(*names), "the name", member.key_offset);
      if (part != nullptr) {
        check(member.value, *part, "'" + member.key + "'");
      } else if (others != nullptr && others->object() != nullptr) {
        check(member.value, *others, "'" + member.key + "'");
      } else if (others != nullptr && others->boolean() != nullptr && !*others->boolean()) {
        complain("J203", fmt::format("{} has no '{}'", what, member.key),
                 did_you_mean(member.key, known, fmt::format("it has {}", fmt::join(known, ", "))),
                 member.key_offset);
      }
    }
    const JsonValue* const least = schema.find("minProperties");
    if (least != nullptr && least->integer() != nullptr &&
        static_cast<std::int64_t>(value.object()->size()) < *least->integer()) {
      complain("J207", fmt::format("{} is empty", what), description(schema), value.offset());
    }
  }

  void check_array(const JsonValue& value, const JsonValue& schema, const std::string& what) {
    const auto& entries = *value.array();
    const JsonValue* const least = schema.find("minItems");
    if (least != nullptr && least->integer() != nullptr &&
        static_cast<std::int64_t>(entries.size()) < *least->integer()) {
      complain("J207", fmt::format("{} is empty", what), description(schema), value.offset());
    }
    const JsonValue* const unique = schema.find("uniqueItems");
    if (unique != nullptr && unique->boolean() != nullptr && *unique->boolean()) {
      for (auto a = entries.begin(); a != entries.end(); ++a) {
        if (std::any_of(entries.begin(), a, [&](const JsonValue& b) { return equal(*a, b); }))
          complain("J208", fmt::format("{} has {} twice", what, shown(*a)), "once will do",
                   a->offset());
      }
    }
    if (const JsonValue* const part = schema.find("items")) {
      for (const JsonValue& entry : entries) check(entry, *part, "an entry of " + what);
    }
  }

  void check_text(const std::string& text, const JsonValue& schema, const std::string& what,
                  std::uint64_t offset) {
    const JsonValue* const pattern = schema.find("pattern");
    if (pattern == nullptr || pattern->text() == nullptr) return;
    if (std::regex_search(text, std::regex(*pattern->text(), std::regex::ECMAScript))) return;
    complain("J205", fmt::format("{} is '{}', expected the form {}", what, text, *pattern->text()),
             description(schema), offset);
  }

  void check_number(const JsonValue& value, const JsonValue& schema, const std::string& what) {
    const double number = *value.number();
    const JsonValue *const low = schema.find("minimum"), *const high = schema.find("maximum");
    const bool below = low != nullptr && low->is_number() && number < *low->number();
    const bool above = high != nullptr && high->is_number() && number > *high->number();
    if (!below && !above) return;
    complain("J206",
             fmt::format("{} is {}, expected {} {}", what, number_text(number),
                         below ? "at least" : "at most",
                         number_text(below ? *low->number() : *high->number())),
             description(schema), value.offset());
  }

  const JsonDocument& document_;
  const JsonValue& root_;
  Diagnostics problems_;
};

}  // namespace

Diagnostics schema_problems(const JsonDocument& document, const JsonValue& schema) {
  return Checker(document, schema).check();
}

}  // namespace entente::io
