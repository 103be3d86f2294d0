/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What an answer rests on, as a part of the path answer. */
#ifndef RELATA_WRITE_ANSWER_ROBUST_H
#define RELATA_WRITE_ANSWER_ROBUST_H

#include "paths/robust.h"

#include <cJSON.h>

G_BEGIN_DECLS

/* {"hops","weakest":{"hop","origins"},"withdrawal":{…},"documents":{"ids":[…],"complete"},
 * "documentable":{…},"held":{…}} as data/schemas/answers.schema.json has it. Free with cJSON_Delete(). */
cJSON *relata_robustness_json(const RelataCorpus *corpus, const RelataRobustness *robustness);

G_END_DECLS

#endif
