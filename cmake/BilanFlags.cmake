# SPDX-License-Identifier: MPL-2.0
# One interface target carries the language level, the warnings and the sanitizers to everything of ours.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
# Assertions stay on in every build: a bug must not become a wrong figure.
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
if(BILAN_SANITIZE)
  set(CMAKE_CXX_FLAGS_RELEASE "-O1 -g1") # compiling is most of a sanitizer pass
endif()

find_program(BILAN_CCACHE ccache)
if(BILAN_CCACHE)
  # Objects that use a precompiled header are kept too: of the macros it saw, none depends on time.
  # Paths below the sources count from the build folder: what one clone compiled serves every other.
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros,locale
    "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${BILAN_CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${BILAN_CCACHE}")
endif()

add_library(bilan_flags INTERFACE)
target_compile_options(bilan_flags INTERFACE
  -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
  # GCC 12 takes `"literal" + string` for overlapping memory (its bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  # The same path in every build folder: no path of a machine in a binary, and a warm compiler cache everywhere.
  "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")
if(BILAN_SANITIZE)
  target_compile_options(bilan_flags INTERFACE
    "-fsanitize=${BILAN_SANITIZE}" -fno-omit-frame-pointer -fno-sanitize-recover=all
    # The checks that are put in hide from GCC what is initialised (its manual says so); the other builds keep the warning.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_compile_definitions(bilan_flags INTERFACE _GLIBCXX_ASSERTIONS)
  target_link_options(bilan_flags INTERFACE "-fsanitize=${BILAN_SANITIZE}")
endif()
if(BILAN_FUZZERS)
  target_compile_options(bilan_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

add_library(bilan_contract INTERFACE)
add_library(bilan::contract ALIAS bilan_contract)
target_include_directories(bilan_contract INTERFACE
  "$<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/core/include>" "$<INSTALL_INTERFACE:include>")
target_compile_features(bilan_contract INTERFACE cxx_std_20)
