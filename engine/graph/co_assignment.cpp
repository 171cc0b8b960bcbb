// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/co_assignment.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/assert.hpp"
#include "engine/base/parallel.hpp"
#include "engine/base/sum.hpp"
#include "engine/graph/partition_comparison.hpp"

namespace entente {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

std::uint32_t group_count(const Groups& groups) {
  std::uint32_t count = 0;
  for (const std::uint32_t g : groups) count = g == no_group ? count : std::max(count, g + 1);
  return count;
}

struct Shares {
  std::vector<double> inside, outside;  // by vertex; NaN where the partition does not tell
};

// One partition: for each group of the judged one, its witnesses by their group here.
Shares shares_in(const Groups& groups, const std::vector<std::vector<std::uint32_t>>& members,
                 const Groups& partition, std::uint32_t witnesses) {
  const auto n = static_cast<std::uint32_t>(groups.size());
  Shares shares{std::vector<double>(n, undefined), std::vector<double>(n, undefined)};
  std::vector<std::int64_t> size(group_count(partition), 0), met(size.size(), 0);
  std::int64_t present = 0;
  for (std::uint32_t v = 0; v < witnesses; ++v) {
    if (partition[v] == no_group) continue;
    ++size[partition[v]];
    ++present;
  }
  for (const auto& group : members) {
    std::int64_t company = 0, judged = 0;
    for (const std::uint32_t v : group) {
      if (v >= witnesses) continue;
      ++judged;
      if (partition[v] == no_group) continue;
      ++company;
      ++met[partition[v]];
    }
    for (const std::uint32_t v : group) {
      if (partition[v] == no_group) continue;
      const std::int64_t self = v < witnesses ? 1 : 0;
      const std::int64_t here = size[partition[v]], with = met[partition[v]];
      if (judged - self == 0) {
        shares.inside[v] = here - self == 0 ? 1 : 0;
      } else if (company - self > 0) {
        shares.inside[v] = double(with - self) / double(company - self);
      }
      const std::int64_t others = present - company;
      shares.outside[v] = others == 0 ? 0 : double(here - with) / double(others);
    }
    for (const std::uint32_t v : group) {
      if (v < witnesses && partition[v] != no_group) met[partition[v]] = 0;
    }
  }
  return shares;
}

class Mean {
 public:
  void add(double value) {
    if (std::isnan(value)) return;
    sum_ += value;
    ++count_;
  }
  double value() const { return count_ == 0 ? undefined : sum_.value() / double(count_); }

 private:
  Sum sum_;
  std::int64_t count_ = 0;
};

std::vector<double> values_of(const std::vector<Mean>& means) {
  std::vector<double> values;
  for (const Mean& mean : means) values.push_back(mean.value());
  return values;
}

void compare_pairs(std::span<const Groups> partitions, const StabilityOptions& options,
                   Stability& result) {
  struct Sums {
    Sum ari, vi;
    std::int64_t pairs = 0;
  };
  std::vector<Sums> of_first(partitions.size());
  for_chunks({.count = partitions.size(), .threads = options.threads, .stop = options.stop},
             [&](std::size_t begin, std::size_t end) {
               for (std::size_t r = begin; r < end; ++r) {
                 for (std::size_t s = r + 1; s < partitions.size(); ++s) {
                   if (options.stop.stop_requested()) throw Stopped{};
                   const Contingency table =
                       contingency(std::span(partitions[r]).first(options.witnesses),
                                   std::span(partitions[s]).first(options.witnesses));
                   if (table.vertices == 0) continue;
                   of_first[r].ari += adjusted_rand(table);
                   of_first[r].vi += variation_of_information(table);
                   ++of_first[r].pairs;
                 }
               }
             });
  Sums all;
  for (const Sums& sums : of_first) {
    all.ari += sums.ari.value();
    all.vi += sums.vi.value();
    all.pairs += sums.pairs;
  }
  result.mean_ari = all.pairs == 0 ? undefined : all.ari.value() / double(all.pairs);
  result.mean_vi = all.pairs == 0 ? undefined : all.vi.value() / double(all.pairs);
}

}  // namespace

Stability stability(const Groups& groups, std::span<const Groups> partitions,
                    const StabilityOptions& options) {
  ENTENTE_ASSERT(options.witnesses <= groups.size());
  std::vector<std::vector<std::uint32_t>> members(group_count(groups));
  for (std::uint32_t v = 0; v < groups.size(); ++v) members[groups[v]].push_back(v);
  std::vector<Mean> inside(groups.size()), outside(groups.size()), of_group(members.size());
  for (const Groups& partition : partitions) {
    if (options.stop.stop_requested()) throw Stopped{};
    ENTENTE_ASSERT(partition.size() == groups.size());
    const Shares shares = shares_in(groups, members, partition, options.witnesses);
    for (std::size_t v = 0; v < groups.size(); ++v) {
      inside[v].add(shares.inside[v]);
      outside[v].add(shares.outside[v]);
    }
  }
  Stability result{values_of(inside), values_of(outside), {}, 0, 0};
  for (std::uint32_t v = 0; v < options.witnesses; ++v) of_group[groups[v]].add(result.inside[v]);
  result.of_group = values_of(of_group);
  compare_pairs(partitions, options, result);
  return result;
}

std::vector<std::vector<Company>> co_assignment(std::span<const Groups> partitions, double least,
                                                unsigned threads, const std::stop_token& stop) {
  const std::size_t n = partitions.empty() ? 0 : partitions.front().size();
  std::vector<std::vector<Company>> result(n);
  std::vector<std::vector<std::vector<std::uint32_t>>> members;  // by partition and group
  bool all_hold_all = true;
  for (const Groups& partition : partitions) {
    auto& of_group = members.emplace_back(group_count(partition));
    for (std::uint32_t v = 0; v < n; ++v) {
      if (partition[v] == no_group) {
        all_hold_all = false;
      } else {
        of_group[partition[v]].push_back(v);
      }
    }
  }
  for_chunks({.count = n, .chunk = 16, .threads = threads, .stop = stop},
             [&](std::size_t begin, std::size_t end) {
               std::vector<std::uint32_t> together(n, 0), both(n, 0), met;
               for (std::size_t v = begin; v < end; ++v) {
                 met.clear();
                 std::fill(both.begin(), both.end(), 0);
                 for (std::size_t p = 0; p < partitions.size(); ++p) {
                   if (partitions[p][v] == no_group) continue;
                   for (const std::uint32_t u : members[p][partitions[p][v]]) {
                     if (together[u]++ == 0 && u != v) met.push_back(u);
                   }
                   for (std::size_t u = 0; u < n && !all_hold_all; ++u) {
                     both[u] += partitions[p][u] != no_group ? 1 : 0;
                   }
                 }
                 std::sort(met.begin(), met.end());
                 for (const std::uint32_t u : met) {
                   const double share =
                       double(together[u]) / double(all_hold_all ? partitions.size() : both[u]);
                   if (share >= least) result[v].push_back({u, share});
                   together[u] = 0;
                 }
                 together[v] = 0;
               }
             });
  return result;
}

}  // namespace entente
