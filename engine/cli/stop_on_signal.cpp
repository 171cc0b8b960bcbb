// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/stop_on_signal.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <stdexcept>

#include "engine/io/temporary_files.hpp"

namespace entente::cli {
namespace {

// A handler has no arguments of its own, so what it needs is global.
int pipe_ends[2] = {-1, -1};
std::atomic<int> caught = 0;
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void on_signal(int signal) {
  const int kept = errno;
  if (caught.exchange(signal) != 0) {
    io::remove_temporary_files();
    std::signal(signal, SIG_DFL);
    raise(signal);  // delivered when this handler returns
    return;
  }
  const char byte = 's';
  // A full pipe would mean that the request is made already.
  if (write(pipe_ends[1], &byte, 1) != 1) caught = signal;
  errno = kept;
}

void handle(int signal) {
  struct sigaction now {};
  if (sigaction(signal, nullptr, &now) == 0 && now.sa_handler == SIG_IGN) return;  // as under nohup
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  sigaction(signal, &action, nullptr);
}

}  // namespace

StopOnSignal::StopOnSignal() {
  if (pipe2(pipe_ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe for signals");
  watcher_ = std::thread([this] {
    char byte = 0;
    ssize_t got = 0;
    do {
      got = read(pipe_ends[0], &byte, 1);
    } while (got < 0 && errno == EINTR);
    if (got == 1 && byte == 's') source_.request_stop();
  });
  handle(SIGINT);
  handle(SIGTERM);
}

StopOnSignal::~StopOnSignal() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  const char byte = 'q';
  while (write(pipe_ends[1], &byte, 1) < 0 && errno == EINTR) {
  }
  watcher_.join();
  close(pipe_ends[0]);
  close(pipe_ends[1]);
}

std::string StopOnSignal::name() const { return caught == SIGTERM ? "SIGTERM" : "SIGINT"; }

}  // namespace entente::cli
