# SPDX-License-Identifier: MPL-2.0
# An installed bilan: the program (core/app), its plugins (BilanPlugin.cmake), its Lua library and reports, and for
# plugins of another house the contract and a CMake package: find_package(bilan) gives bilan::contract and
# bilan_add_plugin().
include(CMakePackageConfigHelpers)
set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/bilan")

foreach(folder scripts reports)
  if(IS_DIRECTORY "${CMAKE_SOURCE_DIR}/${folder}")
    install(DIRECTORY "${folder}" DESTINATION "${CMAKE_INSTALL_DATADIR}/bilan")
  endif()
endforeach()

# What the skeletons of `bilan new` and the pages of `bilan doc` refer to.
install(DIRECTORY docs/guide docs/reference DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES README.md LISEZMOI.md LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")

install(DIRECTORY core/include/bilan DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
set_target_properties(bilan_contract PROPERTIES EXPORT_NAME contract)
install(TARGETS bilan_contract EXPORT bilan-targets)
install(EXPORT bilan-targets NAMESPACE bilan:: DESTINATION "${package_folder}")

configure_package_config_file(cmake/bilan-config.cmake.in bilan-config.cmake INSTALL_DESTINATION "${package_folder}")
write_basic_package_version_file(bilan-config-version.cmake COMPATIBILITY SameMinorVersion)
install(
  FILES
    "${CMAKE_BINARY_DIR}/bilan-config.cmake" "${CMAKE_BINARY_DIR}/bilan-config-version.cmake"
    cmake/BilanAddPlugin.cmake cmake/plugin_exports.map
  DESTINATION "${package_folder}")
