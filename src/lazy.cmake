# A library that most commands do without is loaded when it is first needed, which spares them its start: igraph alone
# brings twenty others. lazy_library() makes two files for that in the folder "lazy" of the build:
#
#   lazy_NAME.h   includes the library's headers and makes each of the symbols lead to what was loaded
#   lazy_NAME.c   gboolean relata_lazy_NAME(GError **error): loads it; later calls return at once
#
# PACKAGE is what pkg_check_modules() found. A symbol that is used, but not listed, does not link. Where there is no
# shared library, as with an igraph that was built static, the files do nothing, and NAME_linked is what has to be linked.
function(lazy_library name)
  cmake_parse_arguments(lazy "" "PACKAGE" "HEADERS;SYMBOLS" ${ARGN})
  set(soname "")
  list(GET ${lazy_PACKAGE}_LINK_LIBRARIES 0 library)
  if(EXISTS "${library}" AND CMAKE_OBJDUMP)
    execute_process(COMMAND ${CMAKE_OBJDUMP} -p ${library} OUTPUT_VARIABLE about ERROR_QUIET)
    if(about MATCHES "SONAME +([^ \n]+)")
      set(soname "${CMAKE_MATCH_1}")
    endif()
  endif()
  set(includes "")
  set(declared "")
  set(defined "")
  set(rows "")
  foreach(header ${lazy_HEADERS})
    string(APPEND includes "#include <${header}>\n")
  endforeach()
  if(soname)
    foreach(symbol ${lazy_SYMBOLS})
      string(APPEND declared "extern __typeof__(${symbol}) *relata_lazy_${symbol};\n#define ${symbol} (*relata_lazy_${symbol})\n")
      string(APPEND defined "__typeof__(${symbol}) *relata_lazy_${symbol};\n")
      string(APPEND rows "    {\"${symbol}\", (gpointer *)(gpointer)&relata_lazy_${symbol}},\n")
    endforeach()
    set(body "  static const RelataSymbol symbols[] = {\n${rows}  };\n  static gboolean loaded;\n  if (!loaded)\n    loaded = relata_library_load(\"${soname}\", symbols, G_N_ELEMENTS(symbols), error);\n  return loaded;\n")
    set(${name}_linked "" PARENT_SCOPE)
  else()
    set(${name}_linked PkgConfig::${lazy_PACKAGE} PARENT_SCOPE)
    set(body "  (void)error;\n  return TRUE;\n")
  endif()
  string(TOUPPER "${name}" guard)
  # The definitions come before the header's macros would change them.
  file(CONFIGURE OUTPUT lazy/lazy_${name}.h @ONLY CONTENT
"/* Made by src/lazy.cmake. */
#ifndef RELATA_LAZY_${guard}_H
#define RELATA_LAZY_${guard}_H
#include <glib.h>
${includes}
gboolean relata_lazy_${name}(GError **error);
${declared}
#endif
")
  file(CONFIGURE OUTPUT lazy/lazy_${name}.c @ONLY CONTENT
"/* Made by src/lazy.cmake. */
#include \"text/library.h\"
${includes}
${defined}
gboolean relata_lazy_${name}(GError **error);

gboolean
relata_lazy_${name}(GError **error)
{
${body}}
")
endfunction()
