// SPDX-License-Identifier: Apache-2.0
// Rows that are written as text by every core at once, in blocks, with the bytes that one would
// write.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "engine/io/export_report.hpp"
#include "engine/io/sink.hpp"

namespace entente::io {

// The text of some rows, and what was changed in it.
struct RowBlock {
  std::string text{};
  ExportReport report{};
};

// Calls format(begin, end, block) for each block of [0, count), which appends its rows; several may
// run at the same time. The sink gets the texts in order.
void write_rows(std::size_t count, const Sink& sink, ExportReport& report,
                const std::function<void(std::size_t, std::size_t, RowBlock&)>& format);

}  // namespace entente::io
