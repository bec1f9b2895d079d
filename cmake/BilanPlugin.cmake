# SPDX-License-Identifier: MPL-2.0
# add_bilan_plugin(NAME SOURCES … LIBRARIES …): one plugin, a shared library that sees the contract and its own
# libraries and nothing else of bilan. All plugins of a build land in build/plugins/<interface number>/.
set(BILAN_PLUGIN_INTERFACE 1)
set(BILAN_PLUGIN_BUILD_DIR "${CMAKE_BINARY_DIR}/plugins/${BILAN_PLUGIN_INTERFACE}")

function(add_bilan_plugin name)
  cmake_parse_arguments(PLUGIN "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_library(${name} MODULE ${PLUGIN_SOURCES})
  target_link_libraries(${name} PRIVATE bilan_contract bilan_flags ${PLUGIN_LIBRARIES})
  # Undefined symbols are refused at link time, except under sanitizers, whose runtime comes with the host.
  if(NOT BILAN_SANITIZE)
    target_link_options(${name} PRIVATE "LINKER:--no-undefined")
  endif()
  target_link_options(${name} PRIVATE "LINKER:--exclude-libs,ALL")
  set_target_properties(${name} PROPERTIES PREFIX "" LIBRARY_OUTPUT_DIRECTORY "${BILAN_PLUGIN_BUILD_DIR}")
  install(TARGETS ${name} LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}/bilan/plugins/${BILAN_PLUGIN_INTERFACE}")
endfunction()
