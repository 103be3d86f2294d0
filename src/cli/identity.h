/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is who, in words, for `check`. */
#ifndef RELATA_CLI_IDENTITY_H
#define RELATA_CLI_IDENTITY_H

#include "cli/cli.h"

/* Appends every decision with its reason, the weakest first, and who was kept apart. */
void cli_append_decisions(const RelataCorpus *corpus, GString *out);

/* Appends who looks like one actor and was not united, at most `most` groups, with the lines to paste into
 * identity.json. Appends nothing where nobody does. */
void cli_append_alike(RelataCorpus *corpus, guint most, GString *out);

#endif
