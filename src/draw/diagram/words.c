/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/diagram/words.h"

#include "network/tie_count.h"
#include "network/verdict.h"
#include "text/display.h"
#include "text/message.h"

char *
relata_words_join(const char *const *words, guint n)
{
  GString *joined = g_string_new(NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf(joined, "%s%s", relata_comma(i, n), words[i]);
  return g_string_free(joined, FALSE);
}

char *
relata_words_actor(const RelataNetwork *network, guint vertex, guint n_ties)
{
  const RelataActor *actor = relata_network_actor(network, vertex);
  g_autofree char *name = relata_display_safe(actor->name);
  g_autofree char *type =
      actor->type == RELATA_NONE
          ? NULL
          : relata_display_safe(
                relata_schema_actor_type(relata_corpus_schema(network->corpus), actor->type)->label);
  return g_strdup_printf("%s%s%s, %u tie%s", name, type != NULL ? ", " : "", type != NULL ? type : "", n_ties,
                         relata_plural(n_ties));
}

char *
relata_words_support(const RelataNetwork *network, const RelataTie *tie, const RelataSources *sources)
{
  const guint deniers = relata_tie_corroboration(network, tie, RELATA_DENIES);
  g_autofree char *turn = relata_verdict_turn_in_words(network, tie);
  GString *words = g_string_new(tie->verdict == RELATA_TIE_DISPUTED ? "disputed: " : NULL);
  g_string_append_printf(words, "affirmed by %u independent source%s, denied by ", tie->corroboration,
                         relata_plural(tie->corroboration));
  if (deniers > 0)
    g_string_append_printf(words, "%u", deniers);
  else
    g_string_append(words, "none");
  if (turn != NULL)
    g_string_append_printf(words, "; %s", turn);
  if (tie->certainty != RELATA_CERTAIN)
    g_string_append_printf(words, "; %s at best", relata_certainty_name(tie->certainty));
  if (sources == NULL)
    return g_string_free(words, FALSE);
  g_autoptr(GArray) affirming = relata_sources_of_ties(sources, network, &tie, 1, RELATA_AFFIRMS);
  g_autoptr(GArray) denying = relata_sources_of_ties(sources, network, &tie, 1, RELATA_DENIES);
  g_autofree char *yes = relata_sources_list(affirming, ", ", 0, NULL);
  g_autofree char *no = relata_sources_list(denying, ", ", 0, NULL);
  if (affirming->len > 0)
    g_string_append_printf(words, "; source%s %s", relata_plural(affirming->len), yes);
  if (denying->len > 0)
    g_string_append_printf(words, "; against it: source%s %s", relata_plural(denying->len), no);
  return g_string_free(words, FALSE);
}

char *
relata_words_tie(const RelataNetwork *network, const RelataTie *tie, gboolean forward,
                 const RelataSources *sources)
{
  const guint from = forward ? tie->from : tie->to, to = forward ? tie->to : tie->from;
  g_autofree char *subject = relata_display_safe(relata_network_actor(network, from)->name);
  g_autofree char *verb = relata_display_safe(relata_network_label(network, tie, forward));
  g_autofree char *object = relata_display_safe(relata_network_actor(network, to)->name);
  g_autofree char *support = relata_words_support(network, tie, sources);
  return g_strdup_printf("%s %s %s, %s", subject, verb, object, support);
}

const char *
relata_words_change(RelataChange change)
{
  static const char *const words[RELATA_N_CHANGES] = {
      "", "begun: ", "happened since: ", "ended: ", "first mentioned: ", "not mentioned since: "};
  return words[change];
}

const char *
relata_words_actor_change(RelataChange change)
{
  static const char *const words[RELATA_N_CHANGES] = {
      "", ", has a first tie", "", ", has no tie any longer", ", first mentioned since", ""};
  return words[change];
}

const char *
relata_words_change_class(RelataChange change)
{
  static const char *const classes[RELATA_N_CHANGES] = {"",       " begun",     " happened",
                                                        " ended", " mentioned", " silent"};
  return classes[change];
}
