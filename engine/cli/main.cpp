// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <string>

#include "engine/base/version.hpp"

int main(int argc, char** argv) {
  CLI::App app("Entente: who stands with whom, and how do we know?", "entente");
  app.set_version_flag("--version", "entente " + std::string(entente::version()));
  CLI11_PARSE(app, argc, argv);
}
