/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The functions behind the rows of the format table, one pair per format. */
#ifndef RELATA_READ_READERS_H
#define RELATA_READ_READERS_H

#include "read/read.h"

G_BEGIN_DECLS

/* schema.json: the types that others are checked against (stage 0). */
gboolean relata_json_schema_recognises(const RelataInput *input);
gboolean relata_json_schema_read(RelataCorpus *corpus, const RelataInput *input,
                                 RelataDiagnostics *diagnostics, GError **error);

/* corpus.json: one JSON object (stage 1). */
gboolean relata_json_recognises(const RelataInput *input);
gboolean relata_json_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                          GError **error);

/* JSON Lines: one record a line (stage 1). */
gboolean relata_jsonl_recognises(const RelataInput *input);
gboolean relata_jsonl_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                           GError **error);

/* brat standoff: a .txt with an .ann, or .a1 and .a2, beside it (stage 2). */
gboolean relata_brat_recognises(const RelataInput *input);
char *relata_brat_main_of(const char *path);
gboolean relata_brat_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                          GError **error);

/* brat's annotation.conf (stage 2). */
gboolean relata_brat_conf_recognises(const RelataInput *input);
gboolean relata_brat_conf_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                               GError **error);

/* A .txt that nobody annotated: the text of a document that the corpus declares by that name (stage 2). */
gboolean relata_brat_text_recognises(const RelataInput *input);
gboolean relata_brat_text_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                               GError **error);

G_END_DECLS

#endif
