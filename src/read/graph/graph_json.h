/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Records of graphs in JSON. */
#ifndef RELATA_READ_GRAPH_GRAPH_JSON_H
#define RELATA_READ_GRAPH_GRAPH_JSON_H

#include "read/graph/graph_file.h"
#include "read/json/json_text.h"

G_BEGIN_DECLS

/* A member of a record that is no attribute. */
typedef struct {
  const char *key; /* NULL ends a table */
  RelataGraphField field;
  gboolean ignored; /* it says nothing of the record: an internal number */
} RelataGraphMember;

/* Sets the members of an object as values of the record that is begun: those in the table by their fields,
 * all others as attributes by their names. */
void relata_graph_json_set(RelataGraphFile *file, const RelataJson *json, const cJSON *object,
                           const RelataGraphMember *members);

/* Returns a value as a string: lists with "; " between their elements. Newly allocated; NULL where it is
 * null, an object, or a list that holds one. */
char *relata_graph_json_text(const RelataJson *json, const cJSON *value);

/* Counts the members that are not NULL and are not in the list, which ends with NULL, as not used. */
void relata_graph_json_unused(RelataAccount *account, const cJSON *object, const char *const *used);

G_END_DECLS

#endif
