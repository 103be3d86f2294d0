/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What would connect several actors that are not connected: as relata_path_nearest_miss() says it of paths.
 */
#ifndef RELATA_PATHS_CONNECT_MISS_H
#define RELATA_PATHS_CONNECT_MISS_H

#include "paths/connect.h"

RELATA_BEGIN_DECLS

typedef struct {
  RelataNetwork *network; /* in which they are connected */
  RelataParts *parts;     /* where wholes are asked about; else NULL */
  RelataConnectAnswer *answer;
  char *field;        /* the field that was changed, and its value as a shell takes it: "`as-of` 2020" */
  gboolean by_adding; /* it connects them where it is set, not where it is lifted */
} RelataConnectMiss;

/* For actors that the network does not connect: asks again with each single field lifted (each filter that is
 * set, and `avoid`), with `reporting` set, where the selection leaves out claims of reporting relations, and
 * with `whole`, where something is a part. `whole`: the query was about wholes. Returns the connection with
 * the fewest hops, the first of equals; NULL where no single field connects them. Costs one network and one
 * question for each field. Free with relata_connect_miss_free(). */
RelataConnectMiss *relata_connect_nearest_miss(const RelataNetwork *network, const RelataConnectQuery *query,
                                               gboolean whole);
void relata_connect_miss_free(RelataConnectMiss *miss);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataConnectMiss, relata_connect_miss_free)

RELATA_END_DECLS

#endif
