/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pajek in two parts: headings (pajek.c), and the lines under them (pajek_lines.c). */
#ifndef RELATA_READ_GRAPH_PAJEK_INTERNAL_H
#define RELATA_READ_GRAPH_PAJEK_INTERNAL_H

#include "read/graph/graph_file.h"

G_BEGIN_DECLS

typedef enum {
  RELATA_PAJEK_OTHER, /* before the first heading, and under those that say nothing of ties */
  RELATA_PAJEK_VERTICES,
  RELATA_PAJEK_ARCS,
  RELATA_PAJEK_EDGES,
  RELATA_PAJEK_ARCS_LIST,
  RELATA_PAJEK_EDGES_LIST,
  RELATA_PAJEK_MATRIX
} RelataPajekSection;

typedef struct {
  RelataCorpus *corpus;
  RelataGraphFile *file;
  const RelataInput *input;
  RelataDiagnostics *diagnostics;
  RelataPlace where; /* of the line */
  RelataPajekSection section;
  char *relation;               /* what the heading calls it; NULL: nothing */
  GHashTable *relations;        /* the numbers that headings give relations, as "2", → their names */
  GHashTable *signed_relations; /* the names of those that have negative ties */
  guint n;                      /* how many vertices there are to be */
  guint n_first;                /* of two modes, how many are of the first; 0: there is one mode */
  GHashTable *declared;         /* the numbers of those that have a line, or that a tie names */
  gboolean sized, over; /* there was a list of vertices; and another one, which is of another network */
  guint row;            /* of the matrix: how many are read */
} RelataPajek;

/* Reads a line of the section. */
void relata_pajek_read_line(RelataPajek *pajek, const char *line);
/* Ends a list of vertices: says how many of them nothing names. */
void relata_pajek_end_vertices(RelataPajek *pajek);

/* Returns the next word of a line, newly allocated, without the quotes that it may have, and moves on. NULL
 * at the end. */
char *relata_pajek_word(const char **at, gboolean *quoted);
gboolean relata_pajek_number(const char *word, gint64 *number);
/* Returns what the relation of a tie is called, newly allocated: by its heading, else by its own label (NULL:
 * it has none). "" where nobody says. */
char *relata_pajek_relation(RelataPajek *pajek, const char *label, gboolean negative);

G_END_DECLS

#endif
