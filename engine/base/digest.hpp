// SPDX-License-Identifier: Apache-2.0
// SHA-256 of bytes, as the hexadecimal text that sha256sum prints.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace entente {

class Digest {
 public:
  Digest();
  ~Digest();
  Digest(Digest&&) noexcept;
  Digest& operator=(Digest&&) noexcept;
  Digest& add(std::string_view bytes);
  std::string hex();  // ends the digest

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string sha256(std::string_view bytes);

}  // namespace entente
