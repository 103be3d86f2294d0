/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words for stance and certainty. */
#include "corpus/corpus.h"

static const char *const stance_names[] = {"affirms", "denies"};
static const char *const certainty_names[] = {"possible", "probable", "certain"};

const char *
relata_stance_name(RelataStance stance)
{
  g_return_val_if_fail((guint)stance < G_N_ELEMENTS(stance_names), NULL);
  return stance_names[stance];
}

const char *
relata_certainty_name(RelataCertainty certainty)
{
  g_return_val_if_fail((guint)certainty < G_N_ELEMENTS(certainty_names), NULL);
  return certainty_names[certainty];
}

gboolean
relata_stance_parse(const char *word, RelataStance *stance)
{
  g_return_val_if_fail(word != NULL && stance != NULL, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS(stance_names); i++)
    if (g_ascii_strcasecmp(word, stance_names[i]) == 0) {
      *stance = (RelataStance)i;
      return TRUE;
    }
  return FALSE;
}

gboolean
relata_certainty_parse(const char *word, RelataCertainty *certainty)
{
  g_return_val_if_fail(word != NULL && certainty != NULL, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS(certainty_names); i++)
    if (g_ascii_strcasecmp(word, certainty_names[i]) == 0) {
      *certainty = (RelataCertainty)i;
      return TRUE;
    }
  return FALSE;
}
