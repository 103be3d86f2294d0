/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/xml.h"

#include "text/memory.h"

#include <lazy_libxml.h>

/* libxml2 wants char *. */
static char *
copy(const char *text)
{
  return g_strdup(text);
}

gboolean
relata_xml_load(GError **error)
{
  static gboolean set_up;
  if (!relata_lazy_libxml(error))
    return FALSE;
  if (!set_up && relata_memory_is_vital())
    xmlMemSetup(g_free, g_malloc, g_realloc, copy);
  set_up = TRUE;
  return TRUE;
}
