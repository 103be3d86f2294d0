/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the attributes of annotation schemes say of a statement, whatever the format. */
#ifndef RELATA_READ_ATTRIBUTES_H
#define RELATA_READ_ATTRIBUTES_H

#include "corpus/corpus.h"

G_BEGIN_DECLS

/* What is known of an attribute. */
typedef enum {
  RELATA_ATTRIBUTE_MEANT,
  RELATA_ATTRIBUTE_UNKNOWN, /* nothing is known of its name */
  RELATA_ATTRIBUTE_NO_VALUE /* its name is known, its value is not, or it has none */
} RelataAttributeMeaning;

/* Sets in *said what an attribute says about stance, certainty and confidence. Of several attributes one that
 * denies prevails, and the least certain one. value may be NULL. */
RelataAttributeMeaning relata_attribute_apply(const char *name, const char *value, RelataStatement *said);

/* Returns whether a word in the place of a relation says that there is none: "No-rel", "no_relation". */
gboolean relata_attribute_is_no_relation(const char *word);

G_END_DECLS

#endif
