# SPDX-License-Identifier: Apache-2.0
# Configuring fails when an analysis of registry.def lacks its source or its test.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS registry.def)
file(STRINGS registry.def lines REGEX "^ANALYSIS")
foreach(line IN LISTS lines)
  if(NOT line MATCHES "^ANALYSIS\\(([a-z_]+), ([a-z0-9_]+)\\)$")
    message(FATAL_ERROR "engine/registry.def: '${line}' is not of the form ANALYSIS(folder, name)")
  endif()
  foreach(file "engine/${CMAKE_MATCH_1}/${CMAKE_MATCH_2}.cpp"
               "tests/${CMAKE_MATCH_1}/${CMAKE_MATCH_2}_test.cpp")
    if(NOT EXISTS "${PROJECT_SOURCE_DIR}/${file}")
      message(SEND_ERROR "engine/registry.def: '${line}' asks for ${file}, which is not there")
    endif()
  endforeach()
endforeach()
