// SPDX-License-Identifier: Apache-2.0
#include "engine/base/diagnostic.hpp"

#include <algorithm>
#include <utility>

namespace entente {
namespace {

const char* word(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

}  // namespace

std::string to_text(const Diagnostic& d) {
  std::string text;
  if (!d.where.file.empty()) {
    text += d.where.file;
    if (d.where.line > 0) {
      text += ':' + std::to_string(d.where.line);
      if (d.where.column > 0) text += ':' + std::to_string(d.where.column);
    }
    text += ": ";
  }
  text += word(d.severity);
  if (!d.code.empty()) text += '[' + d.code + ']';
  text += ": " + d.message;
  if (!d.hint.empty()) text += "\n  hint: " + d.hint;
  return text;
}

Diagnostic error(std::string code, std::string message, std::string hint, Position where) {
  return {Severity::error, std::move(code), std::move(message), std::move(hint), std::move(where)};
}
Diagnostic warning(std::string code, std::string message, std::string hint, Position where) {
  return {Severity::warning, std::move(code), std::move(message), std::move(hint),
          std::move(where)};
}
Diagnostic note(std::string code, std::string message, std::string hint, Position where) {
  return {Severity::note, std::move(code), std::move(message), std::move(hint), std::move(where)};
}

bool has_errors(const Diagnostics& diagnostics) noexcept {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace entente
