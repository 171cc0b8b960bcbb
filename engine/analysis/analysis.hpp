// SPDX-License-Identifier: Apache-2.0
// An analysis is a plain value: a card, its parameters, what it asks of its input, one function.
#pragma once

#include <vector>

#include "engine/analysis/context.hpp"
#include "engine/analysis/options.hpp"
#include "engine/analysis/result.hpp"
#include "engine/base/expected.hpp"

namespace entente {

// A CSV table as read: what analyses of tables (compare-partitions) take in place of a View.
struct TextTable {
  std::string file;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::uint32_t> lines;  // by row: where it begins
};

// run() refuses what does not fit, with a reason.
struct Needs {
  bool two_mode = false;
  bool one_mode = false;
  bool undirected = false;
  bool endorsements =
      false;  // 0/1 cells: a signed two-mode input is split into yes and no items first
  bool honours_mask =
      true;  // two-mode methods: false where impossible and unknown cells would be read as 0
  bool days = false;  // readers keep when edges began (View::days)
  WeightRole default_weight_role =
      WeightRole::ignore;  // what --weight means where the user says nothing
  // What the method reads of weights; in another role they are ignored, with a note.
  bool strengths = false, distances = false;
};

struct Analysis {
  Method method;
  Needs needs{};
  std::vector<ParamSpec> params;
  // Exactly one of the two is set.
  Expected<Outcome> (*on_view)(const View&, const Params&, const Context&) = nullptr;
  Expected<Outcome> (*on_table)(const TextTable&, const Params&, const Context&) = nullptr;
};

}  // namespace entente
