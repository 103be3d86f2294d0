/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/identity.h"

#include "cli/style.h"

#include <string.h>

/* ── What was decided ── */

static void
append_headline(RelataIdentityStep step, GString *out)
{
  static const char *const headlines[RELATA_N_IDENTITY_STEPS] = {
      "by identity.json",           "by ids and references",          "by annotations",
      "by the names of a registry", "by spelling, within a document", "by spelling, between documents"};
  g_string_append_printf(out, "%s:\n", headlines[step]);
}

/* Appends "  omar (Omar): 'Omar' is spelled alike, 3 marks". */
static void
append_decision(const RelataCorpus *corpus, const RelataDecision *decision, GString *out)
{
  const RelataActor *actor = relata_corpus_actor(corpus, decision->actor);
  g_autofree char *id = relata_display_safe(actor->id);
  g_autofree char *name = relata_display_safe(actor->name);
  g_autofree char *reason = relata_display_safe(decision->reason);
  g_string_append_printf(out, "  %s (%s): %s", id, name, reason);
  if (decision->n > 2)
    g_string_append_printf(out, ", %u times", decision->n - 1);
  g_string_append_c(out, '\n');
}

static void
append_apart(const RelataCorpus *corpus, const RelataApart *pair, GString *out)
{
  g_autofree char *a = relata_display_safe(relata_corpus_actor(corpus, pair->actors[0])->id);
  g_autofree char *b = relata_display_safe(relata_corpus_actor(corpus, pair->actors[1])->id);
  g_autofree char *reason = relata_display_safe(pair->reason);
  g_autofree char *because = relata_display_safe(pair->because);
  g_string_append_printf(out, "  %s and %s: %s, but they differ in %s\n", a, b, reason, because);
}

void
cli_append_decisions(const RelataCorpus *corpus, GString *out)
{
  const GArray *made = relata_corpus_decisions(corpus), *apart = relata_corpus_kept_apart(corpus);
  for (guint i = 0; i < made->len; i++) {
    const RelataDecision *decision = &g_array_index(made, RelataDecision, i);
    if (i == 0 || g_array_index(made, RelataDecision, i - 1).step != decision->step)
      append_headline(decision->step, out);
    append_decision(corpus, decision, out);
  }
  if (made->len == 0)
    g_string_append(out, "Nothing was united: every mark and every id is an actor of its own.\n");
  if (apart->len > 0)
    g_string_append(out, "kept apart:\n");
  for (guint i = 0; i < apart->len; i++)
    append_apart(corpus, &g_array_index(apart, RelataApart, i), out);
}

/* ── What might be decided ── */

/* Groups of actors who are all alike to each other, and so are proposed as one. */
typedef struct {
  GArray *actors; /* of guint */
  const char *reason;
} Group;

static gboolean
are_alike(const GArray *pairs, guint a, guint b)
{
  for (guint i = 0; i < pairs->len; i++) {
    const RelataLikeness *pair = &g_array_index(pairs, RelataLikeness, i);
    if ((pair->actors[0] == a && pair->actors[1] == b) || (pair->actors[0] == b && pair->actors[1] == a))
      return TRUE;
  }
  return FALSE;
}

static void
clear_group(gpointer group)
{
  g_array_unref(((Group *)group)->actors);
}

/* Returns whether the actor is alike to all of the group, but not in it. */
static gboolean
fits(const GArray *pairs, const Group *group, guint actor)
{
  for (guint i = 0; i < group->actors->len; i++) {
    const guint member = g_array_index(group->actors, guint, i);
    if (member == actor || !are_alike(pairs, member, actor))
      return FALSE;
  }
  return TRUE;
}

/* Returns the group that holds both actors, else that which one of them may join, else NULL. */
static Group *
group_of(GArray *groups, const GArray *pairs, const guint actors[2], guint *joins)
{
  *joins = RELATA_NONE;
  for (guint i = 0; i < groups->len; i++) {
    Group *group = &g_array_index(groups, Group, i);
    gboolean has[2] = {FALSE, FALSE};
    for (guint k = 0; k < group->actors->len; k++)
      for (guint side = 0; side < 2; side++)
        has[side] |= g_array_index(group->actors, guint, k) == actors[side];
    if (has[0] && has[1])
      return group;
    for (guint side = 0; side < 2; side++)
      if (has[1 - side] && fits(pairs, group, actors[side])) {
        *joins = actors[side];
        return group;
      }
  }
  return NULL;
}

/* Puts the pairs together to groups in which each is alike to each; `most` pairs are looked at. */
static GArray *
group_pairs(const GArray *pairs)
{
  GArray *groups = g_array_new(FALSE, FALSE, sizeof(Group));
  g_array_set_clear_func(groups, clear_group);
  for (guint i = 0; i < pairs->len; i++) {
    const RelataLikeness *pair = &g_array_index(pairs, RelataLikeness, i);
    guint joins;
    Group *group = group_of(groups, pairs, pair->actors, &joins);
    if (group == NULL) {
      const Group made = {g_array_new(FALSE, FALSE, sizeof(guint)), pair->reason};
      g_array_append_vals(made.actors, pair->actors, 2);
      g_array_append_val(groups, made);
    } else if (joins != RELATA_NONE) {
      g_array_append_val(group->actors, joins);
    }
  }
  return groups;
}

static void
append_names(const RelataCorpus *corpus, const Group *group, gboolean quoted, GString *out)
{
  for (guint i = 0; i < group->actors->len; i++) {
    const guint actor = g_array_index(group->actors, guint, i);
    g_autofree char *name = quoted ? relata_corpus_name_for_decision(corpus, actor)
                                   : g_strdup(relata_corpus_actor(corpus, actor)->name);
    g_autofree char *safe = relata_display_safe(name);
    g_auto(GStrv) parts = g_strsplit(safe, "\"", -1);
    g_autofree char *escaped = g_strjoinv("\\\"", parts);
    g_string_append_printf(out, quoted ? "%s\"%s\"" : "%s%s", i > 0 ? ", " : "", quoted ? escaped : safe);
  }
}

#define MOST_PAIRS 1000 /* that are grouped: grouping compares each pair with all others */

void
cli_append_alike(RelataCorpus *corpus, guint most, GString *out)
{
  guint n_skipped;
  const GArray *all = relata_corpus_alike(corpus, &n_skipped);
  const guint n_pairs = all->len;
  if (n_pairs == 0)
    return;
  g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(RelataLikeness));
  g_array_append_vals(pairs, all->data, MIN(n_pairs, MOST_PAIRS));
  g_autoptr(GArray) groups = group_pairs(pairs);
  g_string_append(out,
                  "These may be one actor; nothing decides it. A line below in identity.json unites them:\n");
  for (guint i = 0; i < groups->len && i < most; i++) {
    const Group *group = &g_array_index(groups, Group, i);
    g_string_append(out, "  ");
    append_names(corpus, group, FALSE, out);
    g_string_append_printf(out, " (%s)\n    {\"same\": [[", group->reason);
    append_names(corpus, group, TRUE, out);
    g_string_append(out, "]]}\n");
  }
  if (groups->len > most || n_pairs > MOST_PAIRS)
    g_string_append_printf(out, "  and more: %u pairs in all; --notes all shows %s\n", n_pairs,
                           n_pairs > MOST_PAIRS ? "the first thousand" : "each");
  if (n_skipped > 0)
    g_string_append_printf(
        out, "  (not compared: names that share a word with more than 64 others, %u words)\n", n_skipped);
}
