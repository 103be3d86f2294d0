/* SPDX-License-Identifier: GPL-2.0-or-later */
/* relata: annotated documents to graphs of who relates to whom, and who says so.
 *
 *   files ──read──▶ corpus ──select──▶ network ──analysis, paths──▶ findings ──┬─ draw ──▶ pictures ──▶ page
 *                                                                              └─ write
 *
 *   g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
 *   g_autoptr(RelataCorpus) corpus = relata_read(paths, n, NULL, diagnostics, &error);
 *   g_autoptr(RelataSelection) selection = relata_selection_new(corpus);
 *   g_autoptr(RelataNetwork) network = relata_network_new(corpus, selection, &error);
 *
 * What goes wrong is said in one of three ways.
 *
 * What is wrong in the data is a diagnostic (corpus/diagnostics.h). Functions that add diagnostics take NULL
 * too: then they are not collected.
 *
 * What cannot be done is a GError of the domain RELATA_ERROR (text/error.h), and the function returns NULL,
 * FALSE or RELATA_NONE: a file that cannot be read, a name that nobody has, a question (RelataPathQuestion,
 * RelataPathQuery, RelataConnectQuery, RelataTrace, RelataView) that makes no sense or asks about actors that
 * are not there.
 *
 * What no correct program does is a critical message of GLib's log, domain "relata": an argument that is NULL
 * though its description does not allow it, an index of no record, a value that its enumeration does not
 * have. The function does nothing and returns NULL, FALSE, 0 or RELATA_NONE; *error stays unset.
 * G_DEBUG=fatal-criticals stops the program there. How many things an array holds, and whether a pointer is
 * still alive, only the caller knows. Functions that free take NULL.
 *
 * Who wants the network as an igraph graph includes network/graph.h besides; this header does without igraph.
 *
 * One thread at a time may use the library: igraph is not thread-safe everywhere. */
#ifndef RELATA_H
#define RELATA_H

#include "text/date.h"
#include "text/display.h"
#include "text/error.h"
#include "text/export.h"
#include "text/message.h"
#include "text/name.h"
#include "text/position.h"

#include "corpus/corpus.h"
#include "corpus/diagnostics.h"
#include "corpus/names.h"
#include "corpus/schema.h"

#include "read/pairs.h"
#include "read/read.h"

#include "network/adjacency.h"
#include "network/network.h"
#include "network/about.h"
#include "network/selection.h"

#include "analysis/backbone.h"
#include "paths/between.h"
#include "analysis/centrality.h"
#include "analysis/communities.h"
#include "paths/connect.h"
#include "analysis/partition.h"
#include "paths/path.h"
#include "paths/pattern.h"
#include "paths/question.h"
#include "paths/robust.h"
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
