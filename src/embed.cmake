# Files as arrays of a C source:
#   cmake -DOUTPUT=FILE.c -DHEADER=room/header.h -DTYPE=Struct -DTABLE=name -DFILES=a.json,b.css -P embed.cmake
# The table's rows are {"a", bytes, number of bytes}, in the order of FILES, and a row without a name ends it. What is
# not JSON is called by its whole name: "b.css".
string(REPLACE "," ";" files "${FILES}")
set(arrays "")
set(rows "")
foreach(file ${files})
  get_filename_component(name "${file}" NAME)
  string(REGEX REPLACE "\\.json$" "" name "${name}")
  string(MAKE_C_IDENTIFIER "bytes_of_${name}" array)
  file(READ "${file}" bytes HEX)
  string(REGEX REPLACE "(................................)" "\\1\n " bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND arrays "static const unsigned char ${array}[] = {\n ${bytes}\n};\n\n")
  string(APPEND rows "    {\"${name}\", ${array}, sizeof ${array}},\n")
endforeach()
file(WRITE "${OUTPUT}" "/* Made by src/embed.cmake. */\n#include \"${HEADER}\"\n\n${arrays}const ${TYPE} ${TABLE}[] = {\n${rows}    {NULL, NULL, 0},\n};\n")
