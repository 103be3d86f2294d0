/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The data of an interactive page besides its picture; data/schemas/page.schema.json describes the format. */
#ifndef RELATA_PAGE_PAGE_JSON_H
#define RELATA_PAGE_PAGE_JSON_H

#include "network/network.h"

RELATA_BEGIN_DECLS

/* What the network does not know, and what the page may cost. All of it is borrowed. */
typedef struct {
  guint seconds;       /* for the centralities, all together; 0: no limit */
  GPtrArray *left_out; /* receives the names (const char *) of those that would take longer; may be NULL */
  const char *title, *subtitle; /* subtitle may be NULL */
  const char *language;         /* language of the page's own words */
  const char *corpus;           /* the name of the corpus in a shell command */
  char *const *captions;        /* NULL-terminated */
  const GArray *documents;      /* of guint: the picture's source n is documents[n − 1] */
  char *const *actor_elements;  /* by vertex: its id in the picture, or NULL */
  char **const *tie_elements;   /* by tie, including those that are only denied: the ids in the picture, or
                                   NULL */
} RelataPageContext;

/* Returns JSON with one line per record. It contains no '<' and no invisible characters, so it can be put in
 * a script element. All texts are safe to show; ids are unchanged. It holds all ties of the network, and
 * those that are only denied, ordered by from, to and relation type id. Returns NULL with RELATA_ERROR_FAILED
 * if a centrality cannot be computed; one that would take longer than it may is left out. Newly allocated.
 * O(cost of centralities + claims + mentions). */
char *relata_page_json(const RelataNetwork *network, const RelataSelection *selection,
                       const RelataPageContext *context, GError **error);

RELATA_END_DECLS

#endif
