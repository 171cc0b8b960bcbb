// SPDX-License-Identifier: Apache-2.0
// Ctrl-C (SIGINT) and SIGTERM as a request to stop; a second one kills, once what is half written
// is gone.
//
// The handler writes one byte into a pipe, which is all that a handler may do; a thread that waits
// at its other end makes the request.
#pragma once

#include <stop_token>
#include <string>
#include <thread>

namespace entente::cli {

class StopOnSignal {  // one at a time
 public:
  StopOnSignal();
  ~StopOnSignal();
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

  std::stop_token token() const noexcept { return source_.get_token(); }
  std::string name() const;  // "SIGINT"; of the signal that came

 private:
  std::stop_source source_;
  std::thread watcher_;
};

}  // namespace entente::cli
