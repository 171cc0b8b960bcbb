// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_data_package.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "engine/io/json.hpp"

namespace entente::io {
namespace {

class Reader {
 public:
  explicit Reader(const JsonDocument& document) : document_(document) {}

  Expected<DataPackage> read() {
    const JsonValue& root = document_.root;
    if (root.object() == nullptr) {
      complain(fmt::format("the description is {}, not an object", root.kind()), root);
      return problems_;
    }
    DataPackage package;
    package.name = text(root, "name");
    package.title = text(root, "title");
    package.description = text(root, "description");
    const std::string day = text(root, "reference_day");
    const auto span = parse_date(day);
    if (!day.empty() && (!span || !span->exact())) {
      complain(fmt::format("'reference_day' is '{}', not a day such as 2024-01-19", day),
               *root.find("reference_day"));
    } else if (!day.empty()) {
      package.reference_day = span->first;
    }
    for (const JsonValue& licence : list(root, "licenses")) {
      const std::string name = text(licence, "name");
      package.licence +=
          (package.licence.empty() ? "" : ", ") + (name.empty() ? text(licence, "title") : name);
    }
    for (const JsonValue& resource : list(root, "resources")) {
      PackagedFile file{text(resource, "path"), {}, document_.at(resource)};
      const std::string hash = text(resource, "hash");
      if (hash.starts_with("sha256:")) {
        file.sha256 = hash.substr(7);
        file.where = document_.at(*resource.find("hash"));
      }
      // Without a path the data stand in the description itself, and there is no file to compare.
      if (!file.path.empty()) package.files.push_back(std::move(file));
    }
    if (!problems_.empty()) return problems_;
    return package;
  }

 private:
  void complain(std::string message, const JsonValue& value) {
    problems_.push_back(
        error("K606", std::move(message), "see specs.frictionlessdata.io", document_.at(value)));
  }

  // "" where it is not there.
  std::string text(const JsonValue& object, const char* name) {
    const JsonValue* const value = object.find(name);
    if (value == nullptr) return {};
    if (value->text() != nullptr) return *value->text();
    complain(fmt::format("'{}' is {}, not a text", name, value->kind()), *value);
    return {};
  }

  JsonValue::Array list(const JsonValue& object, const char* name) {
    const JsonValue* const value = object.find(name);
    if (value == nullptr) return {};
    if (value->array() != nullptr) return *value->array();
    complain(fmt::format("'{}' is {}, not a list", name, value->kind()), *value);
    return {};
  }

  const JsonDocument& document_;
  Diagnostics problems_;
};

}  // namespace

Expected<DataPackage> read_data_package(std::string text, std::string file) {
  const auto document = parse_json(std::move(text), std::move(file));
  if (!document) return document.error();
  return Reader(*document).read();
}

}  // namespace entente::io
