// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/options.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

namespace {

struct Options {
  double damping = 0.85;
  std::int64_t steps = 10;
  bool normalized = false;
  std::string convention = "wf";
  static auto fields() {
    using namespace entente;
    return std::tuple{real("damping", &Options::damping, 0, 1, "chance"),
                      integer("steps", &Options::steps, 1, 100, "how many"),
                      flag("normalized", &Options::normalized, "divide"),
                      choice("convention", &Options::convention, {"wf", "reachable"}, "which")};
  }
};

std::vector<std::string> codes(const entente::Params& given) {
  const auto params = complete(given, entente::describe<Options>());
  std::vector<std::string> result;
  if (!params) {
    for (const auto& problem : params.error()) result.push_back(problem.code);
  }
  return result;
}

}  // namespace

TEST_CASE("defaults are filled in and an integer stands for a real", "[analysis][options]") {
  const auto params = complete({{"damping", std::int64_t{1}}}, entente::describe<Options>());
  REQUIRE(params);
  const auto options = entente::bind<Options>(*params);
  CHECK(options.damping == 1.0);
  CHECK(options.steps == 10);
  CHECK(options.convention == "wf");
}

TEST_CASE("everything that is wrong is reported at once", "[analysis][options]") {
  CHECK(codes({{"dumping", 0.5}}) == std::vector<std::string>{"P101"});
  CHECK(codes({{"damping", std::string("much")}}) == std::vector<std::string>{"P102"});
  CHECK(codes({{"steps", 1.5}}) == std::vector<std::string>{"P102"});
  CHECK(codes({{"damping", 1.5}, {"steps", std::int64_t{0}}, {"convention", std::string("fw")}}) ==
        std::vector<std::string>{"P104", "P103", "P103"});
}

TEST_CASE("a real without a default of its own stays open until it is given",
          "[analysis][options]") {
  entente::ParamSpec spec;
  spec.name = "alpha";
  spec.fallback = std::nan("");
  spec.high = 1;
  const auto open = entente::complete({}, {spec});
  REQUIRE(open);
  CHECK(std::isnan(std::get<double>(open->at("alpha"))));
  CHECK(entente::complete({{"alpha", std::nan("")}}, {spec}));
  CHECK_FALSE(entente::complete({{"alpha", 2.0}}, {spec}));
  spec.fallback = 0.5;
  CHECK_FALSE(entente::complete({{"alpha", std::nan("")}}, {spec}));
}
