# SPDX-License-Identifier: MPL-2.0
# Lua 5.4 built as C++, so that a Lua error unwinds C++ frames. Debian ships it beside the C build, under one header.
find_package(PkgConfig REQUIRED)
pkg_check_modules(LUA REQUIRED lua5.4-c++)
# The archive where there is one: a call between a report and bilan is then a tenth to a sixth cheaper, and no other
# Lua that something brings into the process can take its place.
find_library(BILAN_LUA NAMES liblua5.4-c++.a lua5.4-c++ HINTS ${LUA_LIBRARY_DIRS} REQUIRED)
mark_as_advanced(BILAN_LUA)
add_library(bilan_lua INTERFACE)
target_include_directories(bilan_lua SYSTEM INTERFACE ${LUA_INCLUDE_DIRS})
target_link_libraries(bilan_lua INTERFACE "${BILAN_LUA}" m ${CMAKE_DL_LIBS})

# Under the C build an error jumps over destructors. A small program proves which one this is.
if(NOT DEFINED BILAN_LUA_UNWINDS)
  file(WRITE "${CMAKE_BINARY_DIR}/lua_trial/trial.cpp" [[
#include <lua.hpp>
struct Guard { bool* ran; ~Guard() { *ran = true; } };
static int fail(lua_State* lua)
{
    const Guard guard{static_cast<bool*>(lua_touserdata(lua, 1))};
    return luaL_error(lua, "%s", "trial");
}
int main()
{
    bool ran = false;
    lua_State* const lua = luaL_newstate();
    lua_pushcfunction(lua, fail);
    lua_pushlightuserdata(lua, &ran);
    const int status = lua_pcall(lua, 1, 0, 0);
    lua_close(lua);
    return status == LUA_ERRRUN && ran ? 0 : 1;
}
]])
  try_run(trial_answer trial_compiled "${CMAKE_BINARY_DIR}/lua_trial" "${CMAKE_BINARY_DIR}/lua_trial/trial.cpp"
    CMAKE_FLAGS "-DINCLUDE_DIRECTORIES=${LUA_INCLUDE_DIRS}"
    LINK_LIBRARIES "${BILAN_LUA}" m ${CMAKE_DL_LIBS})
  if(NOT trial_compiled OR NOT trial_answer EQUAL 0)
    message(FATAL_ERROR "Errors of this Lua do not unwind C++ frames. Install liblua5.4-dev, which holds lua5.4-c++.")
  endif()
  set(BILAN_LUA_UNWINDS TRUE CACHE INTERNAL "errors of Lua unwind C++ frames")
endif()
