/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a page to explore knows besides its picture: data/schemas/page.schema.json describes it. */
#ifndef RELATA_PAGE_PAGE_JSON_H
#define RELATA_PAGE_PAGE_JSON_H

#include "network/network.h"

RELATA_BEGIN_DECLS

/* What the network does not know; all of it borrowed. */
typedef struct {
  const char *title, *subtitle; /* subtitle may be NULL */
  const char *language;         /* of the page's own words */
  const char *corpus;           /* how a shell's command names it */
  char *const *captions;        /* ended by NULL */
  const GArray *documents;      /* of guint: the picture's source n is documents[n − 1] */
  char *const *actor_elements;  /* by vertex: what it is called in the picture, or NULL */
  char **const *tie_elements;   /* by tie, only denied ones too: likewise, or NULL */
} RelataPageContext;

/* JSON in one line for each record, in which no '<' occurs, nor any character that is not seen: it can stand
 * in a script element. Everything that is to be shown is safe to show; ids are as they are. Ties are all
 * those of the network and those that are only denied, by from, to and relation type id. NULL with
 * RELATA_ERROR_FAILED where a centrality cannot be computed. Newly allocated. O(what centralities cost +
 * claims + mentions). */
char *relata_page_json(const RelataNetwork *network, const RelataSelection *selection,
                       const RelataPageContext *context, GError **error);

RELATA_END_DECLS

#endif
