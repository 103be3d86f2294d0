/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/memory.h"

#include <cJSON.h>

static gboolean vital;

/* g_malloc() takes and returns the same memory as malloc(), so what cJSON made before may still be freed. */
void
relata_memory_must_suffice(void)
{
  static cJSON_Hooks hooks = {g_malloc, g_free};
  vital = TRUE;
  cJSON_InitHooks(&hooks);
}

gboolean
relata_memory_is_vital(void)
{
  return vital;
}
