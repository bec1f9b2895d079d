# SPDX-License-Identifier: MPL-2.0
# add_bilan_fuzzer(NAME SOURCE … LIBRARIES …): a libFuzzer target, which comes with clang only. The libraries are built
# so that libFuzzer sees their branches; the sanitizers must be on in them as well (BILAN_SANITIZE).
function(add_bilan_fuzzer name)
  cmake_parse_arguments(FUZZER "" "SOURCE" "LIBRARIES" ${ARGN})
  if(NOT BILAN_FUZZERS)
    return()
  endif()
  add_executable(${name} ${FUZZER_SOURCE})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_link_libraries(${name} PRIVATE ${FUZZER_LIBRARIES} bilan_flags)
  target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  foreach(library IN LISTS FUZZER_LIBRARIES)
    target_compile_options(${library} PRIVATE -fsanitize=fuzzer-no-link)
  endforeach()
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/fuzz")
endfunction()
