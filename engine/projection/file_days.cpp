// SPDX-License-Identifier: Apache-2.0
#include "engine/projection/file_days.hpp"

#include <string_view>

#include "engine/base/date.hpp"

namespace entente {
namespace {

// Blank where the text is no date, which is counted.
DateSpan date_in(const Attribute* attribute, std::size_t at, std::size_t& unreadable) {
  if (attribute == nullptr || !attribute->has(at)) return {};
  const std::string text = attribute->text(at);
  const auto date = parse_date(std::string_view(text).substr(0, text.find(" until ")));
  if (!date) ++unreadable;
  return date.value_or(DateSpan{});
}

void note_unreadable(std::size_t count, std::size_t all, const char* what, const std::string& file,
                     Diagnostics& notes) {
  if (count == 0) return;
  notes.push_back(note("G612",
                       "of " + std::to_string(all) + what + ", " + std::to_string(count) +
                           " are no dates and count as unknown",
                       "expected 2018, 2018-11, 2018-11-12 or [2018-11-12..2019-09-16]",
                       {file, 0, 0}));
}

}  // namespace

void set_file_days(const PropertyGraph& graph, const std::string& file, EdgeList& list,
                   Diagnostics& notes) {
  const Attribute* time = if_stated(graph.edge_attribute("time"));
  if (time == nullptr) time = if_stated(graph.edge_attribute("dates"));
  if (time != nullptr) {
    std::size_t unreadable = 0;
    for (std::size_t e = 0; e < graph.source.size(); ++e) {
      const DateSpan date = date_in(time, e, unreadable);
      list.days.push_back({date.first.number, date.last.number});
    }
    note_unreadable(unreadable, list.days.size(), " times of edges", file, notes);
  }
  const Attribute *from = if_stated(graph.node_attribute("from")),
                  *until = if_stated(graph.node_attribute("until"));
  if (from == nullptr && until == nullptr) return;
  std::size_t unreadable = 0;
  for (std::size_t v = 0; v < graph.node_ids.size(); ++v) {
    const DateSpan begin = date_in(from, v, unreadable), end = date_in(until, v, unreadable);
    const bool open = end.last == after_all;
    list.life.push_back({begin.first.number, open ? end.last.number : end.last.number - 1});
  }
  note_unreadable(unreadable, 2 * list.life.size(), " dates of nodes", file, notes);
}

}  // namespace entente
