// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/output.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "engine/base/suggest.hpp"
#include "engine/cli/complain.hpp"
#include "engine/io/atomic_file.hpp"

namespace entente::cli {
namespace {

const std::vector<std::string> format_names{"table", "csv", "json"};

}  // namespace

Format OutputOptions::chosen() const {
  if (format == "table" || format == "text") return Format::table;
  if (format == "csv") return Format::csv;
  if (format == "json") return Format::json;
  if (!format.empty()) {
    throw CommandLineError{
        {error("C104", "--format is '" + format + "', expected table, csv or json",
               did_you_mean(format, format_names))}};
  }
  if (out.ends_with(".json")) return Format::json;
  if (out.ends_with(".csv")) return Format::csv;
  return Format::table;
}

void add_output_options(CLI::App& app, OutputOptions& options) {
  const std::string group = "Output";
  app.add_option("--format", options.format,
                 "table is for eyes (the default), csv and json are complete and stable")
      ->type_name("table|csv|json")
      ->group(group);
  app.add_option("--out", options.out, "write to a file; its ending gives the format")
      ->type_name("PATH")
      ->group(group);
  app.add_flag("--quiet", options.quiet, "no progress, no notes")->group(group);
}

Status emit(std::string_view text, const std::string& path) {
  if (!path.empty()) {
    const Diagnostics problems = io::write_file(path, text);
    complain(problems);
    if (problems.empty()) return Status::done;
    return problems.front().code == "F201" ? Status::input_wrong : Status::stopped;
  }
  while (!text.empty()) {
    const ssize_t written = write(STDOUT_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) return Status::done;
    if (written < 0) {
      complain({error("C304", std::string("cannot write to stdout: ") + std::strerror(errno))});
      return Status::stopped;
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return Status::done;
}

}  // namespace entente::cli
