/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The modes of paths, and how each question is answered: the table of paths/path_rule.h in words. */
#include "cli/paths.h"

#include "cli/report.h"

/* A column of the table: how many paths. */
typedef struct {
  RelataPathSelector selector;
  gboolean several;
  const char *name;
} Column;

static const Column columns[] = {
    {RELATA_PATHS_ANY, FALSE, "--any"},      {RELATA_PATHS_BEST, FALSE, "one"},
    {RELATA_PATHS_ALL, FALSE, "--all"},      {RELATA_PATHS_BEST, TRUE, "-k"},
    {RELATA_PATHS_GROUPS, TRUE, "--groups"}, {RELATA_PATHS_EVERY, TRUE, "--every"},
};

static void
append_words(GString *out, const RelataPathWord *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (words[i].name != NULL) {
      g_autofree char *help = cli_spell_options(words[i].help);
      g_string_append_printf(out, "  %-9s %s\n", words[i].name, help);
    }
}

static void
append_row(GString *out, RelataPathAsks asks, RelataPathMode mode)
{
  g_autofree char *with = relata_path_asks[asks].name != NULL
                              ? g_strdup_printf("--%s", relata_path_asks[asks].name)
                              : g_strdup("");
  g_autoptr(GString) row = g_string_new(NULL);
  g_string_append_printf(row, "  %-8s %-8s", with, relata_path_modes[mode].name);
  for (guint i = 0; i < G_N_ELEMENTS(columns); i++) {
    const RelataPathAnswered answered =
        relata_path_rule(mode, columns[i].selector, columns[i].several, RELATA_ORDERED_HOPS, asks, NULL);
    g_string_append_printf(row, " %-8s", relata_path_answers[answered].name);
  }
  g_strchomp(row->str);
  g_string_append_printf(out, "%s\n", row->str);
}

static void
append_table(GString *out)
{
  g_autoptr(GString) head = g_string_new(NULL);
  g_string_append_printf(head, "  %-8s %-8s", "", "--mode");
  for (guint i = 0; i < G_N_ELEMENTS(columns); i++)
    g_string_append_printf(head, " %-8s", columns[i].name);
  g_strchomp(head->str);
  g_string_append_printf(out, "%s\n", head->str);
  for (guint asks = 0; asks < RELATA_N_ASKS; asks++)
    for (guint mode = RELATA_MODE_USUAL + 1; mode < RELATA_N_MODES; mode++)
      append_row(out, (RelataPathAsks)asks, (RelataPathMode)mode);
}

/* Appends the orders in which the column's question is refused, whatever else it says. */
static void
append_refused(GString *out, const Column *column)
{
  const char *why = NULL, *names[RELATA_N_ORDERED];
  guint n = 0;
  for (guint ordered = 0; ordered < RELATA_N_ORDERED; ordered++) {
    const char *reason;
    relata_path_rule(RELATA_MODE_WALK, column->selector, column->several, (RelataPathOrdered)ordered,
                     RELATA_ASKS_PLAIN, &reason);
    if (reason == NULL)
      continue;
    why = reason;
    names[n++] = relata_path_ordered[ordered].name;
  }
  if (n == 0)
    return;
  g_string_append_printf(out, "%s cannot be combined with ", column->name);
  for (guint i = 0; i < n; i++)
    g_string_append_printf(out, "%s--%s", i == 0 ? "" : i + 1 < n ? ", " : " or ", names[i]);
  g_string_append_printf(out, ": %s.\n", why);
}

void
cli_append_mode_help(GString *out)
{
  g_string_append(out, "The mode says what may come twice on a path. The names are those of ISO GQL:\n\n");
  append_words(out, relata_path_modes, RELATA_N_MODES);
  g_string_append(
      out, "\n"
           "Along a pattern the mode is trail unless another is named, otherwise it is acyclic.\n"
           "Between two different actors a simple path is an acyclic one.\n"
           "From an actor to itself it is a circle, of which out and back by one tie is the shortest.\n"
           "\n"
           "How many paths are given, if not the best one:\n"
           "\n");
  append_words(out, relata_path_selectors, RELATA_N_PATHS);
  g_string_append(out, "\nWhich search answers:\n\n");
  append_table(out);
  g_string_append_c(out, '\n');
  append_words(out, relata_path_answers + 1, RELATA_N_ANSWERS - 1);
  g_string_append(out,
                  "\nThis is so in every order: fewest hops, --strongest, --most-reliable, --avoid-hubs, "
                  "and --in-order.\n");
  for (guint i = 0; i < G_N_ELEMENTS(columns); i++)
    append_refused(out, &columns[i]);
}
