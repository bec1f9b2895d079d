# SPDX-License-Identifier: MPL-2.0
# The steps of someone who writes a plugin outside the tree; each must succeed. See CMakeLists.txt for the variables.
set(work "${BUILD}/tests/packaging/work")
set(prefix "${work}/prefix")
file(REMOVE_RECURSE "${work}")

function(step)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGN}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

step("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${prefix}")
foreach(page guide/own_theme.md reference/bilan_query.md LISEZMOI.md)
  if(NOT EXISTS "${prefix}/share/doc/bilan/${page}")
    message(FATAL_ERROR "an installed bilan is without its documentation: ${page}")
  endif()
endforeach()
file(GLOB_RECURSE package_files "${prefix}/*.cmake")
foreach(file IN LISTS package_files)
  file(READ "${file}" text)
  string(FIND "${text}" "${SOURCE}" found)
  if(NOT found EQUAL -1)
    message(FATAL_ERROR "${file} names the folder of the source")
  endif()
endforeach()

step("${CMAKE_COMMAND}" -S "${SOURCE}/tests/outside" -B "${work}/build" -G "${GENERATOR}" -D "CMAKE_PREFIX_PATH=${prefix}"
  -D "CMAKE_CXX_COMPILER=${COMPILER}" -D CMAKE_BUILD_TYPE=Release)
step("${CMAKE_COMMAND}" --build "${work}/build")

file(WRITE "${work}/associations.lines" "Les Jardins\n\nRégie du Parc\n")
step("${LOADER}" "${work}/build/plugins" "${work}/associations.lines")
set(expected "outside-lines 0.1.0\nA1 Les Jardins\nA3 Régie du Parc\n")
if(NOT output STREQUAL expected)
  message(FATAL_ERROR "expected:\n${expected}\nread:\n${output}")
endif()

# The plugins of this build load from where they were installed.
step("${LOADER}" "${prefix}/${PLUGINS}")

# The skeleton that `bilan new plugin` makes builds by the commands it prints, as they are, from the build tree and from
# an installed bilan, and the program loads it from the user's folder.
function(new_plugin program home)
  step("${CMAKE_COMMAND}" -E env "HOME=${home}" "${program}" new plugin mots "${home}/mes mots" --lang en)
  string(REGEX REPLACE "^.*Next:\n" "" commands "${output}")
  file(WRITE "${home}/steps.sh" "set -e\n${commands}")
  step("${CMAKE_COMMAND}" -E env "HOME=${home}" "CXX=${COMPILER}" --unset=XDG_DATA_HOME sh "${home}/steps.sh")
  if(NOT output MATCHES "mots +0\\.1\\.0")
    message(FATAL_ERROR "the skeleton's plugin is not loaded:\n${commands}\n${output}")
  endif()
endfunction()

foreach(program_folder IN ITEMS "${prefix}/bin" "${BUILD}/bin")
  string(MD5 home "${program_folder}")
  new_plugin("${program_folder}/bilan" "${work}/${home}")
endforeach()
