/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "write/sink.h"

#define ENOUGH ((gsize)64 << 10) /* bytes: fewer are not worth a system call */

gboolean
relata_sink_pass(RelataSink *sink, GError **error)
{
  return sink->pass == NULL || sink->text->len < ENOUGH || sink->pass(sink, error);
}
