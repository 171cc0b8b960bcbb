// SPDX-License-Identifier: Apache-2.0
#include "engine/io/rdf_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace entente::io {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

std::string rdf_local(std::string_view text) {
  std::string local;
  for (const char c : text) {
    if (is_word(c) || c == '-' || c == '.')
      local += c;
    else
      local += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return local;
}

bool is_iri(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == text.npos || colon == 0) return false;
  if (find_invalid_utf8(text) != text.npos) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) > 0x20 &&
           std::string_view("<>\"{}|^`\\").find(c) == std::string_view::npos;
  });
}

RdfWriter::RdfWriter(RdfSyntax syntax, RdfPrefixes prefixes, const Sink& sink)
    : syntax_(syntax), prefixes_(std::move(prefixes)), sink_(sink) {
  if (syntax_ == RdfSyntax::turtle) {
    for (const auto& [prefix, iri] : prefixes_)
      out_ += fmt::format("@prefix {}: <{}> .\n", prefix, iri);
    return;
  }
  json_.begin_object().key("@context").begin_object();
  for (const auto& [prefix, iri] : prefixes_) json_.key(prefix).text(iri);
  json_.end_object().key("@graph").begin_array();
}

// A name whose local part Turtle cannot hold stands as a whole IRI.
void RdfWriter::turtle_name(const std::string& name) {
  const auto colon = name.find(':');
  const std::string local = name.substr(colon + 1);
  const bool plain = !local.empty() && is_word(local.front()) && local.back() != '.' &&
                     local.find('%') == local.npos;
  if (plain) {
    out_ += name;
    return;
  }
  const auto prefix = std::find_if(prefixes_.begin(), prefixes_.end(), [&](const auto& known) {
    return known.first == name.substr(0, colon);
  });
  out_ += '<' + prefix->second + local + '>';
}

void RdfWriter::turtle_text(std::string_view text) {
  out_ += '"';
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Character character = utf8_character(text, i);
    const char c = text[i];
    if (!character.valid)
      out_ += replacement_character;
    else if (c == '"' || c == '\\')
      out_.append("\\").append(1, c);
    else if (c == '\n')
      out_ += "\\n";
    else if (c == '\r')
      out_ += "\\r";
    else if (character.code < 0x20 || character.code == 0x7f)
      out_ += fmt::format("\\u{:04X}", static_cast<std::uint32_t>(character.code));
    else
      out_.append(text.substr(i, character.size));
    i += character.size;
  }
  out_ += '"';
}

void RdfWriter::turtle_term(const RdfTerm& term) {
  if (term.kind == RdfTerm::Kind::name) {
    turtle_name(term.text);
  } else if (term.kind == RdfTerm::Kind::iri) {
    out_ += '<' + term.text + '>';
  } else {
    turtle_text(term.text);
    if (term.type.empty()) return;
    out_ += "^^";
    turtle_name(term.type);
  }
}

void RdfWriter::json_term(const RdfTerm& term) {
  if (term.kind != RdfTerm::Kind::literal) {
    json_.begin_object().key("@id").text(term.text).end_object();
  } else if (term.type.empty()) {
    json_.text(term.text);
  } else {
    json_.begin_object().key("@value").text(term.text).key("@type").text(term.type).end_object();
  }
}

void RdfWriter::begin(const std::string& subject, const std::vector<std::string>& classes) {
  open_.clear();
  if (syntax_ == RdfSyntax::json_ld) {
    json_.begin_object().key("@id").text(subject).key("@type").begin_array();
    for (const std::string& name : classes) json_.text(name);
    json_.end_array();
    return;
  }
  out_ += '\n';
  turtle_name(subject);
  out_ += " a ";
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (i > 0) out_ += ", ";
    turtle_name(classes[i]);
  }
}

void RdfWriter::add(const std::string& property, const RdfTerm& object) {
  const auto invalid =
      object.kind == RdfTerm::Kind::literal && find_invalid_utf8(object.text) != std::string::npos;
  if (invalid) ++replaced_;
  if (syntax_ == RdfSyntax::json_ld) {
    if (property != open_) {
      if (!open_.empty()) json_.end_array();
      json_.key(property).begin_array();
      open_ = property;
    }
    json_term(object);
    return;
  }
  if (property == open_) {
    out_ += ", ";
  } else {
    out_ += " ;\n  ";
    turtle_name(property);
    out_ += ' ';
    open_ = property;
  }
  turtle_term(object);
}

void RdfWriter::add_text(const std::string& property, std::string_view text) {
  if (!text.empty()) add(property, {RdfTerm::Kind::literal, std::string(text)});
}

void RdfWriter::end() {
  if (syntax_ == RdfSyntax::json_ld) {
    if (!open_.empty()) json_.end_array();
    json_.end_object();
  } else {
    out_ += " .\n";
  }
  hand_on(out_, sink_);
}

void RdfWriter::finish() {
  if (syntax_ == RdfSyntax::json_ld) {
    json_.end_array().end_object();
    out_ += '\n';
  }
  hand_on(out_, sink_, 1);
}

}  // namespace entente::io
