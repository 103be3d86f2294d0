/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The evidence: claims, and the hops that rest on them. */
#ifndef RELATA_CLI_EVIDENCE_H
#define RELATA_CLI_EVIDENCE_H

#include "cli/style.h"

/* Most claims of a tie, ties between two actors, or origins that a sentence lists; --json gives all. */
#define CLI_MOST_LISTED 100

/* ── evidence.c ── */
/* Appends "3 more claims of this tie: --json gives all" where `n` of `what` (in the plural) are more than are
 * listed. Nothing otherwise. */
void cli_append_unlisted(const Cli *cli, guint n, const char *before, const char *what, const char *after);
/* Appends the position of a statement: "2021-08-30-…:120–204, published about 30 August 2021, from
 * Reuters [B2]", with its grade where that is known. */
void cli_append_source(const Cli *cli, const RelataStatement *said, CliMarkup markup, GString *out);
/* Appends ", published about 30 August 2021, from Reuters", as far as the document gives it. */
void cli_append_published(const RelataDocument *document, CliMarkup markup, GString *out);
/* Appends who says so, "according to B, as A says", and that an end of the tie "says so itself"; then
 * `after`, if there was anything to say. */
void cli_append_speaker(const Cli *cli, const RelataClaim *claim, CliMarkup markup, const char *after,
                        GString *out);
/* Appends " (with the kinds that count with it 2)" where a tie stands only by the claims of kinds that count
 * with it. */
void cli_append_kinds(const RelataTie *tie, GString *out);
/* Appends the statement's id without its document: "R3" for "DOCUMENT:R3". */
void cli_append_id(const Cli *cli, const RelataStatement *said, CliMarkup markup, GString *out);
/* Appends the names of annotators as a list: "ann, bob and cid". */
void cli_append_layers(const char *const *layers, GString *out);
/* Returns "presumably still so" or "possibly by then" where the claim does not surely hold on the days that
 * the network's selection asks about; else NULL. */
const char *cli_holds(const RelataNetwork *network, guint claim);
/* Appends one claim, event or figure as lines: what it says and who says so. holds: from cli_holds(), or
 * NULL. */
void cli_append_claim(Cli *cli, const RelataClaim *claim, const char *holds, const char *indent,
                      GString *out);

/* Appends the verdict on a tie with the numbers of origins; a dispute is marked. */
void cli_append_verdict(Cli *cli, const RelataNetwork *network, const RelataTie *tie);
/* Appends a figure's measure and number: "fighters: 1200–1500 people". */
void cli_append_figure(Cli *cli, const RelataFigure *figure, GString *out);

/* ── show_events.c ── */
/* Lists the events that the selection includes and the actor took part in, with its roles, or that the
 * document tells where `actor` is RELATA_NONE; each with its figures. Nothing where there are none. */
void cli_append_events(Cli *cli, const RelataSelection *selection, guint actor, guint document);

/* ── named.c ── */
/* The actors that a question names. Where it is about wholes, others may stand for them as their parts. */
typedef struct {
  const RelataParts *parts; /* NULL: it is not about wholes */
  const guint *actors;
  guint n;
} CliNamed;

/* Appends the actor's name, and of which of the named it is a part: "US forces (part of US)". */
void cli_append_actor_as(Cli *cli, guint actor, const CliNamed *named);
/* Appends a paragraph for each of the vertices that is a part of one named: the claims that say so. */
void cli_append_membership(Cli *cli, const RelataNetwork *network, const guint *vertices, guint n,
                           const CliNamed *named);

/* ── hops.c ── */
/* Appends a hop as a numbered sentence; 0: without a number. One sentence for each claim says who says so; a
 * last one names the other ties between the two actors. Uses the answer's markup. */
void cli_append_hop(Cli *cli, const RelataNetwork *network, guint from, guint to, RelataHop hop,
                    const CliNamed *named, guint number);

#endif
