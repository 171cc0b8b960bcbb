# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where, and the two Debian packages that `cpack` makes of it: the
# component `program` (entente: program, data sets, manual, completion) and the component
# `development` (libentente-dev: library, headers, find_package(Entente)).

# The manual and the completions are what the program says of itself.
set(manual "${CMAKE_CURRENT_BINARY_DIR}/manual")
file(MAKE_DIRECTORY "${manual}")
add_custom_command(
  OUTPUT "${manual}/entente.1" "${manual}/reference.md" "${manual}/entente.bash"
    "${manual}/_entente" "${manual}/entente.fish"
  COMMAND entente_program manual man --out "${manual}/entente.1"
  COMMAND entente_program manual markdown --out "${manual}/reference.md"
  COMMAND entente_program completion bash > "${manual}/entente.bash"
  COMMAND entente_program completion zsh > "${manual}/_entente"
  COMMAND entente_program completion fish > "${manual}/entente.fish"
  DEPENDS entente_program
  COMMENT "Writing the manual")
add_custom_target(entente_manual ALL DEPENDS "${manual}/entente.1")

install(TARGETS entente_program RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT program)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/graph_data" DESTINATION "${CMAKE_INSTALL_DATADIR}/entente"
  COMPONENT program)
install(FILES "${manual}/entente.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT program)
install(FILES "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/CHANGELOG.md"
  "${manual}/reference.md" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/entente" COMPONENT program)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/entente"
  RENAME copyright COMPONENT program)
install(FILES "${manual}/entente.bash" RENAME entente
  DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT program)
install(FILES "${manual}/_entente" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions"
  COMPONENT program)
install(FILES "${manual}/entente.fish"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" COMPONENT program)

include(CMakePackageConfigHelpers)
set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/Entente")
set_target_properties(entente PROPERTIES EXPORT_NAME entente)
install(TARGETS entente EXPORT EntenteTargets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT development)
install(EXPORT EntenteTargets NAMESPACE Entente:: DESTINATION "${package_folder}"
  COMPONENT development)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/engine" COMPONENT development
  DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/entente"
  FILES_MATCHING PATTERN "*.hpp" PATTERN cli EXCLUDE)
configure_package_config_file(EntenteConfig.cmake.in EntenteConfig.cmake
  INSTALL_DESTINATION "${package_folder}")
write_basic_package_version_file(EntenteConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/EntenteConfig.cmake"
  "${CMAKE_CURRENT_BINARY_DIR}/EntenteConfigVersion.cmake" DESTINATION "${package_folder}"
  COMPONENT development)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The Entente project <entente@example.org>")
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME entente)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "Who stands with whom, and how do we know?
 Analyses graphs of actors, agreements and principles: coalitions, brokers,
 absences, each number with the claims behind it. With its data sets.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libentente-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libboost-dev, libfmt-dev, libeigen3-dev, \
libexpat1-dev, zlib1g-dev, libicu-dev, libssl-dev, libcsv-dev, libtbb-dev")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "Entente as a C++ library
 Headers, the static library and find_package(Entente).")
include(CPack)
