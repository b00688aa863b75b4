# SPDX-FileCopyrightText: The Chengdan authors
# SPDX-License-Identifier: GPL-3.0-or-later
include_guard()

# The name the system's loader knows a library by (its SONAME), as a string for the code of `target` that loads it.
function(chengdan_run_time_library target definition library)
  get_filename_component(name "${library}" NAME)
  if(CMAKE_OBJDUMP)
    execute_process(COMMAND "${CMAKE_OBJDUMP}" -p "${library}" OUTPUT_VARIABLE headers ERROR_QUIET)
    if(headers MATCHES "SONAME +([^ \n]+)")
      set(name "${CMAKE_MATCH_1}")
    endif()
  endif()
  target_compile_definitions(${target} PRIVATE ${definition}="${name}")
endfunction()
