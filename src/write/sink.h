/* SPDX-License-Identifier: GPL-2.0-or-later */
/* For writers: passing on what they wrote. */
#ifndef RELATA_WRITE_SINK_H
#define RELATA_WRITE_SINK_H

#include "write/write.h"

G_BEGIN_DECLS

/* To be called after each record: passes the text on, if there is enough of it and somebody takes it. FALSE
 * with *error where the sink fails; the writer then ends. */
gboolean relata_sink_pass(RelataSink *sink, GError **error);

G_END_DECLS

#endif
