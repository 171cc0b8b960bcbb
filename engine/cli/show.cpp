// SPDX-License-Identifier: Apache-2.0
// entente show NODE [NODE]: all that is known about a node or a pair, claim by claim.
#include <memory>

#include "engine/cli/command.hpp"
#include "engine/cli/complain.hpp"
#include "engine/cli/data_sets.hpp"
#include "engine/cli/node_names.hpp"
#include "engine/cli/open_data_set.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/projection_options.hpp"
#include "engine/cli/terminal.hpp"
#include "engine/report/csv.hpp"
#include "engine/report/dossier_text.hpp"

namespace entente::cli {
namespace {

struct ShowCommand {
  std::vector<std::string> names;
  std::size_t rows = 10;
  ProjectionOptions projection;
  OutputOptions output;
};

std::string shown(const KnowledgeGraph& graph, const Dossier& dossier, const ShowCommand& command,
                  Format format) {
  if (format == Format::json) return dossier_json(graph, dossier);
  if (format == Format::csv) return to_csv(claims_table(graph, dossier), View());
  const bool terminal = command.output.out.empty() && is_terminal(Stream::out);
  return dossier_text(graph, dossier,
                      {.width = command.output.out.empty() ? columns_of(Stream::out) : 80,
                       .rows = command.rows,
                       .links = terminal});
}

Status execute(const ShowCommand& command, const Session& session) {
  if (command.names.empty() || command.names.size() > 2) {
    throw CommandLineError{
        {error("C107", command.names.empty() ? "no node given" : "more than two nodes given",
               "entente show NODE [NODE]; a name with blanks stands in quotes")}};
  }
  const Format format = command.output.chosen();
  const Projection wanted = command.projection.applied_to({});
  const auto opened = open_data_set(usual_data_set(command.projection.dataset), "cyber-norms",
                                    command.projection, wanted, command.output.quiet, session.stop);
  if (!opened) {
    complain(opened.error());
    return Status::input_wrong;
  }
  const KnowledgeGraph& graph = opened->data.graph;
  const NodeNames names(graph);
  std::vector<NodeId> nodes;
  Diagnostics problems;
  for (const std::string& name : command.names) {
    const auto node = names.find(name);
    if (node) {
      nodes.push_back(*node);
    } else {
      problems.insert(problems.end(), node.error().begin(), node.error().end());
    }
  }
  if (nodes.size() == 2 && nodes.front() == nodes.back()) {
    problems.push_back(error("N103", "both names mean " + std::string(graph.id(nodes[0])),
                             "give one name, or two nodes"));
  }
  if (!problems.empty()) {
    complain(problems);
    return Status::input_wrong;
  }
  const auto other = nodes.size() == 2 ? std::optional(nodes[1]) : std::nullopt;
  const Dossier dossier = dossier_of(graph, nodes.front(), other, opened->projection);
  return emit(shown(graph, dossier, command, format), command.output.out);
}

}  // namespace

Command show_command() {
  return {.name = "show",
          .summary = "all that is known about a node or a pair, claim by claim, with sources",
          .examples = {"entente show France", "entente show microsoft 'Paris Call'",
                       "entente show agreement.paris-call --rows 50 | less",
                       "entente show 'United States' --dataset un-votes",
                       "entente show China 'Paris Call' --as-of 2018-12-31 --format json"},
          .declare = [](CLI::App& app, std::vector<std::string>&) -> Action {
            auto command = std::make_shared<ShowCommand>();
            app.add_option("NODE", command->names,
                           "one node or two: an id, a label or an alias; case and accents do not "
                           "count")
                ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
            add_projection_options(app, command->projection);
            add_output_options(app, command->output);
            app.add_option("--rows", command->rows,
                           "claims of each relation that a table shows (default 10; 0: all)")
                ->type_name("N")
                ->group("Output");
            return [command](const Session& session) { return execute(*command, session); };
          }};
}

}  // namespace entente::cli
