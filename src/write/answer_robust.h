/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The JSON of what an answer rests on, a part of the path answer. */
#ifndef RELATA_WRITE_ANSWER_ROBUST_H
#define RELATA_WRITE_ANSWER_ROBUST_H

#include "paths/robust.h"

#include <cJSON.h>

G_BEGIN_DECLS

/* Returns {"hops","weakest":{"hop","origins"},"withdrawal":{…},"documents":{"ids":[…],"complete"},
 * "documentable":{…},"held":{…}} as described in data/schemas/answers.schema.json. Free with
 * cJSON_Delete(). */
cJSON *relata_robustness_json(const RelataCorpus *corpus, const RelataRobustness *robustness);

G_END_DECLS

#endif
