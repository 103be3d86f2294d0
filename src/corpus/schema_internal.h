/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The life of a schema, which is its corpus's. */
#ifndef RELATA_CORPUS_SCHEMA_INTERNAL_H
#define RELATA_CORPUS_SCHEMA_INTERNAL_H

#include "corpus/schema.h"

RelataSchema *relata_schema_new(void);
void relata_schema_free(RelataSchema *schema);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSchema, relata_schema_free)

/* Says, and cuts, what no single record shows: circular parents. O(types). */
void relata_schema_check(RelataSchema *schema, RelataDiagnostics *diagnostics);

#endif
