/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of input formats. The first row that recognises a file reads it. */
#include "read/readers.h"

const RelataInputFormat relata_input_formats[] = {
  {.name = "schema", .description = "relata's schema (JSON)", .stage = 0,
   .recognises = relata_json_schema_recognises, .read = relata_json_schema_read},
  {.name = "json", .description = "relata's corpus (JSON)", .stage = 1,
   .recognises = relata_json_recognises, .read = relata_json_read},
  {.name = "jsonl", .description = "relata's corpus as JSON Lines, one record a line", .stage = 1,
   .recognises = relata_jsonl_recognises, .read = relata_jsonl_read},
  {.name = "brat", .description = "brat standoff: .txt with .ann, or with .a1 and .a2", .stage = 2,
   .main_of = relata_brat_main_of, .recognises = relata_brat_recognises, .read = relata_brat_read},
  {.name = "annotation.conf", .description = "brat's configuration: types and their arguments", .stage = 2,
   .auxiliary = TRUE, .recognises = relata_brat_conf_recognises, .read = relata_brat_conf_read},
  {.name = "text", .description = "the plain text of a document that another file declares", .stage = 2,
   .auxiliary = TRUE, .recognises = relata_brat_text_recognises, .read = relata_brat_text_read},
  {.name = NULL},
};
