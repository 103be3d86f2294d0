/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The functions behind the rows of the format table, one pair per format. */
#ifndef RELATA_READ_READERS_H
#define RELATA_READ_READERS_H

#include "read/read.h"

G_BEGIN_DECLS

/* schema.json: the types that others are checked against (stage 0). */
gboolean relata_json_schema_recognises(const RelataInput *input);
gboolean relata_json_schema_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                                 GError **error);

/* corpus.json: one JSON object (stage 1). */
gboolean relata_json_recognises(const RelataInput *input);
gboolean relata_json_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                          GError **error);

/* JSON Lines: one record a line (stage 1). */
gboolean relata_jsonl_recognises(const RelataInput *input);
gboolean relata_jsonl_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                           GError **error);

G_END_DECLS

#endif
