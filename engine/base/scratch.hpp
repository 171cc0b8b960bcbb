// SPDX-License-Identifier: Apache-2.0
// Buffers that the chunks of a parallel loop borrow one after another, so that there are as many as
// chunks run at once, not as many as chunks. What a chunk finds in a buffer must not matter.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace entente {

template <class Buffer>
class ScratchPool {
 public:
  explicit ScratchPool(std::function<Buffer()> make) : make_(std::move(make)) {}

  // Calls use(buffer) with a buffer that nobody else holds.
  template <class Use>
  void with(Use&& use) {
    std::unique_ptr<Buffer> buffer = take();
    use(*buffer);
    give(std::move(buffer));  // a buffer whose use threw is not given to another chunk
  }

  // After the loop: every buffer that was made.
  template <class Use>
  void for_each(Use&& use) const {
    for (const auto& buffer : idle_) use(*buffer);
  }

 private:
  std::unique_ptr<Buffer> take() {
    {
      const std::lock_guard lock(guard_);
      if (!idle_.empty()) {
        auto buffer = std::move(idle_.back());
        idle_.pop_back();
        return buffer;
      }
    }
    return std::make_unique<Buffer>(make_());
  }
  void give(std::unique_ptr<Buffer> buffer) {
    const std::lock_guard lock(guard_);
    idle_.push_back(std::move(buffer));
  }

  std::function<Buffer()> make_;
  std::mutex guard_;
  std::vector<std::unique_ptr<Buffer>> idle_;
};

}  // namespace entente
