/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/cli.h"

#include <string.h>

static const CliOption common_options[] = {
    {"help", 'h', NULL, "explain the command", ""},
    {NULL, 0, NULL, NULL, NULL},
};

static const CliOption reading_options[] = {
    {"corpus", 'c', "PATH", "a corpus: a folder or a file; may be given several times", "path"},
    {"format", 0, "NAME", "read every file as this format instead of recognising it", "input-format"},
    {NULL, 0, NULL, NULL, NULL},
};

static void
visit_table(const CliOption *options, CliOptionVisitor visit, gpointer data)
{
  for (; options->name != NULL; options++)
    visit(options, data);
}

void
cli_options_visit(const CliCommand *command, CliOptionVisitor visit, gpointer data)
{
  visit_table(command->options, visit, data);
  for (guint filter = 0; command->selects && filter < RELATA_N_FILTERS; filter++) {
    const RelataFilterInfo *info = &relata_filters[filter];
    const CliOption option = {info->name, 0, info->argument, info->help, info->values};
    visit(&option, data);
  }
  if (command->reads)
    visit_table(reading_options, visit, data);
  visit_table(common_options, visit, data);
}

static gboolean
remember(const char *option, const char *value, gpointer data, GError **error)
{
  Cli *cli = data;
  if (value != NULL && !g_utf8_validate(value, -1, NULL)) {
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "the value of %s is not UTF-8", option);
    return FALSE;
  }
  /* GOption hands over the spelling that was used: "--corpus" or "-c". */
  const char *name = option;
  char letter = 0;
  if (g_str_has_prefix(option, "--"))
    name = option + 2;
  else
    letter = option[1];
  GPtrArray *values = NULL;
  GHashTableIter iter;
  gpointer key, held;
  g_hash_table_iter_init(&iter, cli->options);
  while (g_hash_table_iter_next(&iter, &key, &held)) {
    const CliOption *known = key;
    if (letter != 0 ? known->letter == letter : strcmp(known->name, name) == 0)
      values = held;
  }
  g_assert(values != NULL); /* GOption only calls back for the entries it was given */
  g_ptr_array_add(values, g_strdup(value != NULL ? value : ""));
  return TRUE;
}

typedef struct {
  Cli *cli;
  GArray *entries; /* of GOptionEntry */
} Collector;

static guint
hash_option(gconstpointer option)
{
  return g_str_hash(((const CliOption *)option)->name);
}

static gboolean
equal_options(gconstpointer a, gconstpointer b)
{
  return strcmp(((const CliOption *)a)->name, ((const CliOption *)b)->name) == 0;
}

static void
collect(const CliOption *option, gpointer data)
{
  Collector *collector = data;
  g_hash_table_insert(collector->cli->options, g_memdup2(option, sizeof *option),
                      g_ptr_array_new_with_free_func(g_free));
  /* ISO C knows no cast from a function to a gpointer; POSIX makes them the same size. */
  const union {
    GOptionArgFunc function;
    gpointer pointer;
  } callback = {.function = remember};
  /* FILENAME: bytes as they are; the names of people are UTF-8 whatever the locale says. */
  const GOptionEntry entry = {option->name,
                              option->letter,
                              G_OPTION_FLAG_FILENAME | (option->argument == NULL ? G_OPTION_FLAG_NO_ARG : 0),
                              G_OPTION_ARG_CALLBACK,
                              callback.pointer,
                              option->help,
                              option->argument};
  g_array_append_val(collector->entries, entry);
}

static void
add_name(const CliOption *option, gpointer names)
{
  g_ptr_array_add(names, (gpointer)option->name);
}

/* GOption says "Unknown option --foo"; the nearest one is ours to add. */
static void
explain_unknown(const Cli *cli, GError **error)
{
  if (!g_error_matches(*error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    return;
  const char *dashes = strstr((*error)->message, "--");
  g_autofree char *word = g_strdup(dashes != NULL ? dashes + 2 : "");
  word[strcspn(word, "=")] = '\0';
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  cli_options_visit(cli->command, add_name, names);
  const char *near_one = relata_name_suggest(word, (const char *const *)names->pdata, names->len);
  g_autofree char *message =
      near_one != NULL ? g_strdup_printf("no option --%s; did you mean --%s?", word, near_one)
      : *word != '\0'
          ? g_strdup_printf("no option --%s; 'relata help %s' lists them", word, cli->command->name)
          : g_strdup_printf("%s; 'relata help %s' lists the options", (*error)->message, cli->command->name);
  g_clear_error(error);
  g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE, message);
}

/* GOption takes --dated=no as --dated and forgets the rest. */
static gboolean
check_switches(const Cli *cli, int argc, char **argv, GError **error)
{
  for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
    const char *equals = g_str_has_prefix(argv[i], "--") ? strchr(argv[i], '=') : NULL;
    if (equals == NULL)
      continue;
    g_autofree char *name = g_strndup(argv[i] + 2, (gsize)(equals - argv[i] - 2));
    const CliOption key = {.name = name};
    gpointer known;
    if (g_hash_table_lookup_extended(cli->options, &key, &known, NULL) &&
        ((const CliOption *)known)->argument == NULL) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "--%s takes no value", name);
      return FALSE;
    }
  }
  return TRUE;
}

gboolean
cli_arguments_check(const Cli *cli, guint wanted, GError **error)
{
  const CliCommand *command = cli->command;
  if (cli->arguments->len == wanted)
    return TRUE;
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "%s; usage: relata %s %s%s[OPTION…]",
              cli->arguments->len < wanted ? "an argument is missing" : "there are too many arguments",
              command->name, command->arguments, *command->arguments != '\0' ? " " : "");
  return FALSE;
}

gboolean
cli_options_parse(Cli *cli, int argc, char **argv, GError **error)
{
  const CliCommand *command = cli->command;
  cli->options = g_hash_table_new_full(hash_option, equal_options, g_free, (GDestroyNotify)g_ptr_array_unref);
  cli->arguments = g_ptr_array_new();
  Collector collector = {cli, g_array_new(TRUE, TRUE, sizeof(GOptionEntry))};
  cli_options_visit(command, collect, &collector);
  GOptionContext *context = g_option_context_new(NULL);
  GOptionGroup *group = g_option_group_new("relata", "", "", cli, NULL);
  g_option_group_add_entries(group, (const GOptionEntry *)(gconstpointer)collector.entries->data);
  g_option_context_set_main_group(context, group);
  g_option_context_set_help_enabled(context, FALSE);
  GError *problem = NULL;
  gboolean ok =
      check_switches(cli, argc, argv, &problem) && g_option_context_parse(context, &argc, &argv, &problem);
  if (!ok) {
    explain_unknown(cli, &problem);
    g_propagate_error(error, problem);
  }
  for (int i = 1; ok && i < argc; i++) {
    if (strcmp(argv[i], "--") == 0 && cli->arguments->len == 0 && i == 1)
      continue;
    if (!g_utf8_validate(argv[i], -1, NULL)) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "argument %d is not UTF-8", i);
      ok = FALSE;
    }
    g_ptr_array_add(cli->arguments, argv[i]);
  }
  const guint n = cli->arguments->len;
  if (ok && !cli_option_is(cli, "help") && (n < command->min_arguments || n > command->max_arguments))
    ok = cli_arguments_check(
        cli, n < command->min_arguments ? command->min_arguments : command->max_arguments, error);
  g_option_context_free(context);
  g_array_unref(collector.entries);
  return ok;
}

static const GPtrArray *
values_of(const Cli *cli, const char *name)
{
  const CliOption key = {.name = name};
  return g_hash_table_lookup(cli->options, &key);
}

gboolean
cli_option_is(const Cli *cli, const char *name)
{
  const GPtrArray *values = values_of(cli, name);
  return values != NULL && values->len > 0;
}

const char *
cli_option(const Cli *cli, const char *name)
{
  const GPtrArray *values = values_of(cli, name);
  return values != NULL && values->len > 0 ? g_ptr_array_index(values, values->len - 1) : NULL;
}

gboolean
cli_option_number(const Cli *cli, const char *name, guint least, guint most, guint otherwise, guint *number,
                  GError **error)
{
  const char *value = cli_option(cli, name);
  guint64 parsed = otherwise;
  if (value != NULL && !g_ascii_string_to_unsigned(value, 10, least, most, &parsed, NULL)) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "--%s: expected a whole number from %u to %u, not '%s'", name, least, most, value);
    return FALSE;
  }
  *number = (guint)parsed;
  return TRUE;
}

GPtrArray *
cli_option_list(const Cli *cli, const char *name)
{
  GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
  const GPtrArray *values = values_of(cli, name);
  for (guint i = 0; values != NULL && i < values->len; i++) {
    g_auto(GStrv) parts = g_strsplit(g_ptr_array_index(values, i), ",", -1);
    for (char **part = parts; *part != NULL; part++)
      if (*g_strstrip(*part) != '\0')
        g_ptr_array_add(list, g_strdup(*part));
  }
  return list;
}

gboolean
cli_option_actors(const Cli *cli, const char *name, GArray *actors, GError **error)
{
  g_autoptr(GPtrArray) names = cli_option_list(cli, name);
  if (names->len == 0 && cli_option_is(cli, name)) { /* a variable of a script that is not set */
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "--%s: expected ACTORS separated by commas", name);
    return FALSE;
  }
  for (guint i = 0; i < names->len; i++) {
    const guint actor = relata_corpus_resolve_actor(cli->corpus, g_ptr_array_index(names, i), error);
    if (actor == RELATA_NONE) {
      g_prefix_error(error, "--%s: ", name);
      return FALSE;
    }
    g_array_append_val(actors, actor);
  }
  return TRUE;
}

gboolean
cli_options_select(const Cli *cli, RelataSelection *selection, GError **error)
{
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++) {
    const GPtrArray *values = values_of(cli, relata_filters[filter].name);
    for (guint i = 0; values != NULL && i < values->len; i++)
      if (!relata_selection_set(selection, filter, g_ptr_array_index(values, i), error))
        return FALSE;
  }
  return TRUE;
}
