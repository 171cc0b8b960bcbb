// SPDX-License-Identifier: Apache-2.0
// entente what-if DATASET --remove NODE / --add "A signed B": the same analysis on the edited
// graph.
#include "engine/study/what_if.hpp"

#include <algorithm>
#include <memory>

#include "engine/cli/command.hpp"
#include "engine/cli/complain.hpp"
#include "engine/cli/data_sets.hpp"
#include "engine/cli/made_up_claim.hpp"
#include "engine/cli/one_table.hpp"
#include "engine/cli/open_data_set.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/projection_options.hpp"
#include "engine/cli/run_options.hpp"
#include "engine/cli/terminal.hpp"
#include "engine/report/what_if_text.hpp"

namespace entente::cli {
namespace {

struct WhatIfCommand {
  std::string data_set, table;
  std::vector<std::string> remove, add;
  ProjectionOptions projection;
  RunOptions run_options;
  OutputOptions output;
};

// The edit, and each part of it in words.
struct Wanted {
  Edit edit;
  std::vector<std::string> words;
};

Expected<Wanted> read_edit(const WhatIfCommand& command, const KnowledgeGraph& graph,
                           const Projection& projection) {
  const NodeNames names(graph);
  Wanted wanted;
  Diagnostics problems;
  const auto refuse = [&](const Diagnostics& more) {
    problems.insert(problems.end(), more.begin(), more.end());
  };
  for (const std::string& name : command.remove) {
    const auto node = names.find(name);
    if (!node) {
      refuse(node.error());
      continue;
    }
    wanted.edit.removed.push_back(*node);
    wanted.words.push_back("without " + std::string(graph.label(*node)));
  }
  const auto gone = [&](NodeId node) {
    const auto& removed = wanted.edit.removed;
    return std::find(removed.begin(), removed.end(), node) != removed.end();
  };
  for (const std::string& text : command.add) {
    auto claim = read_made_up_claim(text, graph, names);
    if (!claim) {
      refuse(claim.error());
      continue;
    }
    for (const NodeId end : {claim->subject, claim->object}) {
      if (gone(end))
        problems.push_back(error("N105", "'" + std::string(graph.label(end)) +
                                             "' is both removed and named in \"" + text + '"'));
    }
    wanted.words.push_back(std::string(graph.label(claim->subject)) + ' ' + claim->verb +
                           (claim->value.empty() ? "" : ' ' + claim->value) + ' ' +
                           std::string(graph.label(claim->object)));
    wanted.edit.added.push_back(*std::move(claim));
  }
  if (!problems.empty()) return problems;
  wanted.edit.from = *projection.as_of;
  wanted.edit.recorded = std::min(graph.snapshot(), projection.known_by.value_or(graph.snapshot()));
  return wanted;
}

std::string shown(const KnowledgeGraph& graph, const WhatIf& found, const Wanted& wanted,
                  const WhatIfCommand& command, const Context& context, Format format) {
  if (format == Format::json) return what_if_json(graph, found, wanted.words, context);
  if (format == Format::csv) return table_as_csv(what_if_tables(found), command.table);
  const std::size_t width = command.output.out.empty() ? columns_of(Stream::out) : 80;
  return what_if_text(graph, found, wanted.words, width) + "\nEffort " +
         command.run_options.effort + ", seed " + std::to_string(command.run_options.seed) +
         "; the data set is as it was.\n";
}

Status refuse(const Diagnostics& problems) {
  complain(problems);
  return Status::input_wrong;
}

Status execute(const WhatIfCommand& command, const Session& session) {
  const std::string usage = "entente what-if DATASET --remove NODE --add \"A signed B\"";
  if (command.data_set.empty()) throw CommandLineError{{error("C107", "no data set given", usage)}};
  if (command.remove.empty() && command.add.empty())
    throw CommandLineError{{error("C107", "nothing to remove or to add", usage)}};
  const Format format = command.output.chosen();
  Context context = command.run_options.context(session.stop);
  const Projection asked = command.projection.applied_to({});
  const auto opened =
      open_data_set(find_data_set(command.data_set, command.projection.dataset), command.data_set,
                    command.projection, asked, command.output.quiet, session.stop);
  if (!opened) return refuse(opened.error());
  const auto& [data, projection] = *opened;
  const auto wanted = read_edit(command, data.graph, projection);
  if (!wanted) return refuse(wanted.error());
  const auto after = edited(data.graph, wanted->edit);
  if (!after) return refuse(after.error());
  std::optional<Expected<WhatIf>> found;
  {
    Progress progress(command.output.quiet);
    context.progress = progress.callback();
    found = what_if(data.graph, *after, projection, context);
  }
  if (!*found) return refuse((*found).error());
  context.check_stop();
  return emit(shown(data.graph, **found, *wanted, command, context, format), command.output.out);
}

}  // namespace

Command what_if_command() {
  return {
      .name = "what-if",
      .summary = "the same analysis without a node or with a claim more, and what changes",
      .examples = {"entente what-if cyber-norms --remove France",
                   "entente what-if cyber-norms --add 'China endorsed Paris Call' --kinds state",
                   "entente what-if cyber-norms --remove 'United States' --add 'India voted no "
                   "73/27'"},
      .declare = [](CLI::App& app, std::vector<std::string>&) -> Action {
        auto command = std::make_shared<WhatIfCommand>();
        app.add_option("DATASET", command->data_set, "a data set by its folder or name");
        const auto add = [&](const char* name, std::vector<std::string>& values, const char* type,
                             const char* help) {
          app.add_option(name, values, help)
              ->type_name(type)
              ->group("Edits")
              ->expected(1)
              ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
              ->allow_extra_args(false);
        };
        add("--remove", command->remove, "NODE",
            "a node, with all that is said of it; may be given again");
        add("--add", command->add, "CLAIM",
            "a claim that nobody made, such as \"France signed Paris Call\" or \"France voted "
            "no 73/27\"; may be given again");
        add_projection_options(app, command->projection);
        add_run_options(app, command->run_options);
        add_output_options(app, command->output);
        app.add_option("--table", command->table,
                       "the table that csv has: views (the default), centralities, groups, "
                       "flows, movers")
            ->type_name("NAME")
            ->group("Output");
        return [command](const Session& session) { return execute(*command, session); };
      }};
}

}  // namespace entente::cli
