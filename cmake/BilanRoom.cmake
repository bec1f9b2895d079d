# SPDX-License-Identifier: MPL-2.0
# add_bilan_room(NAME SOURCES … ROOMS … LIBRARIES …): one room of the house as a static library `bilan_NAME`.
# ROOMS are the rooms it may include; tools/check_rooms.py holds the includes to the same list.
# LIBRARIES are its own third parties: they are linked privately, so no other room sees their headers.
function(add_bilan_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;ROOMS;LIBRARIES" ${ARGN})
  add_library(bilan_${name} STATIC ${ROOM_SOURCES})
  target_include_directories(bilan_${name} PUBLIC "${CMAKE_SOURCE_DIR}/core")
  target_link_libraries(bilan_${name} PUBLIC bilan_contract PRIVATE bilan_flags)
  foreach(room IN LISTS ROOM_ROOMS)
    target_link_libraries(bilan_${name} PUBLIC bilan_${room})
  endforeach()
  target_link_libraries(bilan_${name} PRIVATE ${ROOM_LIBRARIES})
endfunction()
