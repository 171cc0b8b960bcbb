// SPDX-License-Identifier: Apache-2.0
// XML as a stream of events, without what makes XML dangerous: no entities beyond the five that are
// built in, no document type with declarations of its own, at most 64 elements deep. A document
// type that only names a file is skipped, never fetched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.hpp"
#include "engine/io/bytes.hpp"
#include "engine/io/note_log.hpp"

namespace entente::io {

struct XmlName {
  std::string_view space;  // the namespace, "" if none
  std::string_view local;
};

// The attributes of an element that has just begun; gone when its event is over.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  // By name, which is not empty; attributes in a namespace have none that could be asked for.
  std::optional<std::string_view> find(std::string_view name) const noexcept;
  std::size_t size() const noexcept;

 private:
  const char** pairs_;
};

// Where the parser stands, and the way to stop it; handed to the events.
class XmlCursor {
 public:
  explicit XmlCursor(void* parser, const std::string& file) : parser_(parser), file_(file) {}
  std::uint32_t line() const noexcept;
  Position position() const;
  // Ends the parse with this error; no further event comes.
  void fail(Diagnostic problem);
  bool failed() const noexcept { return problem_.has_value(); }
  // Whether texts are told from here on; most of a file's are the blanks between its elements.
  void hear_text(bool hear);

 private:
  friend std::optional<Diagnostic> parse_xml(const TextPieces&, const std::string&,
                                             const struct XmlEvents&, NoteLog&);
  void* parser_;
  const std::string& file_;
  std::optional<Diagnostic> problem_;
};

struct XmlEvents {
  std::function<void(XmlCursor&, XmlName, const XmlAttributes&)> start;
  std::function<void(XmlCursor&)> end;
  // Told from the start; may come in pieces.
  std::function<void(XmlCursor&, std::string_view)> text;
};

// What is wrong, or nothing. `file` is named in diagnostics.
std::optional<Diagnostic> parse_xml(const TextPieces& pieces, const std::string& file,
                                    const XmlEvents& events, NoteLog& notes);

}  // namespace entente::io
