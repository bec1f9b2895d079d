# SPDX-License-Identifier: MPL-2.0
# `cmake --build … --target fuzzers`: every fuzz target and what it links, nothing else of the tree.
if(BILAN_FUZZERS)
  add_custom_target(fuzzers)
endif()

# add_bilan_fuzzer(NAME SOURCES … LIBRARIES …): a libFuzzer target, which comes with clang only. BilanFlags.cmake lets it
# see the branches of everything of ours; the sanitizers must be on there as well (BILAN_SANITIZE).
function(add_bilan_fuzzer name)
  cmake_parse_arguments(FUZZER "" "" "SOURCES;LIBRARIES" ${ARGN})
  if(NOT BILAN_FUZZERS)
    return()
  endif()
  add_executable(${name} ${FUZZER_SOURCES})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/core" "${CMAKE_SOURCE_DIR}/tests")
  target_link_libraries(${name} PRIVATE ${FUZZER_LIBRARIES} bilan_flags)
  target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/fuzz")
  add_dependencies(fuzzers ${name})
endfunction()
