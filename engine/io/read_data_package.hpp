// SPDX-License-Identifier: Apache-2.0
// What a data set's datapackage.json (Frictionless) says of it: title, licences, and the SHA-256 of
// its files; and, in a property of our own, `reference_day`: the day that questions are about where
// they name none, the last one on which the data set's lists were kept.
//
// Diagnostics: those of the JSON reader; K606 not of this form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/base/expected.hpp"

namespace entente::io {

struct PackagedFile {
  std::string path;    // from the folder of the data set
  std::string sha256;  // in small letters; "" where none is given
  Position where;      // of the digest, else of the entry
};

struct DataPackage {
  std::string name, title, description;
  std::string licence;  // of the whole, several joined by ", "
  std::optional<Day> reference_day;
  std::vector<PackagedFile> files;
};

Expected<DataPackage> read_data_package(std::string text, std::string file);

}  // namespace entente::io
