// SPDX-License-Identifier: Apache-2.0
// Writes RDF, one subject after another, as Turtle or as JSON-LD: the same triples in both.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/io/json.hpp"
#include "engine/io/sink.hpp"

namespace entente::io {

enum class RdfSyntax : std::uint8_t { turtle, json_ld };

// What a word before a colon stands for: {"prov", "http://www.w3.org/ns/prov#"}.
using RdfPrefixes = std::vector<std::pair<std::string, std::string>>;

// "prefix:name", a whole IRI, or a literal, perhaps of a type ("xsd:date").
struct RdfTerm {
  enum class Kind : std::uint8_t { name, iri, literal };
  Kind kind;
  std::string text, type{};
};

class RdfWriter {
 public:
  RdfWriter(RdfSyntax syntax, RdfPrefixes prefixes, const Sink& sink);

  // A subject with its classes, both "prefix:name"; then what is said of it, in order. The
  // properties of one name must come together.
  void begin(const std::string& subject, const std::vector<std::string>& classes);
  void add(const std::string& property, const RdfTerm& object);
  // Nothing where the text is blank.
  void add_text(const std::string& property, std::string_view text);
  void end();
  void finish();

  std::size_t replaced_characters() const noexcept { return replaced_; }

 private:
  void turtle_name(const std::string& name);
  void turtle_text(std::string_view text);
  void turtle_term(const RdfTerm& term);
  void json_term(const RdfTerm& term);

  RdfSyntax syntax_;
  RdfPrefixes prefixes_;
  const Sink& sink_;
  std::string out_, open_;  // open_: the property whose objects come
  JsonWriter json_{out_};
  std::size_t replaced_ = 0;
};

// The text as the local part of a name: letters, digits, '.', '_' and '-' as they are, any other
// byte as %XX.
std::string rdf_local(std::string_view text);

// Whether it can stand as an IRI as it is.
bool is_iri(std::string_view text);

}  // namespace entente::io
