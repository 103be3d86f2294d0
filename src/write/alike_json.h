/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who looks like one actor, in JSON. */
#ifndef RELATA_WRITE_ALIKE_JSON_H
#define RELATA_WRITE_ALIKE_JSON_H

#include "corpus/corpus.h"

#include <cJSON.h>

/* Adds a list of pairs (RelataLikeness), {"actors", "reason", "same"}, under the key. */
void relata_alike_json_add(cJSON *json, const char *key, const RelataCorpus *corpus, const GArray *pairs);

#endif
