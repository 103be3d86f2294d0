/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/options.h"

#include <string.h>

static const CliOption common_options[] = {
    {"help", 'h', NULL, "explain the command", ""},
    CLI_NO_OPTION,
};

static const CliOption reading_options[] = {
    {"corpus", 'c', "PATH", "read this corpus, a folder or a file; may be given several times", "path"},
    {"format", 0, "FORMAT", "read every file as this format ('relata help formats' lists them)",
     "input-format"},
    {"map", 0, "MAPPING",
     "what the columns of tables mean: a file that 'relata map' began, or the name of a mapping that is built in",
     "path"},
    {"encoding", 0, "NAME",
     "what files are written in that do not begin with a byte order mark, if it is not UTF-8: windows-1252 …",
     ""},
    {"schema", 0, "FILE",
     "read the types from this schema first; those that the corpus declares again stay as they are", "path"},
    {"read", 0, "NAME[=VALUE]",
     "ask a format for something of its own; may be given several times ('relata help formats' lists what)",
     "reader-option"},
    {"keep-missing", 0, NULL,
     "keep relations one of whose ends is in no file that is read: that actor is called by its id", ""},
    {"identity", 0, "[document]",
     "document: names that are spelled alike in two documents are two actors; 'relata check --identity' lists who "
     "is who",
     "identity"},
    {"incomplete", 0, NULL,
     "answer although a part of the corpus cannot be read; otherwise the exit code is 5", ""},
    CLI_NO_OPTION,
};

#define JSON_OPTION                                                                                          \
  {                                                                                                          \
    "json", 0, NULL, "answer in JSON", ""                                                                    \
  }

const CliOption cli_options_json[] = {JSON_OPTION, CLI_NO_OPTION};
const CliOption cli_options_form[] = {
    {"markdown", 0, NULL, "answer in Markdown", ""}, JSON_OPTION, CLI_NO_OPTION};

/* ── Parsing ─────────────────────────────────────────────────────────────────────────────── */

static void
visit_table(const CliOption *options, CliOptionVisitor visit, gpointer data)
{
  for (; options->name != NULL; options++)
    visit(options, data);
}

void
cli_options_visit(const CliCommand *command, CliOptionVisitor visit, gpointer data)
{
  for (const CliOption *const *table = command->options; *table != NULL; table++)
    visit_table(*table, visit, data);
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++) {
    const RelataFilterInfo *info = &relata_filters[filter];
    const CliOption option = {info->name, 0, info->argument, info->help, info->values};
    if ((command->filters >> filter & 1) != 0)
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
  /* GOption passes the spelling that was used: "--corpus" or "-c". */
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
  g_assert(values != NULL); /* GOption calls back only for the entries it was given */
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

/* Returns GOption's flag for an option without argument, or with an optional one (in brackets). */
static int
argument_flag(const CliOption *option)
{
  if (option->argument == NULL)
    return G_OPTION_FLAG_NO_ARG;
  return option->argument[0] == '[' ? G_OPTION_FLAG_OPTIONAL_ARG : 0;
}

static void
collect(const CliOption *option, gpointer data)
{
  Collector *collector = data;
  g_hash_table_insert(collector->cli->options, g_memdup2(option, sizeof *option),
                      g_ptr_array_new_with_free_func(g_free));
  /* ISO C does not allow casting a function pointer to gpointer; POSIX gives them the same size. */
  const union {
    GOptionArgFunc function;
    gpointer pointer;
  } callback = {.function = remember};
  /* FILENAME passes the bytes unchanged: names are UTF-8 whatever the locale is. */
  const GOptionEntry entry = {option->name,
                              option->letter,
                              G_OPTION_FLAG_FILENAME | argument_flag(option),
                              G_OPTION_ARG_CALLBACK,
                              callback.pointer,
                              NULL,
                              NULL}; /* GOption does not print the help */
  g_array_append_val(collector->entries, entry);
}

static void
add_name(const CliOption *option, gpointer names)
{
  g_ptr_array_add(names, g_strconcat("--", option->name, NULL));
}

/* GOption only says "Unknown option --foo"; this adds the nearest option. */
static void
explain_unknown(const Cli *cli, GError **error)
{
  if (!g_error_matches(*error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    return;
  const char *dashes = strstr((*error)->message, "--");
  g_autofree char *word = g_strdup(dashes != NULL ? dashes : "");
  word[strcspn(word, "=")] = '\0';
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  cli_options_visit(cli->command, add_name, names);
  g_autofree char *hint = relata_hint(word, (const char *const *)names->pdata, names->len, '\'');
  if (hint == NULL)
    hint = g_strdup_printf("'relata help %s' lists the options", cli->command->name);
  g_autofree char *message = *word != '\0' ? g_strdup_printf("no option %s; %s", word, hint)
                                           : g_strdup_printf("%s; %s", (*error)->message, hint);
  g_clear_error(error);
  g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE, message);
}

/* GOption would take --dated=no as --dated and ignore the value. */
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

static gboolean
take_arguments(Cli *cli, int argc, char **argv, GError **error)
{
  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "--") == 0 && cli->arguments->len == 0 && i == 1)
      continue;
    if (!g_utf8_validate(argv[i], -1, NULL)) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "argument %d is not UTF-8", i);
      return FALSE;
    }
    g_ptr_array_add(cli->arguments, argv[i]);
  }
  const CliCommand *command = cli->command;
  return cli_option_is(cli, "help") ||
         cli_arguments_check(cli, CLAMP(cli->arguments->len, command->min_arguments, command->max_arguments),
                             error);
}

gboolean
cli_options_parse(Cli *cli, int argc, char **argv, GError **error)
{
  cli->options = g_hash_table_new_full(hash_option, equal_options, g_free, (GDestroyNotify)g_ptr_array_unref);
  cli->arguments = g_ptr_array_new();
  Collector collector = {cli, g_array_new(TRUE, TRUE, sizeof(GOptionEntry))};
  cli_options_visit(cli->command, collect, &collector);
  GOptionContext *context = g_option_context_new(NULL);
  GOptionGroup *group = g_option_group_new("relata", "", "", cli, NULL);
  g_option_group_add_entries(group, (const GOptionEntry *)(gconstpointer)collector.entries->data);
  g_option_context_set_main_group(context, group);
  g_option_context_set_help_enabled(context, FALSE);
  GError *problem = NULL;
  const gboolean ok =
      check_switches(cli, argc, argv, &problem) && g_option_context_parse(context, &argc, &argv, &problem);
  if (!ok) {
    explain_unknown(cli, &problem);
    g_propagate_error(error, problem);
  }
  g_option_context_free(context);
  g_array_unref(collector.entries);
  return ok && take_arguments(cli, argc, argv, error);
}

/* ── Values ────────────────────────────────────────────────────────────────────────────────── */

const GPtrArray *
cli_option_values(const Cli *cli, const char *name)
{
  const CliOption key = {.name = name};
  return g_hash_table_lookup(cli->options, &key);
}

gboolean
cli_option_is(const Cli *cli, const char *name)
{
  const GPtrArray *values = cli_option_values(cli, name);
  return values != NULL && values->len > 0;
}

const char *
cli_option(const Cli *cli, const char *name)
{
  const GPtrArray *values = cli_option_values(cli, name);
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

gboolean
cli_option_word(const Cli *cli, const char *name, const char *const *words, guint *index, GError **error)
{
  const char *value = cli_option(cli, name);
  if (value == NULL)
    return TRUE;
  const guint n = g_strv_length((char **)words);
  for (guint i = 0; i < n; i++)
    if (strcmp(words[i], value) == 0) {
      *index = i;
      return TRUE;
    }
  g_autofree char *choice = relata_choice(words, n);
  g_autofree char *hint = relata_hint(value, words, n, '\'');
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "--%s: expected %s, not '%s'%s%s", name, choice, value,
              hint != NULL ? "; " : "", hint != NULL ? hint : "");
  return FALSE;
}

GPtrArray *
cli_option_list(const Cli *cli, const char *name)
{
  GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
  const GPtrArray *values = cli_option_values(cli, name);
  for (guint i = 0; values != NULL && i < values->len; i++) {
    g_auto(GStrv) parts = g_strsplit(g_ptr_array_index(values, i), ",", -1);
    for (char **part = parts; *part != NULL; part++)
      if (*g_strstrip(*part) != '\0')
        g_ptr_array_add(list, g_strdup(*part));
  }
  return list;
}

static gboolean
resolve_actors(const Cli *cli, const GPtrArray *names, GArray *actors, GError **error)
{
  for (guint i = 0; i < names->len; i++) {
    const guint actor = relata_corpus_resolve_actor(cli->corpus, g_ptr_array_index(names, i), error);
    if (actor == RELATA_NONE)
      return FALSE;
    g_array_append_val(actors, actor);
  }
  return TRUE;
}

gboolean
cli_option_actors(const Cli *cli, const char *name, GArray *actors, GError **error)
{
  g_autoptr(GPtrArray) names = cli_option_list(cli, name);
  if (names->len == 0 && cli_option_is(cli, name)) { /* as from an unset variable of a script */
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "--%s: expected ACTORS separated by commas", name);
    return FALSE;
  }
  if (resolve_actors(cli, names, actors, error))
    return TRUE;
  g_prefix_error(error, "--%s: ", name);
  return FALSE;
}

gboolean
cli_argument_actors(const Cli *cli, GArray *actors, GError **error)
{
  return resolve_actors(cli, cli->arguments, actors, error);
}

gboolean
cli_options_check(const Cli *cli, const CliClash *clashes, GError **error)
{
  for (; clashes->one != NULL; clashes++)
    if (cli_option_is(cli, clashes->one) && cli_option_is(cli, clashes->other)) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "--%s and --%s cannot be combined: %s",
                  clashes->one, clashes->other, clashes->why);
      return FALSE;
    }
  return TRUE;
}

gboolean
cli_form_check(const Cli *cli, GError **error)
{
  static const CliClash clashes[] = {{"json", "markdown", "an answer has one form"}, {NULL, NULL, NULL}};
  return cli_options_check(cli, clashes, error);
}

gboolean
cli_options_filter(const Cli *cli, RelataSelection *selection, GError **error)
{
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++) {
    const gboolean taken = (cli->command->filters >> filter & 1) != 0; /* else the option is another */
    const GPtrArray *values = taken ? cli_option_values(cli, relata_filters[filter].name) : NULL;
    for (guint i = 0; values != NULL && i < values->len; i++)
      if (!relata_selection_set(selection, filter, g_ptr_array_index(values, i), error))
        return FALSE;
  }
  return TRUE;
}

/* The options that ask about days. */
static const char *const asking[] = {"--as-of", "--during", "--in-order", "--robust", "--frames"};

gboolean
cli_reading_check(const Cli *cli, const RelataSelection *selection, gboolean asked, GError **error)
{
  const RelataReading reading = relata_selection_reading(selection);
  if (reading == RELATA_PRESUMABLY || asked || relata_selection_asks_days(selection))
    return TRUE;
  const char *offered[G_N_ELEMENTS(asking)];
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS(asking); i++)
    if (cli_option_values(cli, asking[i] + 2) != NULL)
      offered[n++] = asking[i];
  g_autofree char *choice = relata_choice(offered, n);
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
              "`%s` says how dates are read, but nothing asks about days: add %s",
              relata_reading_name(reading), choice);
  return FALSE;
}

gboolean
cli_options_select(const Cli *cli, RelataSelection *selection, GError **error)
{
  gboolean asked = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(asking); i++)
    asked = asked || cli_option_is(cli, asking[i] + 2);
  return cli_options_filter(cli, selection, error) && cli_reading_check(cli, selection, asked, error);
}
