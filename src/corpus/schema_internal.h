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
/* Returns a relation type to be changed; valid until the next one is made. */
RelataRelationType *relata_schema_edit_relation_type(RelataSchema *schema, guint relation);
/* Makes a relation type symmetric that was made by its first use. */
void relata_schema_make_symmetric(RelataSchema *schema, guint relation);
/* Return the type for a record that says whether its relation has a direction. It is the type itself where
 * that fits, or where it is_new, which makes it fit; else a kind of it that is like it: "WORD (directed)",
 * "WORD (undirected)". */
guint relata_schema_directed(RelataSchema *schema, guint relation, RelataPlace where);
guint relata_schema_undirected(RelataSchema *schema, guint relation, gboolean is_new, RelataPlace where);

/* Says that the types that are declared from now on come from a vocabulary that is built in, and not from the
 * user: they do not oblige anybody to declare the others. */
void relata_schema_borrow(RelataSchema *schema, gboolean borrows);
/* Say that a type that was made by its first use needs no declaration: its format has no place for one. */
void relata_schema_adopt_relation_type(RelataSchema *schema, guint relation);
void relata_schema_adopt_actor_type(RelataSchema *schema, guint actor_type);

/* Guesses the kinds of relations that the rules of event types give, where nobody said them. Reports and cuts
 * circles of parents, which no single record shows, and lets kinds inherit `reporting`. O(types). */
void relata_schema_check(RelataSchema *schema, RelataDiagnostics *diagnostics);

#endif
