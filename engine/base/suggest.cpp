// SPDX-License-Identifier: Apache-2.0
#include "engine/base/suggest.hpp"

#include <algorithm>

#include "engine/base/ascii_lower.hpp"

namespace entente {
namespace {

// Optimal string alignment: each part of the text is edited once at most.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string> nearest_word(std::string_view word,
                                        const std::vector<std::string>& known) {
  const std::string meant = ascii_lower(word);
  const std::string* best = nullptr;
  std::size_t best_distance = std::max<std::size_t>(1, meant.size() / 3) + 1;
  for (const std::string& candidate : known) {
    const std::size_t length = candidate.size();
    if (length >= meant.size() + best_distance || meant.size() >= length + best_distance) continue;
    const std::size_t d = distance(meant, ascii_lower(candidate));
    if (d < best_distance) {
      best = &candidate;
      best_distance = d;
    }
  }
  if (best != nullptr) return *best;
  if (meant.size() < 3) return std::nullopt;
  for (const std::string& candidate : known) {
    if (ascii_lower(candidate).starts_with(meant)) return candidate;
  }
  return std::nullopt;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known,
                         std::string otherwise) {
  const auto nearest = nearest_word(word, known);
  return nearest ? "did you mean '" + *nearest + "'?" : std::move(otherwise);
}

}  // namespace entente
