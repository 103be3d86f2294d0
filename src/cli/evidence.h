/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The evidence: claims, and the hops that rest on them. */
#ifndef RELATA_CLI_EVIDENCE_H
#define RELATA_CLI_EVIDENCE_H

#include "cli/style.h"

/* ── evidence.c ── */
/* Appends the position of a statement: "2021-08-30-…:120–204, published about 30 August 2021, from
 * Reuters". */
void cli_append_source(const Cli *cli, const RelataStatement *said, CliMarkup markup, GString *out);
/* Appends ", published about 30 August 2021, from Reuters", as far as the document gives it. */
void cli_append_published(const RelataDocument *document, CliMarkup markup, GString *out);
/* Appends the statement's id without its document: "R3" for "DOCUMENT:R3". */
void cli_append_id(const Cli *cli, const RelataStatement *said, CliMarkup markup, GString *out);
/* Returns "presumably still so" or "possibly by then" where the claim does not surely hold on the days that
 * the network's selection asks about; else NULL. */
const char *cli_holds(const RelataNetwork *network, guint claim);
/* Appends one claim, event or figure as lines: what it says and who says so. holds: from cli_holds(), or
 * NULL. */
void cli_append_claim(Cli *cli, const RelataClaim *claim, const char *holds, const char *indent,
                      GString *out);

/* ── hops.c ── */
/* Appends a hop as a numbered sentence. One sentence for each claim says who says so; a last one names the
 * other ties between the two actors. Uses the answer's markup. */
void cli_append_hop(Cli *cli, const RelataNetwork *network, guint from, guint to, RelataHop hop,
                    guint number);

#endif
