# SPDX-License-Identifier: MPL-2.0
# Lua 5.4 built as C++, so that a Lua error unwinds C++ frames. Debian ships it beside the C build, under one header.
find_package(PkgConfig REQUIRED)
pkg_check_modules(LUA REQUIRED IMPORTED_TARGET lua5.4-c++)
