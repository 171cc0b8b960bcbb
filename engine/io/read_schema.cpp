// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "engine/base/suggest.hpp"
#include "engine/io/json.hpp"

namespace entente::io {
namespace {

using Words = std::vector<std::string>;

class Reader {
 public:
  explicit Reader(const JsonDocument& document) : document_(document) {}

  Expected<Schema> read() {
    const JsonValue& root = document_.root;
    if (check_members(root, "the schema", {"kinds", "aspects", "relations"})) {
      if (const auto* kinds = part(root, "kinds")) read_kinds(*kinds);
      if (const auto* relations = part(root, "relations")) read_relations(*relations);
    }
    if (!problems_.empty()) return problems_;
    return std::move(schema_);
  }

 private:
  void complain(const char* code, std::string message, std::string hint, std::uint64_t offset) {
    problems_.push_back(
        error(code, std::move(message), std::move(hint), document_.source.position(offset)));
  }

  // Whether it is an object; members that nobody reads are errors, since one of them may be a
  // mistyped one that matters.
  bool check_members(const JsonValue& value, const std::string& what, const Words& known) {
    if (value.object() == nullptr) {
      complain("K601", fmt::format("{} is {}, not an object", what, value.kind()), {},
               value.offset());
      return false;
    }
    for (const JsonMember& member : *value.object()) {
      if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
      complain("K601", fmt::format("{} has no '{}'", what, member.key),
               did_you_mean(member.key, known, fmt::format("it has {}", fmt::join(known, ", "))),
               member.key_offset);
    }
    return true;
  }

  const JsonValue::Object* part(const JsonValue& root, const char* name) {
    const JsonValue* const value = root.find(name);
    if (value == nullptr) {
      complain("K601", fmt::format("the schema lacks '{}'", name), {}, root.offset());
      return nullptr;
    }
    if (value->object() == nullptr) {
      complain("K601", fmt::format("'{}' is {}, not an object", name, value->kind()), {},
               value->offset());
    }
    return value->object();
  }

  // The position of a member's word in a list; nothing, and a complaint, for another word.
  std::optional<std::size_t> choice(const JsonValue& value, const char* code, const char* what,
                                    const Words& words) {
    if (value.text() != nullptr) {
      const auto found = std::find(words.begin(), words.end(), *value.text());
      if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    }
    complain(code,
             value.text() != nullptr ? fmt::format("unknown {} '{}'", what, *value.text())
                                     : fmt::format("{} is {}, not a word", what, value.kind()),
             fmt::format("expected is one of {}", fmt::join(words, ", ")), value.offset());
    return std::nullopt;
  }

  void read_kinds(const JsonValue::Object& kinds) {
    for (const auto& [name, offset, value] : kinds) {
      // Entered even if wrong, lest every relation that names it is reported, too.
      Role& role = schema_.kinds[name];
      if (!check_members(value, fmt::format("kind '{}'", name), {"role", "meaning"})) continue;
      const JsonValue* const word = value.find("role");
      if (word == nullptr) {
        complain("K602", fmt::format("kind '{}' has no role", name),
                 "actor (takes stances), item (stances are taken on it) or around", offset);
      } else if (const auto found = choice(*word, "K602", "role", {"actor", "item", "around"})) {
        role = static_cast<Role>(*found);
      }
    }
  }

  void read_relations(const JsonValue::Object& relations) {
    for (const auto& [name, offset, value] : relations) {
      RelationKind& relation = schema_.relations[name];
      if (!check_members(value, fmt::format("relation '{}'", name),
                         {"meaning", "subjects", "objects", "aspect", "stance", "stance_of_value",
                          "says_absent", "makes_eligible", "one_value"})) {
        continue;
      }
      if (const auto* list = value.find("subjects")) relation.subjects = read_kind_list(*list);
      if (const auto* list = value.find("objects")) relation.objects = read_kind_list(*list);
      if (const auto* word = value.find("aspect"); word != nullptr && !word->is_null()) {
        const auto found = choice(*word, "K604", "aspect", {"none", "support", "opinion", "vote"});
        if (found) relation.aspect = static_cast<Aspect>(*found);
      }
      if (const auto* stance = value.find("stance"); stance != nullptr && !stance->is_null()) {
        relation.default_stance = read_stance(*stance);
      }
      // These two verbs mean it in every data set, unless its schema says otherwise.
      relation.says_absent = read_truth(value, "says_absent", name == "not-signed");
      relation.makes_eligible = read_truth(value, "makes_eligible", name == "invited");
      relation.one_value = read_truth(value, "one_value", false);
      if (const auto* map = value.find("stance_of_value"); map != nullptr && !map->is_null()) {
        if (map->object() == nullptr) {
          complain("K605", fmt::format("stance_of_value is {}, not an object", map->kind()), {},
                   map->offset());
          continue;
        }
        for (const JsonMember& member : *map->object()) {
          relation.stance_of_value[member.key] = read_stance(member.value);
        }
      }
    }
  }

  Words read_kind_list(const JsonValue& list) {
    Words kinds;
    if (list.array() == nullptr) {
      complain("K601", fmt::format("a list of kinds was expected, not {}", list.kind()), {},
               list.offset());
      return kinds;
    }
    Words known;
    for (const auto& [kind, role] : schema_.kinds) known.push_back(kind);
    for (const JsonValue& entry : *list.array()) {
      if (choice(entry, "K603", "kind", known)) kinds.push_back(*entry.text());
    }
    return kinds;
  }

  Stance read_stance(const JsonValue& value) {
    if (value.integer() != nullptr && *value.integer() >= -1 && *value.integer() <= 1) {
      return static_cast<Stance>(*value.integer());
    }
    complain("K605", "a stance is 1, 0, -1 or null", {}, value.offset());
    return no_stance;
  }

  bool read_truth(const JsonValue& relation, const char* name, bool otherwise) {
    const JsonValue* const value = relation.find(name);
    if (value == nullptr) return otherwise;
    if (value->boolean() != nullptr) return *value->boolean();
    complain("K601", fmt::format("{} is {}, not true or false", name, value->kind()), {},
             value->offset());
    return otherwise;
  }

  const JsonDocument& document_;
  Schema schema_;
  Diagnostics problems_;
};

}  // namespace

Expected<Schema> read_schema(std::string text, std::string file) {
  const auto document = parse_json(std::move(text), std::move(file));
  if (!document) return document.error();
  return Reader(*document).read();
}

}  // namespace entente::io
