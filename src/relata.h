/* SPDX-License-Identifier: GPL-2.0-or-later */
/* relata turns annotated documents into graphs of who relates to whom, and of who says so.
 *
 *   files ──read──▶ corpus ──select──▶ network ──analysis, paths──▶ findings ──┬─ draw ──▶ pictures ──▶ page
 *                                                                              └─ write
 *
 *   g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
 *   g_autoptr(RelataCorpus) corpus = relata_read(paths, n, NULL, diagnostics, &error);
 *   g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
 *   g_autoptr(RelataNetwork) network = relata_network_new(corpus, selection, &error);
 *
 * The library reports problems in three ways.
 *
 * A problem in the data is a diagnostic (corpus/diagnostics.h). Functions that add diagnostics also accept
 * NULL; then nothing is collected.
 *
 * A call that cannot be done sets a GError of the domain RELATA_ERROR (text/error.h) and returns NULL, FALSE
 * or RELATA_NONE. Examples are a file that cannot be read, a name that nobody has, and a question
 * (RelataPathQuestion, RelataPathQuery, RelataConnectQuery, RelataTrace, RelataView) that makes no sense or
 * asks about actors that do not exist.
 *
 * A mistake of the calling program is a critical message of GLib's log, domain "relata": an argument is NULL
 * though its description does not allow it, an index has no record, or a value is not in its enumeration. The
 * function does nothing and returns NULL, FALSE, 0 or RELATA_NONE; *error stays unset.
 * G_DEBUG=fatal-criticals stops the program there. The library cannot check how many elements an array has,
 * or whether a pointer is still valid. Functions that free accept NULL.
 *
 * Include network/graph.h as well to get the network as an igraph graph; this header does not need igraph.
 *
 * There is one case in which a call does not return: GLib ends the program where an allocation fails.
 * text/memory.h says which other libraries do, and which do not.
 *
 * Strings belong to what they were read into, and are freed with it: calling a function again with the same
 * arguments takes no more memory than before. Only colours, of which there is a limited number, stay for the
 * rest of the process.
 *
 * Only one thread at a time may use the library, because igraph is not thread-safe everywhere. */
#ifndef RELATA_H
#define RELATA_H

#include "text/date.h"
#include "text/display.h"
#include "text/error.h"
#include "text/export.h"
#include "text/memory.h"
#include "text/message.h"
#include "text/name.h"
#include "text/position.h"

#include "corpus/corpus.h"
#include "corpus/diagnostics.h"
#include "corpus/grade.h"
#include "corpus/identity.h"
#include "corpus/likeness.h"
#include "corpus/names.h"
#include "corpus/origin.h"
#include "corpus/schema.h"

#include "read/table/pairs.h"
#include "read/read.h"
#include "read/starter.h"

#include "network/adjacency.h"
#include "network/network.h"
#include "network/presumption.h"
#include "network/about.h"
#include "network/selection.h"
#include "network/holding.h"
#include "network/witness.h"
#include "network/verdict.h"

#include "analysis/backbone.h"
#include "paths/between.h"
#include "analysis/centrality.h"
#include "analysis/communities.h"
#include "paths/connect.h"
#include "paths/connect_miss.h"
#include "analysis/partition.h"
#include "paths/match.h"
#include "paths/parts.h"
#include "paths/path.h"
#include "paths/path_rule.h"
#include "paths/pattern.h"
#include "paths/question.h"
#include "paths/reach.h"
#include "paths/robust.h"
#include "paths/sets.h"
#include "analysis/sides.h"

#include "draw/diagram/days.h"
#include "draw/diagram/describe.h"
#include "draw/draw.h"
#include "page/html.h"
#include "draw/sheet/size.h"
#include "draw/sheet/theme_file.h"
#include "draw/diagram/trace.h"
#include "draw/diagram/view.h"

#include "write/answers.h"
#include "page/page_json.h"
#include "write/write.h"

#define RELATA_VERSION "0.1.0"

#endif
