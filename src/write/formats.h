/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: the writers behind the table of formats. Each appends its whole output, as
 * RelataOutputFormat describes. */
#ifndef RELATA_WRITE_FORMATS_H
#define RELATA_WRITE_FORMATS_H

#include "write/write.h"

G_BEGIN_DECLS

gboolean relata_write_csv(const RelataNetwork *network, RelataSink *sink, GError **error);
gboolean relata_write_dot(const RelataNetwork *network, RelataSink *sink, GError **error);
gboolean relata_write_graphml(const RelataNetwork *network, RelataSink *sink, GError **error);
gboolean relata_write_json(const RelataNetwork *network, RelataSink *sink, GError **error);

G_END_DECLS

#endif
