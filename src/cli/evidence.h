/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who says so: claims, and the hops that rest on them. */
#ifndef RELATA_CLI_EVIDENCE_H
#define RELATA_CLI_EVIDENCE_H

#include "cli/style.h"

/* ── evidence.c ── */
/* Where a statement stands: "2021-08-30-…:120–204, published about 30 August 2021, from Reuters". */
void cli_append_source(const Cli *cli, const RelataStatement *said, CliMarkup markup, GString *out);
/* ", published about 30 August 2021, from Reuters", as far as the document says it. */
void cli_append_published(const RelataDocument *document, CliMarkup markup, GString *out);
/* Its id, beside its document: "R3" of "DOCUMENT:R3". */
void cli_append_id(const Cli *cli, const RelataStatement *said, CliMarkup markup, GString *out);
/* One claim, event or figure as lines: what it says and who says so. */
void cli_append_claim(Cli *cli, const RelataClaim *claim, const char *indent, GString *out);

/* ── hops.c ── */
/* A hop as a sentence that begins with its number, with who says so: one sentence for each claim; and which
 * other ties there are between the two. In the answer's markup. */
void cli_append_hop(Cli *cli, const RelataNetwork *network, guint from, guint to, RelataHop hop,
                    guint number);

#endif
