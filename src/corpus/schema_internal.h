/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Creation, destruction and checks of a schema. The corpus owns its schema. */
#ifndef RELATA_CORPUS_SCHEMA_INTERNAL_H
#define RELATA_CORPUS_SCHEMA_INTERNAL_H

#include "corpus/schema.h"

RelataSchema *relata_schema_new(void);
void relata_schema_free(RelataSchema *schema);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataSchema, relata_schema_free)

/* Reads the kind of a relation off its name, where no declaration says it: for relations that events give. */
void relata_schema_guess_kind(RelataSchema *schema, guint relation);

/* Returns the relation type named like an event type, made where there is none: what events of the type give
 * that no rule speaks of. The event type declares it. *is_new says whether it was made. */
guint relata_schema_relation_of_event_type(RelataSchema *schema, guint event_type, gboolean *is_new);
/* Makes a relation type symmetric that relata_schema_relation_of_event_type() made. */
void relata_schema_make_symmetric(RelataSchema *schema, guint relation);

/* Guesses the kinds of relations that the rules of event types give, where nobody said them. Reports and cuts
 * circles of parents, which no single record shows, and lets kinds inherit `reporting`. O(types). */
void relata_schema_check(RelataSchema *schema, RelataDiagnostics *diagnostics);

#endif
