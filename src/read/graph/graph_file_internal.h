/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Graphs of other programs in two parts: gathering what a record says (graph_file.c), and what it then means
 * (graph_record.c). */
#ifndef RELATA_READ_GRAPH_GRAPH_FILE_INTERNAL_H
#define RELATA_READ_GRAPH_GRAPH_FILE_INTERNAL_H

#include "read/graph/graph_file.h"

G_BEGIN_DECLS

typedef struct {
  char *value; /* owned; NULL: not given */
  guint rank;  /* of several, that with the lowest counts */
  const char *name;
} RelataGraphValue;

typedef struct {
  RelataGraphPart part;
  RelataPlace where;
  RelataGraphValue values[RELATA_GRAPH_N_FIELDS];
  GPtrArray *given;  /* of RelataGraphKey: those that it has a value of */
  GPtrArray *spells; /* start, end, start, end …; "" where not given */
  gboolean undirected, turned;
  const char *group; /* the id of the node that it is in, interned; NULL: none */
} RelataGraphRecord;

/* An attribute that has an id. */
typedef struct {
  char *name;
  char *otherwise; /* the value of records that have none; or NULL */
} RelataGraphKey;

struct RelataGraphFile {
  RelataCorpus *corpus;
  const RelataInput *input;
  RelataDiagnostics *diagnostics;
  RelataVocabulary *vocabulary;
  GPtrArray *records;                        /* of RelataGraphRecord: those that are begun */
  GHashTable *keys[RELATA_GRAPH_N_PARTS];    /* id → RelataGraphKey */
  GPtrArray *defaults[RELATA_GRAPH_N_PARTS]; /* those of them that have one, in the order declared */
  GHashTable *named;    /* name → index of its actor + 1, where there are no ids; else NULL */
  GHashTable *edge_ids; /* of claims; interned by the corpus */
  guint document;       /* the file itself, or RELATA_NONE */
  gboolean groups;
  guint n_within;
};

/* Declares the actor of a node, and adds the claims of an edge. */
void relata_graph_add_node(RelataGraphFile *file, const RelataGraphRecord *record);
void relata_graph_add_edge(RelataGraphFile *file, const RelataGraphRecord *record);

G_END_DECLS

#endif
