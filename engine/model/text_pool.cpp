// SPDX-License-Identifier: Apache-2.0
#include "engine/model/text_pool.hpp"

namespace entente {

TextPool::TextPool() { intern(""); }

Text TextPool::intern(std::string_view text) {
  const auto found = index_.find(text);
  if (found != index_.end()) return found->second;
  const Text handle{static_cast<std::uint32_t>(texts_.size())};
  index_.emplace(texts_.emplace_back(text), handle);
  return handle;
}

}  // namespace entente
