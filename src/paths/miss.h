/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: how the nearest misses name the field that they change. */
#ifndef RELATA_PATHS_MISS_H
#define RELATA_PATHS_MISS_H

#include "network/selection.h"

G_BEGIN_DECLS

/* Returns a filter that is set, with its value as a shell takes it: "`as-of` 2020", "`dated`". Newly
 * allocated. */
char *relata_miss_filter_field(const RelataSelection *selection, RelataFilter filter);
/* Returns a field with actors by id: "`avoid` un,us". Newly allocated. */
char *relata_miss_names_field(const RelataCorpus *corpus, const char *field, const guint *actors, guint n);

G_END_DECLS

#endif
