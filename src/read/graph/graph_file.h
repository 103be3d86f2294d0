/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A graph as other programs keep it: nodes and edges with attributes. Every such format is read through this,
 * so that names, types, dates and documents mean the same in all of them.
 *
 * A record is begun, gets values, and is ended. What an attribute means follows from its name: "label" and
 * "name" name an actor, "kind", "label", "type" … the relation of an edge, "start" and "end" its dates. What
 * means nothing here is counted as not used. */
#ifndef RELATA_READ_GRAPH_GRAPH_FILE_H
#define RELATA_READ_GRAPH_GRAPH_FILE_H

#include "read/vocabulary.h"

G_BEGIN_DECLS

typedef struct RelataGraphFile RelataGraphFile;

/* Begins with a file, whose ids are a registry of their own. `as` is the format's name. Borrows all. */
RelataGraphFile *relata_graph_file_new(const char *as, RelataCorpus *corpus, const RelataInput *input,
                                       RelataDiagnostics *diagnostics);
void relata_graph_file_free(RelataGraphFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataGraphFile, relata_graph_file_free)

/* Says that the file has names and no ids: who is who, in this file and in others, is decided with them. */
void relata_graph_file_has_names_only(RelataGraphFile *file);

typedef enum { RELATA_GRAPH_NODE, RELATA_GRAPH_EDGE, RELATA_GRAPH_N_PARTS } RelataGraphPart;

typedef enum {
  RELATA_GRAPH_ID,
  RELATA_GRAPH_NAME,        /* of a node */
  RELATA_GRAPH_TYPE,        /* of the actor or the relation */
  RELATA_GRAPH_DESCRIPTION, /* of a node */
  RELATA_GRAPH_URL,         /* of a node */
  RELATA_GRAPH_SOURCE,      /* the id of the node from which an edge leads, and … */
  RELATA_GRAPH_TARGET,      /* … to which */
  RELATA_GRAPH_WHEN,        /* in any form that has one meaning */
  RELATA_GRAPH_START,
  RELATA_GRAPH_END,
  RELATA_GRAPH_DOCUMENT, /* one, or several with "; " or " | " between them */
  RELATA_GRAPH_CONFIDENCE,
  RELATA_GRAPH_CERTAINTY,
  RELATA_GRAPH_WEIGHT,
  RELATA_GRAPH_TEXT, /* the evidence */
  RELATA_GRAPH_NOTE,
  RELATA_GRAPH_SYMMETRIC, /* a word for yes or no, and … */
  RELATA_GRAPH_DIRECTED,  /* … the same for the opposite */
  RELATA_GRAPH_N_FIELDS
} RelataGraphField;

/* Begins a record; records may stand in each other. An edge is directed unless the next function says
 * something else. */
void relata_graph_file_begin(RelataGraphFile *file, RelataGraphPart part, RelataPlace where);
void relata_graph_file_set_undirected(RelataGraphFile *file, gboolean undirected);
/* Turns the edge round: it leads from its target to its source. */
void relata_graph_file_turn(RelataGraphFile *file);

/* Set a value by what the format says that it is: the first before all that attributes say, the second where
 * none says anything. NULL and "" set nothing. */
void relata_graph_file_set(RelataGraphFile *file, RelataGraphField field, const char *value);
void relata_graph_file_set_default(RelataGraphFile *file, RelataGraphField field, const char *value);
/* Sets a value by the name of an attribute, or counts it as not used. NULL and "" set nothing. */
void relata_graph_file_attribute(RelataGraphFile *file, const char *name, const char *value);
/* For formats that name attributes by ids: the first says what an id means for nodes or edges, and what value
 * those have that give none (NULL: none); the second sets a value by the id. */
void relata_graph_file_declare(RelataGraphFile *file, RelataGraphPart part, const char *id, const char *name,
                               const char *otherwise);
void relata_graph_file_value(RelataGraphFile *file, const char *id, const char *value);
/* Adds a time in which an edge was there; each gives a claim. Either end may be NULL. */
void relata_graph_file_spell(RelataGraphFile *file, const char *start, const char *end);
/* Says that a node is in another one, a group, which `contains` it, if the user asks for groups. */
void relata_graph_file_within(RelataGraphFile *file, const char *group);

/* Ends the record that was begun last: declares an actor, or adds the claims of an edge. */
void relata_graph_file_end(RelataGraphFile *file);
/* Ends it without that, because the rest of it could not be read. */
void relata_graph_file_drop(RelataGraphFile *file);

/* Returns the id of the node that was begun last, borrowed; NULL where it has none, or there is no node. */
const char *relata_graph_file_node(const RelataGraphFile *file);

/* The option that has groups contain their members, for the rows of formats that have them. */
#define RELATA_GRAPH_GROUPS "groups"

G_END_DECLS

#endif
