/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: the writers behind the table of formats. Each appends its whole output, as
 * RelataOutputFormat describes. */
#ifndef RELATA_WRITE_FORMATS_H
#define RELATA_WRITE_FORMATS_H

#include "network/network.h"

G_BEGIN_DECLS

gboolean relata_write_csv(const RelataNetwork *network, GString *out, GError **error);
gboolean relata_write_dot(const RelataNetwork *network, GString *out, GError **error);
gboolean relata_write_graphml(const RelataNetwork *network, GString *out, GError **error);
gboolean relata_write_json(const RelataNetwork *network, GString *out, GError **error);

G_END_DECLS

#endif
