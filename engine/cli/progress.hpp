// SPDX-License-Identifier: Apache-2.0
// The progress of a run as one line on the terminal, erased at the end: a bar with its rate and the
// time that remains. Nothing is drawn where stderr is no terminal, or in the first half second.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace entente::cli {

class Progress {
 public:
  explicit Progress(bool quiet);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // For Context::progress; empty where nothing is to be drawn. May be called from any thread.
  std::function<void(std::string_view, double, double)> callback();

 private:
  using Clock = std::chrono::steady_clock;
  void update(std::string_view step, double done, double total);

  bool enabled_;
  std::mutex mutex_;
  Clock::time_point began_ = Clock::now(), step_began_ = began_, drawn_ = began_;
  std::string step_;
  bool visible_ = false;
};

}  // namespace entente::cli
