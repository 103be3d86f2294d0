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

static void
append_ender(GString *words, const RelataCorpus *corpus, const RelataClaim *claim,
             const RelataSources *sources)
{
  const RelataRelationType *type = relata_schema_relation_type(relata_corpus_schema(corpus), claim->type);
  g_autofree char *from = relata_display_safe(relata_corpus_actor(corpus, claim->from)->name);
  g_autofree char *verb = relata_display_safe(type->label);
  g_autofree char *to = relata_display_safe(relata_corpus_actor(corpus, claim->to)->name);
  const guint document = claim->said.document;
  g_autofree char *when = relata_date_is_set(&claim->said.when)
                              ? relata_date_in_words(&claim->said.when)
                              : relata_verdict_since_in_words(corpus, &claim->said);
  g_string_append_printf(words, "%s%s %s %s (%s",
                         claim->said.stance == RELATA_DENIES ? "the denial that " : "", from, verb, to, when);
  if (sources != NULL && document != RELATA_NONE)
    g_string_append_printf(words, ", source %u", sources->numbers[document]);
  g_string_append_c(words, ')');
}

char *
relata_words_enders(const RelataNetwork *network, const RelataShownTie *shown, const RelataSources *sources)
{
  GString *words = g_string_new(NULL);
  for (guint i = 0; shown->enders != NULL && i < shown->enders->len; i++) {
    g_string_append(words, i == 0 ? "; ended by: " : "; and by: ");
    append_ender(words, network->corpus,
                 relata_corpus_claim(network->corpus, g_array_index(shown->enders, guint, i)), sources);
  }
  return g_string_free(words, FALSE);
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
