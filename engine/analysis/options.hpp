// SPDX-License-Identifier: Apache-2.0
// Parameters of an analysis: one description of each, from which flags, help, checks and values
// come.
//
// An Options struct has defaults and a static fields() that lists its members:
//   struct Options {
//     double damping = 0.85;
//     std::string convention = "wf";
//     static auto fields() {
//       return std::tuple{real("damping", &Options::damping, 0, 1, "chance of following an edge"),
//                         choice("convention", &Options::convention, {"wf", "reachable"}, "...")};
//     }
//   };
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/base/value.hpp"

namespace entente {

using FileTable = std::shared_ptr<const NodeTable>;

// A parameter as the command line and the reference page see it. Names use `_`, flags `-`.
struct ParamSpec {
  std::string name, help;
  Value fallback;
  double low = 0, high = 0;          // inclusive range of a number
  std::vector<std::string> choices;  // of a text; empty: any text
  std::string file_columns;          // "node,group": the parameter is the path of such a CSV file
  bool names_attribute = false;      // a text that names a property of the nodes
};

template <class Options, class T>
struct Field {
  ParamSpec spec;
  T Options::*member;
};

template <class Options>
Field<Options, double> real(std::string name, double Options::*member, double low, double high,
                            std::string help) {
  return {{std::move(name), std::move(help), 0.0, low, high, {}, {}, false}, member};
}
template <class Options>
Field<Options, std::int64_t> integer(std::string name, std::int64_t Options::*member, double low,
                                     double high, std::string help) {
  return {{std::move(name), std::move(help), std::int64_t{0}, low, high, {}, {}, false}, member};
}
template <class Options>
Field<Options, bool> flag(std::string name, bool Options::*member, std::string help) {
  return {{std::move(name), std::move(help), false, 0, 0, {}, {}, false}, member};
}
template <class Options>
Field<Options, std::string> choice(std::string name, std::string Options::*member,
                                   std::vector<std::string> choices, std::string help) {
  return {{std::move(name), std::move(help), std::string(), 0, 0, std::move(choices), {}, false},
          member};
}
// The value names a property of the nodes (View::column), which readers keep for it.
template <class Options>
Field<Options, std::string> attribute(std::string name, std::string Options::*member,
                                      std::string help) {
  return {{std::move(name), std::move(help), std::string(), 0, 0, {}, {}, true}, member};
}
// The value is null until the user names a file.
template <class Options>
Field<Options, FileTable> file(std::string name, FileTable Options::*member, std::string columns,
                               std::string help) {
  return {{std::move(name), std::move(help), FileTable(), 0, 0, {}, std::move(columns), false},
          member};
}

// An analysis without parameters.
struct NoOptions {
  static std::tuple<> fields() { return {}; }
};

template <class Options>
std::vector<ParamSpec> describe() {
  std::vector<ParamSpec> specs;
  const Options defaults;
  std::apply(
      [&](auto&&... field) {
        ((field.spec.fallback = defaults.*field.member, specs.push_back(field.spec)), ...);
      },
      Options::fields());
  return specs;
}

// Checks names, types and ranges and fills the defaults in; an integer may stand for a real.
// Reports everything that is wrong at once (codes P101 to P104).
Expected<Params> complete(const Params& given, const std::vector<ParamSpec>& specs);

// complete() has been called before; the types fit.
template <class Options>
Options bind(const Params& params) {
  Options options;
  std::apply(
      [&](auto&&... field) {
        ((options.*field.member = std::get<std::remove_cvref_t<decltype(options.*field.member)>>(
              params.at(field.spec.name))),
         ...);
      },
      Options::fields());
  return options;
}

}  // namespace entente
