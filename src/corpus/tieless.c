/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many events give no tie, and why. */
#include "corpus/internal.h"

const char *const relata_tieless_names[RELATA_N_TIELESS + 1] = {"few",  "rules",    "schema",
                                                                "self", "one-side", "crowd"};

static const struct {
  const char *one, *many;
} reasons[RELATA_N_TIELESS] = {
    [RELATA_TIELESS_FEW] = {"names fewer than two actors who take part",
                            "name fewer than two actors who take part"},
    [RELATA_TIELESS_RULES] = {"fills one side of its rules only", "fill one side of their rules only"},
    [RELATA_TIELESS_SCHEMA] = {"is of a type to which the schema gives no tie",
                               "are of types to which the schema gives no tie"},
    [RELATA_TIELESS_SELF] = {"relates an actor with itself only", "relate an actor with itself only"},
    [RELATA_TIELESS_ONE_SIDE] = {"has only actors who do it together or undergo it together",
                                 "have only actors who do it together or undergo it together"},
    [RELATA_TIELESS_CROWD] = {"relates too many actors", "relate too many actors"},
};

guint
relata_corpus_n_tieless(const RelataCorpus *corpus, RelataTieless why)
{
  g_return_val_if_fail(corpus != NULL && (guint)why < RELATA_N_TIELESS, 0);
  return corpus->tieless[why];
}

char *
relata_corpus_tieless_in_words(const RelataCorpus *corpus)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  guint all = 0;
  GString *words = g_string_new(NULL);
  for (guint why = 0; why < RELATA_N_TIELESS; why++) {
    const guint n = corpus->tieless[why];
    if (n > 0)
      g_string_append_printf(words, "%s%u %s", all > 0 ? ", " : ": ", n,
                             n == 1 ? reasons[why].one : reasons[why].many);
    all += n;
  }
  g_autofree char *count = g_strdup_printf("%u of %u event%s give%s no tie", all, corpus->events->len,
                                           corpus->events->len == 1 ? "" : "s", all == 1 ? "s" : "");
  g_string_prepend(words, count);
  return g_string_free(words, all == 0);
}
