// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/bicm_peel.hpp"

namespace entente::bipartite {
namespace {

class Peeler {
 public:
  Peeler(const BicmClasses& classes, BicmPeel& peel) : classes_(classes), peel_(peel) {}

  void run() {
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t r = 0; r < classes_.rows.size(); ++r) changed |= peel_row(r);
      for (std::size_t u = 0; u < classes_.units.size(); ++u) changed |= peel_unit(u);
    }
  }

 private:
  std::uint32_t open_answers(std::size_t u) const {
    return peel_.answer_open[2 * u] + peel_.answer_open[2 * u + 1];
  }

  bool peel_row(std::size_t r) {
    if (!peel_.row_open[r]) return false;
    const std::uint32_t degree = peel_.row_degree[r];
    std::uint64_t room = 0;
    bool choice = false;  // between the two answers of a roll call
    for (std::size_t u = 0; u < classes_.units.size(); ++u) {
      const std::uint32_t answers = open_answers(u), known = classes_.units_known(r, u);
      if (answers == 0 || known == 0) continue;
      room += known;
      choice |= answers == 2;
    }
    const bool full = degree == room && !choice;
    if (degree != 0 && !full) return false;
    peel_.row_open[r] = 0;
    if (degree == 0) return true;
    for (std::size_t u = 0; u < classes_.units.size(); ++u) {
      for (std::size_t s = 0; s < 2; ++s) {
        if (!peel_.answer_open[2 * u + s] || classes_.units_known(r, u) == 0) continue;
        peel_.chance[peel_.cell(r, u, s)] = 1;
        peel_.answer_degree[2 * u + s] -= classes_.rows_known(r, u);
      }
    }
    peel_.row_degree[r] = 0;
    return true;
  }

  bool peel_unit(std::size_t u) {
    if (open_answers(u) == 0) return false;
    bool changed = false;
    for (std::size_t s = 0; s < 2; ++s) {
      if (!peel_.answer_open[2 * u + s] || peel_.answer_degree[2 * u + s] != 0) continue;
      peel_.answer_open[2 * u + s] = 0;
      changed = true;
    }
    if (open_answers(u) == 0) return true;
    std::uint64_t room = 0;
    for (std::size_t r = 0; r < classes_.rows.size(); ++r) {
      if (peel_.row_open[r]) room += classes_.rows_known(r, u);
    }
    const std::uint64_t degree =
        std::uint64_t{peel_.answer_degree[2 * u]} + peel_.answer_degree[2 * u + 1];
    if (degree != room) return changed;
    // Every row gives one of the open answers, and its activity does not say which.
    for (std::size_t r = 0; r < classes_.rows.size(); ++r) {
      const std::uint32_t known = classes_.units_known(r, u);
      if (!peel_.row_open[r] || known == 0) continue;
      peel_.row_degree[r] -= known;
      for (std::size_t s = 0; s < 2; ++s) {
        if (!peel_.answer_open[2 * u + s]) continue;
        peel_.chance[peel_.cell(r, u, s)] =
            static_cast<double>(peel_.answer_degree[2 * u + s]) / static_cast<double>(room);
      }
    }
    for (std::size_t s = 0; s < 2; ++s) {
      peel_.answer_open[2 * u + s] = 0;
      peel_.answer_degree[2 * u + s] = 0;
    }
    return true;
  }

  const BicmClasses& classes_;
  BicmPeel& peel_;
};

}  // namespace

BicmPeel::BicmPeel(const BicmClasses& classes)
    : unit_count(classes.units.size()),
      chance(classes.rows.size() * classes.units.size() * 2, 0.0),
      row_open(classes.rows.size(), 1) {
  for (const auto& row : classes.rows) row_degree.push_back(row.degree);
  for (const auto& unit : classes.units) {
    for (std::uint32_t s = 0; s < 2; ++s) {
      answer_open.push_back(s < unit.answers ? 1 : 0);
      answer_degree.push_back(unit.degree[s]);
    }
  }
  Peeler(classes, *this).run();
}

}  // namespace entente::bipartite
