# SPDX-License-Identifier: MPL-2.0
# bilan_add_plugin(NAME SOURCES … LIBRARIES …): one plugin, a shared library that sees the contract and its own
# libraries and nothing else of bilan. This file serves bilan's own tree and, installed, plugins of another house.
# All plugins of a build land in plugins/<interface number>/ of the build folder, as the host wants to find them:
# bilan can be pointed at <build folder>/plugins.
set(BILAN_PLUGIN_INTERFACE 4)
set(BILAN_PLUGIN_BUILD_DIR "${CMAKE_BINARY_DIR}/plugins/${BILAN_PLUGIN_INTERFACE}")

function(bilan_add_plugin name)
  cmake_parse_arguments(PLUGIN "" "" "SOURCES;LIBRARIES" ${ARGN})
  if(NOT PLUGIN_SOURCES OR PLUGIN_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "bilan_add_plugin(${name}): write bilan_add_plugin(NAME SOURCES … [LIBRARIES …]).")
  endif()
  add_library(${name} MODULE ${PLUGIN_SOURCES})
  target_link_libraries(${name} PRIVATE bilan::contract ${PLUGIN_LIBRARIES})
  set_target_properties(${name} PROPERTIES
    PREFIX "" SUFFIX ".so" LIBRARY_OUTPUT_DIRECTORY "${BILAN_PLUGIN_BUILD_DIR}"
    CXX_EXTENSIONS OFF CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  set(exports "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/plugin_exports.map")
  target_link_options(${name} PRIVATE "LINKER:--exclude-libs,ALL" "LINKER:--version-script=${exports}")
  set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS "${exports}")
  # Undefined symbols are refused at link time, except under sanitizers, whose runtime comes with the host.
  if(NOT BILAN_SANITIZE)
    target_link_options(${name} PRIVATE "LINKER:--no-undefined")
  endif()
endfunction()
