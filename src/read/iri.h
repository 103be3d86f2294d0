/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Addresses by which annotators say whom they mean: http://www.wikidata.org/entity/Q2973. */
#ifndef RELATA_READ_IRI_H
#define RELATA_READ_IRI_H

#include <glib.h>

G_BEGIN_DECLS

/* Whom an address means. */
typedef struct {
  const char *registry; /* "wikidata"; "url" where the registry is not one of those that are known */
  const char *value;    /* the number there, or the address; borrowed from it */
} RelataIri;

/* Returns whether the words are an address: http:// or https:// and no blank. */
gboolean relata_iri_is(const char *words);
/* Returns what the address names. O(length). */
RelataIri relata_iri_parse(const char *address);
/* Returns the id of an actor whom the address names: "wikidata:Q2973", or the address. Newly allocated. */
char *relata_iri_actor(const char *address);

G_END_DECLS

#endif
