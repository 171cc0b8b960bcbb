// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/progress.hpp"

#include <cstdio>

#include "engine/cli/terminal.hpp"
#include "engine/report/progress_line.hpp"

namespace entente::cli {
namespace {

constexpr auto patience = std::chrono::milliseconds(500);
constexpr auto pause = std::chrono::milliseconds(100);  // ten drawings a second

}  // namespace

Progress::Progress(bool quiet) : enabled_(!quiet && is_terminal(Stream::err)) {}

Progress::~Progress() {
  if (visible_) std::fputs("\r\x1b[K", stderr);
}

std::function<void(std::string_view, double, double)> Progress::callback() {
  if (!enabled_) return {};
  return [this](std::string_view step, double done, double total) { update(step, done, total); };
}

void Progress::update(std::string_view step, double done, double total) {
  const std::unique_lock lock(mutex_, std::try_to_lock);
  if (!lock) return;  // another thread is drawing
  const auto now = Clock::now();
  if (step_ != step) {
    step_ = step;
    step_began_ = now;
  }
  if (now - began_ < patience || now - drawn_ < pause) return;
  drawn_ = now;
  visible_ = true;
  const double seconds = std::chrono::duration<double>(now - step_began_).count();
  const std::string line =
      "\r\x1b[K" + progress_line({step, done, total, seconds}, columns_of(Stream::err));
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
}

}  // namespace entente::cli
