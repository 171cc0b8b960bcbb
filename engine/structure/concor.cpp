// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/concor.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "engine/base/parallel.hpp"

namespace entente::structure {
namespace {

using Matrix = Eigen::MatrixXd;

constexpr int most_rounds = 200;

// Of the columns, each of which varies.
Matrix correlations(Matrix columns) {
  columns.rowwise() -= columns.colwise().mean().eval();
  for (Eigen::Index c = 0; c < columns.cols(); ++c) {
    const double length = columns.col(c).norm();
    if (length > 0) columns.col(c) /= length;
  }
  Matrix result = columns.transpose() * columns;
  return result.cwiseMax(-1.0).cwiseMin(1.0);
}

// 1 for the columns that come to -1 against the first one; all 0 where nothing parts them.
std::vector<std::uint8_t> parted(const Matrix& columns, const std::stop_token& stop) {
  Matrix matrix = correlations(columns);
  for (int round = 0; round < most_rounds; ++round) {
    if (stop.stop_requested()) throw Stopped{};
    if (matrix.cwiseAbs().minCoeff() > 1 - 1e-9) break;
    matrix = correlations(std::move(matrix));
  }
  std::vector<std::uint8_t> second;
  for (Eigen::Index c = 0; c < matrix.cols(); ++c) second.push_back(matrix(0, c) < 0 ? 1 : 0);
  return second;
}

Matrix columns_of(const Profiles& profiles, const std::vector<std::uint32_t>& nodes) {
  Matrix columns = Matrix::Zero(profiles.positions(), Eigen::Index(nodes.size()));
  for (std::size_t c = 0; c < nodes.size(); ++c) {
    for (const auto& [position, value] : profiles.row(nodes[c])) {
      columns(Eigen::Index(position), Eigen::Index(c)) = value;
    }
  }
  return columns;
}

bool varies(const Profiles& profiles, std::uint32_t node) {
  const auto& row = profiles.row(node);
  if (row.empty()) return false;
  if (row.size() < profiles.positions()) {
    return std::any_of(row.begin(), row.end(), [](const auto& cell) { return cell.second != 0; });
  }
  return std::any_of(row.begin(), row.end(),
                     [&](const auto& cell) { return cell.second != row.front().second; });
}

}  // namespace

std::vector<std::uint32_t> concor(const Profiles& profiles, std::uint32_t splits,
                                  const std::stop_token& stop) {
  std::vector<std::vector<std::uint32_t>> groups(1);
  for (std::uint32_t v = 0; v < profiles.size(); ++v) {
    if (varies(profiles, v)) groups.front().push_back(v);
  }
  for (std::uint32_t split = 0; split < splits; ++split) {
    std::vector<std::vector<std::uint32_t>> next;
    for (const auto& group : groups) {
      if (group.size() < 2) {
        next.push_back(group);
        continue;
      }
      const auto second = parted(columns_of(profiles, group), stop);
      std::vector<std::uint32_t> parts[2];
      for (std::size_t k = 0; k < group.size(); ++k) parts[second[k]].push_back(group[k]);
      for (auto& part : parts) {
        if (!part.empty()) next.push_back(std::move(part));
      }
    }
    groups = std::move(next);
  }
  std::sort(groups.begin(), groups.end());
  std::vector<std::uint32_t> group_of(profiles.size(), not_placed);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    for (const std::uint32_t v : groups[g]) group_of[v] = std::uint32_t(g);
  }
  return group_of;
}

}  // namespace entente::structure
