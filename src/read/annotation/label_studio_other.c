/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What else Label Studio exports, which has no relations: it is known, so that the answer is what to do. */
#include "read/annotation/label_studio.h"

#include <string.h>

/* Returns whether a line of names has both, as those of its tables do. */
static gboolean
is_table(const RelataInput *input)
{
  const gsize n = strcspn(input->bytes, "\r\n");
  g_autofree char *header = g_strndup(input->bytes, n);
  return strchr(header, '{') == NULL && strstr(header, "annotation_id") != NULL &&
         strstr(header, "lead_time") != NULL;
}

static gboolean
is_conll(const RelataInput *input)
{
  return g_str_has_prefix(input->bytes, "-DOCSTART- -X- O");
}

static gboolean
is_min(const RelataInput *input)
{
  return relata_json_first_has(input, "annotation_id") && relata_json_first_has(input, "lead_time") &&
         !relata_json_first_has(input, "annotations");
}

static const struct {
  const char *name;
  gboolean (*is)(const RelataInput *input);
} others[] = {{"JSON-MIN", is_min}, {"CSV", is_table}, {"CoNLL", is_conll}};

const char *
relata_ls_other(const RelataInput *input)
{
  for (guint i = 0; i < G_N_ELEMENTS(others); i++)
    if (others[i].is(input))
      return others[i].name;
  return NULL;
}
