/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Events as JSON. */
#ifndef RELATA_WRITE_EVENT_JSON_H
#define RELATA_WRITE_EVENT_JSON_H

#include "network/about.h"

#include <cJSON.h>

G_BEGIN_DECLS

/* Adds "events": those that the selection includes and an actor took part in, or that a document tells where
 * `actor` is RELATA_NONE, in the order read. Each has its "type", "label", "roles" (a list of
 * {"role","actor"} or
 * {"role","event"}), the fields of a statement and its "figures". */
void relata_events_json_add(cJSON *object, const RelataSelection *selection, guint actor, guint document);
/* Adds "events_without_ties", how many events give no tie, by the reason, where there are any. */
void relata_tieless_json_add(cJSON *object, const RelataCorpus *corpus);

G_END_DECLS

#endif
