// SPDX-License-Identifier: Apache-2.0
#include "engine/io/xml.hpp"

#include <expat.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace entente::io {
namespace {

constexpr std::size_t depth_limit = 64;
constexpr std::uint64_t token_limit = std::uint64_t{16} << 20;  // bytes of a tag or a comment
constexpr char separator = '\x1f';  // between namespace and name; no XML name holds it

XML_Parser expat(void* parser) { return static_cast<XML_Parser>(parser); }

struct State {
  const XmlEvents& events;
  XmlCursor& cursor;
  NoteLog& notes;
  std::size_t depth = 0;
  std::exception_ptr thrown;
  XML_Parser parser;
};

// Runs a part of an event; what it throws must not pass through expat, which is C.
template <class Action>
void guarded(void* data, Action action) {
  auto& state = *static_cast<State*>(data);
  if (state.thrown || state.cursor.failed()) return;  // an end may still follow a failed start
  try {
    action(state);
  } catch (...) {
    state.thrown = std::current_exception();
    XML_StopParser(state.parser, XML_FALSE);
  }
}

void on_start(void* data, const char* name, const char** attributes) {
  guarded(data, [&](State& state) {
    if (++state.depth > depth_limit) {
      state.cursor.fail(error(
          "X103", "elements stand more than " + std::to_string(depth_limit) + " deep in each other",
          "no format that is read here nests so deeply", state.cursor.position()));
      return;
    }
    const std::string_view full(name);
    const auto at = full.rfind(separator);
    const XmlName parts =
        at == full.npos ? XmlName{{}, full} : XmlName{full.substr(0, at), full.substr(at + 1)};
    state.events.start(state.cursor, parts, XmlAttributes(attributes));
  });
}

void on_end(void* data, const char*) {
  guarded(data, [&](State& state) {
    --state.depth;
    state.events.end(state.cursor);
  });
}

void on_text(void* data, const char* text, int size) {
  guarded(data, [&](State& state) {
    state.events.text(state.cursor, {text, static_cast<std::size_t>(size)});
  });
}

void on_document_type(void* data, const char* name, const char*, const char*,
                      int has_internal_subset) {
  guarded(data, [&](State& state) {
    if (has_internal_subset != 0) {
      state.cursor.fail(error("X102", "the document type declares entities or elements of its own",
                              "remove the <!DOCTYPE ...> from the file; such declarations are not "
                              "read, since they can make a small file endless",
                              state.cursor.position()));
      return;
    }
    state.notes.add(note("X201", "the document type '" + std::string(name) + "' is not looked at",
                         "", state.cursor.position()));
  });
}

void on_skipped_entity(void* data, const char* name, int) {
  guarded(data, [&](State& state) {
    state.cursor.fail(error("X104", "the entity '&" + std::string(name) + ";' is not defined",
                            "write the character itself, or its number as in '&#233;'",
                            state.cursor.position()));
  });
}

// How much of a document the parser got.
struct Given {
  std::uint64_t bytes = 0;
  bool blank = true;
};

Diagnostic explain(XML_Parser parser, const std::string& file, Given given, std::size_t depth) {
  const Position where{file, static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser)),
                       static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser) + 1)};
  const XML_Error code = XML_GetErrorCode(parser);
  if (given.blank) return error("X101", "the file is empty", "expected an XML document", where);
  const bool at_end = XML_GetCurrentByteIndex(parser) >= static_cast<XML_Index>(given.bytes);
  if (code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN ||
      code == XML_ERROR_PARTIAL_CHAR || (at_end && code == XML_ERROR_UNCLOSED_CDATA_SECTION)) {
    return error("X101",
                 "the file ends " + (depth == 0 ? std::string("before its first element")
                                                : "inside " + std::to_string(depth) +
                                                      " open element" + (depth == 1 ? "" : "s")),
                 "it seems to be cut short: copy or fetch it again", where);
  }
  std::string hint = "expected well-formed XML";
  if (code == XML_ERROR_INVALID_TOKEN) {
    hint =
        "expected well-formed XML in the encoding that its first line names: an unescaped '&' or "
        "'<', a control character or a wrong encoding gives this error";
  } else if (code == XML_ERROR_UNKNOWN_ENCODING) {
    hint = "save the file as UTF-8";
  } else if (code == XML_ERROR_UNDEFINED_ENTITY) {
    return error("X104", "an entity is not defined",
                 "write the character itself, or its number as in '&#233;'", where);
  }
  return error("X101", "not well-formed XML: " + std::string(XML_ErrorString(code)), hint, where);
}

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const noexcept {
  const auto is_named = [&](const char* other) {  // most differ in the first letter
    return *other == name.front() && std::strncmp(other, name.data(), name.size()) == 0 &&
           other[name.size()] == '\0';
  };
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (is_named(pair[0])) return std::string_view(pair[1]);
  }
  return std::nullopt;
}

std::size_t XmlAttributes::size() const noexcept {
  std::size_t count = 0;
  while (pairs_[2 * count] != nullptr) ++count;
  return count;
}

std::uint32_t XmlCursor::line() const noexcept {
  return static_cast<std::uint32_t>(XML_GetCurrentLineNumber(expat(parser_)));
}

Position XmlCursor::position() const {
  return {file_, line(),
          static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(expat(parser_)) + 1)};
}

void XmlCursor::fail(Diagnostic problem) {
  if (!problem_) problem_ = std::move(problem);
  XML_StopParser(expat(parser_), XML_FALSE);
}

void XmlCursor::hear_text(bool hear) {
  XML_SetCharacterDataHandler(expat(parser_), hear ? on_text : nullptr);
}

std::optional<Diagnostic> parse_xml(const TextPieces& pieces, const std::string& file,
                                    const XmlEvents& events, NoteLog& notes) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
      XML_ParserCreateNS(nullptr, separator), &XML_ParserFree);
  if (!parser) throw std::bad_alloc();
  XmlCursor cursor(parser.get(), file);
  State state{.events = events,
              .cursor = cursor,
              .notes = notes,
              .depth = 0,
              .thrown = nullptr,
              .parser = parser.get()};
  XML_SetUserData(parser.get(), &state);
  XML_SetParamEntityParsing(parser.get(), XML_PARAM_ENTITY_PARSING_NEVER);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_document_type);
  XML_SetSkippedEntityHandler(parser.get(), on_skipped_entity);

  XML_Status status = XML_STATUS_OK;
  Given given;
  for (bool last = false; status == XML_STATUS_OK && !last;) {
    const auto piece = pieces();
    if (!piece) return piece.error().front();
    last = piece->empty();
    given.bytes += piece->size();
    given.blank = given.blank && piece->find_first_not_of(" \t\r\n") == piece->npos;
    status = XML_Parse(parser.get(), piece->data(), static_cast<int>(piece->size()), last ? 1 : 0);
    const XML_Index begun = std::max<XML_Index>(XML_GetCurrentByteIndex(parser.get()), 0);
    if (status == XML_STATUS_OK && given.bytes - static_cast<std::uint64_t>(begun) > token_limit)
      return error("X105", "a tag or a comment of more than 16 MiB",
                   "long texts do not belong into a graph file; is a '>' missing?",
                   cursor.position());
  }

  if (state.thrown) std::rethrow_exception(state.thrown);
  if (cursor.problem_) return cursor.problem_;
  if (status != XML_STATUS_OK) return explain(parser.get(), file, given, state.depth);
  return std::nullopt;
}

}  // namespace entente::io
