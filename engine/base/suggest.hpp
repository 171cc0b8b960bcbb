// SPDX-License-Identifier: Apache-2.0
// The known word that a mistyped one most likely means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// The nearest known word by insertions, deletions, substitutions and swaps of neighbours, where it
// is near enough to be meant; else the first one that the word begins. Case does not count.
std::optional<std::string> nearest_word(std::string_view word,
                                        const std::vector<std::string>& known);

// "did you mean 'pagerank'?", or `otherwise` where nothing is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known,
                         std::string otherwise = {});

}  // namespace entente
