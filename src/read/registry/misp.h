/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the readers of MISP's galaxies and events share. */
#ifndef RELATA_READ_REGISTRY_MISP_H
#define RELATA_READ_REGISTRY_MISP_H

#include "read/input.h"
#include "read/json/json_text.h"

G_BEGIN_DECLS

/* Returns the text of a member, NULL where it has none that is not empty. Borrowed from the tree. */
const char *relata_misp_text(const cJSON *object, const char *key);
/* Returns whether the member is true. */
gboolean relata_misp_is_true(const cJSON *object, const char *key);
/* Returns the id of the actor of a UUID, "misp:…"; newly allocated. */
char *relata_misp_id(const char *uuid);

/* Calls `each` with every string of a member that is one string or a list of them. */
void relata_misp_each(const cJSON *object, const char *key, void (*each)(const char *word, gpointer data),
                      gpointer data);

/* Adds to an actor what a cluster says of it: description, synonyms as weak aliases, because analysts
 * disagree on them, and addresses. */
void relata_misp_describe(RelataCorpus *corpus, guint actor, const cJSON *cluster);

/* Counts the members of an object that `used`, which ends with NULL, does not name, as "PREFIX.key". */
void relata_misp_count_unused(RelataAccount *account, const cJSON *object, const char *prefix,
                              const char *const *used);

G_END_DECLS

#endif
