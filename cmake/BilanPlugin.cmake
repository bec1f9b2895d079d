# SPDX-License-Identifier: MPL-2.0
# add_bilan_plugin(NAME SOURCES … LIBRARIES …): one plugin of this tree: with the warnings of the house, and installed.
include(BilanAddPlugin)

function(add_bilan_plugin name)
  bilan_add_plugin(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE bilan_flags)
  set_property(GLOBAL APPEND PROPERTY BILAN_PLUGINS ${name})
  add_dependencies(product ${name})
  install(TARGETS ${name} LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}/bilan/plugins/${BILAN_PLUGIN_INTERFACE}")
endfunction()
