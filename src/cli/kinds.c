/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Each kind is a row. Its words come from the table of the room that owns them. */
#include "cli/kinds.h"

#include "cli/commands.h"
#include "cli/completion.h"
#include "cli/topics.h"

#include <string.h>

/* ── Kinds that do not depend on the corpus ────────────────────────────────────────────────── */

static char *
certainty(guint i)
{
  return i <= RELATA_CERTAIN ? g_strdup(relata_certainty_name((RelataCertainty)i)) : NULL;
}

static char *
cluster(guint i)
{
  return g_strdup(relata_cluster_words[i]);
}

static char *
command(guint i)
{
  return cli_commands[i] != NULL ? g_strdup(cli_commands[i]->name) : NULL;
}

static char *
engine(guint i)
{
  return g_strdup(relata_layout_engine(i));
}

static char *
identity(guint i)
{
  return i == 0 ? g_strdup("document") : NULL;
}

static char *
input_format(guint i)
{
  return g_strdup(relata_input_formats[i].name);
}

static char *
reader_option(guint i)
{
  for (const RelataInputFormat *format = relata_input_formats; format->name != NULL; format++)
    for (const RelataReaderOption *option = format->options; option != NULL && option->name != NULL; option++)
      if (i-- == 0)
        return option->value != NULL ? g_strconcat(option->name, "=", NULL) : g_strdup(option->name);
  return NULL;
}

static char *
kind(guint i)
{
  return g_strdup(cli_kinds[i].name);
}

static char *
measure(guint i)
{
  return g_strdup(relata_measures[i].name);
}

static char *
mode(guint i)
{
  return i + 1 < RELATA_N_MODES ? g_strdup(relata_path_modes[i + 1].name) : NULL; /* the usual has no name */
}

static char *
output_format(guint i)
{
  return g_strdup(relata_output_formats[i].name);
}

static char *
parallel(guint i)
{
  return g_strdup(relata_parallel_words[i]);
}

static char *
period(guint i)
{
  return g_strdup(relata_frame_period(i));
}

static char *
picture_format(guint i)
{
  return g_strdup(relata_picture_formats[i].name);
}

static char *
shell(guint i)
{
  return g_strdup(cli_completion_scripts[i].name);
}

static char *
sign(guint i)
{
  return i < 3 ? g_strdup(relata_sign_name((int)i - 1)) : NULL;
}

/* What help explains: the commands, the topics, and the formats. */
static char *
subject(guint i)
{
  guint n_commands = 0, n_topics = 0;
  while (cli_commands[n_commands] != NULL)
    n_commands++;
  while (cli_topics[n_topics].file != NULL)
    n_topics++;
  if (i < n_commands)
    return command(i);
  if (i < n_commands + n_topics)
    return cli_topic_name(&cli_topics[i - n_commands]);
  return i == n_commands + n_topics ? g_strdup("formats") : NULL;
}

static char *
theme(guint i)
{
  return g_strdup(relata_theme_sources[i].name);
}

/* ── Kinds that depend on the corpus ───────────────────────────────────────────────────────── */

static void
add(GPtrArray *words, const char *word)
{
  g_ptr_array_add(words, relata_display_safe(word));
}

static void
list_actors(const RelataCorpus *corpus, GPtrArray *words)
{
  for (guint i = 0; i < relata_corpus_n_actors(corpus); i++)
    add(words, relata_corpus_actor(corpus, i)->id);
}

static void
list_documents(const RelataCorpus *corpus, GPtrArray *words)
{
  for (guint i = 0; i < relata_corpus_n_documents(corpus); i++)
    add(words, relata_corpus_document(corpus, i)->id);
}

static void
list_relations(const RelataCorpus *corpus, GPtrArray *words)
{
  const GArray *types = relata_schema_relation_types(relata_corpus_schema(corpus));
  for (guint i = 0; i < types->len; i++)
    add(words, g_array_index(types, RelataRelationType, i).id);
}

static void
list_actor_types(const RelataCorpus *corpus, GPtrArray *words)
{
  const GArray *types = relata_schema_actor_types(relata_corpus_schema(corpus));
  for (guint i = 0; i < types->len; i++)
    add(words, g_array_index(types, RelataActorType, i).id);
}

/* ── The table ───────────────────────────────────────────────────────────────────────────── */

const CliKind cli_kinds[] = {
    {"actor", NULL, list_actors},
    {"document", NULL, list_documents},
    {"relation", NULL, list_relations},
    {"actor-type", NULL, list_actor_types},
    {"certainty", certainty, NULL},
    {"cluster", cluster, NULL},
    {"command", command, NULL},
    {"engine", engine, NULL},
    {"identity", identity, NULL},
    {"input-format", input_format, NULL},
    {"reader-option", reader_option, NULL},
    {"kind", kind, NULL},
    {"measure", measure, NULL},
    {"mode", mode, NULL},
    {"output-format", output_format, NULL},
    {"paper", relata_paper_word, NULL},
    {"parallel", parallel, NULL},
    {"period", period, NULL},
    {"picture-format", picture_format, NULL},
    {"shell", shell, NULL},
    {"sign", sign, NULL},
    {"subject", subject, NULL},
    {"theme", theme, NULL},
    {NULL, NULL, NULL},
};

const CliKind *
cli_kind_find(const char *name)
{
  for (const CliKind *row = cli_kinds; row->name != NULL; row++)
    if (strcmp(row->name, name) == 0)
      return row;
  return NULL;
}

GPtrArray *
cli_kind_words(const CliKind *of, const RelataCorpus *corpus)
{
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  if (of->list != NULL) {
    of->list(corpus, words);
    return words;
  }
  for (char *word; (word = of->word(words->len)) != NULL;)
    g_ptr_array_add(words, word);
  return words;
}

char *
cli_expand(const char *text)
{
  GString *out = g_string_new(NULL);
  while (*text != '\0') {
    const char *end = *text == '{' ? strchr(text, '}') : NULL;
    g_autofree char *name = end != NULL ? g_strndup(text + 1, (gsize)(end - text - 1)) : NULL;
    const CliKind *found = name != NULL ? cli_kind_find(name) : NULL;
    if (found == NULL) {
      g_string_append_c(out, *text++);
      continue;
    }
    g_autoptr(GPtrArray) words = cli_kind_words(found, NULL);
    g_autofree char *choice = relata_choice((const char *const *)words->pdata, words->len);
    g_string_append(out, choice);
    text = end + 1;
  }
  return g_string_free(out, FALSE);
}

static gint
compare_words(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void
cli_sort_words(GPtrArray *words)
{
  g_ptr_array_sort(words, compare_words);
}
