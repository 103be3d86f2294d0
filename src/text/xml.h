/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Loading libxml2. */
#ifndef RELATA_TEXT_XML_H
#define RELATA_TEXT_XML_H

#include <glib.h>

G_BEGIN_DECLS

/* Loads libxml2 where it is not loaded yet, and sets it up for what text/memory.h promises. FALSE with *error
 * where it cannot be loaded. */
gboolean relata_xml_load(GError **error);

G_END_DECLS

#endif
