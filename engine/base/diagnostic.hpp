// SPDX-License-Identifier: Apache-2.0
// What is wrong (or worth knowing), where, and the way out: the only form in which the engine
// complains.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

struct Position {
  std::string file;
  std::uint32_t line = 0, column = 0;  // from 1; 0 is unknown
};

enum class Severity : std::uint8_t { note, warning, error };

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code, message, hint;
  Position where{};
};
using Diagnostics = std::vector<Diagnostic>;

// "claims.csv:12:21: error[K104]: object 'state.fr' is not a node\n  hint: did you mean
// 'state.fra'?"
std::string to_text(const Diagnostic& diagnostic);

// Shorthands for the three severities.
Diagnostic error(std::string code, std::string message, std::string hint = {}, Position where = {});
Diagnostic warning(std::string code, std::string message, std::string hint = {},
                   Position where = {});
Diagnostic note(std::string code, std::string message, std::string hint = {}, Position where = {});

bool has_errors(const Diagnostics& diagnostics) noexcept;

}  // namespace entente
