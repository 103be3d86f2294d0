/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What may come next in a line of the shell. It uses the same tables as the completion scripts, and knows
 * actors by their names and aliases. */
#include "cli/terminal.h"

#include "cli/commands.h"
#include "cli/kinds.h"
#include "cli/options.h"

#include <string.h>

/* One name of one actor. */
typedef struct {
  const char *name; /* borrowed from the corpus */
  char *folded;
  guint actor;
} Named;

struct CliCompleter {
  const Cli *shell;
  GArray *names; /* of Named: grouped by actor, its own name first and its id last; NULL until needed */
};

/* A line up to the cursor: the words before the current one, and the current one. */
typedef struct {
  GPtrArray *before; /* of char *, unquoted */
  GString *word;     /* unquoted as far as possible */
  gsize start;       /* the byte at which the word begins */
  char quote;        /* the quotation mark that it begins with, or 0 */
  gboolean comment;
} Typed;

/* The words that the current word may become. Its beginning may stay as it is ("--via=", "attacks,"); the
 * stem is the part that is completed. */
typedef struct {
  const char *stem;
  GPtrArray *words; /* of char *, newly allocated */
  gboolean folds;   /* stem and words are compared as folded names */
  gboolean open;    /* more may follow in the same word, as after a folder */
} Going;

/* ── The line ────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Takes one word by the rules of g_shell_parse_argv(), but accepts a quotation that is still open. Returns
 * the end of the word. */
static const char *
take_word(const char *at, GString *word)
{
  char quote = 0;
  for (; *at != '\0' && (quote != 0 || !is_blank(*at)); at++) {
    if (quote == 0 && (*at == '"' || *at == '\'')) {
      quote = *at;
    } else if (*at == quote) {
      quote = 0;
    } else if (*at == '\\' && quote != '\'' && at[1] != '\0' &&
               (quote == 0 || strchr("$`\"\\", at[1]) != NULL)) {
      g_string_append_c(word, *++at);
    } else {
      g_string_append_c(word, *at);
    }
  }
  return at;
}

static void
split(const char *line, Typed *typed)
{
  *typed = (Typed){.before = g_ptr_array_new_with_free_func(g_free), .word = g_string_new(NULL)};
  const char *at = line;
  for (;;) {
    while (is_blank(*at))
      at++;
    typed->start = (gsize)(at - line);
    typed->quote = *at == '"' || *at == '\'' ? *at : '\0';
    typed->comment = *at == '#';
    g_string_truncate(typed->word, 0);
    at = take_word(at, typed->word);
    if (*at == '\0' || typed->comment)
      break;
    g_ptr_array_add(typed->before, g_strdup(typed->word->str));
  }
  /* As in a line copied from documentation: "relata rank". */
  if (typed->before->len > 0 && strcmp(g_ptr_array_index(typed->before, 0), "relata") == 0)
    g_ptr_array_remove_index(typed->before, 0);
}

/* Returns a word as it must be typed; `quote` is the quotation mark it began with. The quotation stays open
 * unless `whole`. */
static char *
spell(const char *text, char quote, gboolean whole)
{
  static const char plain[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_./,:=+@%";
  gboolean bare = quote == 0;
  for (const char *at = text; bare && *at != '\0'; at++)
    bare = (guchar)*at >= 0x80 || strchr(plain, *at) != NULL;
  if (bare)
    return g_strdup(text);
  if (quote == 0 || strchr(text, '\'') != NULL)
    quote = '"';
  GString *out = g_string_new(NULL);
  g_string_append_c(out, quote);
  for (const char *at = text; *at != '\0'; at++) {
    if (quote == '"' && strchr("$`\"\\", *at) != NULL)
      g_string_append_c(out, '\\');
    g_string_append_c(out, *at);
  }
  if (whole)
    g_string_append_c(out, quote);
  return g_string_free(out, FALSE);
}

/* ── Actors ──────────────────────────────────────────────────────────────────────────────── */

static void
clear_named(gpointer named)
{
  g_free(((Named *)named)->folded);
}

static void
add_name(GArray *names, const char *name, guint actor)
{
  const Named named = {name, relata_name_fold(name), actor};
  g_array_append_val(names, named);
}

static const GArray *
names_of_actors(CliCompleter *completer)
{
  if (completer->names != NULL)
    return completer->names;
  completer->names = g_array_new(FALSE, FALSE, sizeof(Named));
  g_array_set_clear_func(completer->names, clear_named);
  const RelataCorpus *corpus = completer->shell->corpus;
  for (guint i = 0; i < relata_corpus_n_actors(corpus); i++) {
    const RelataActor *actor = relata_corpus_actor(corpus, i);
    add_name(completer->names, actor->name, i);
    for (guint k = 0; actor->aliases != NULL && k < actor->aliases->len; k++)
      add_name(completer->names, g_array_index(actor->aliases, RelataAlias, k).name, i);
    add_name(completer->names, actor->id, i);
  }
  return completer->names;
}

/* Whether the name begins with the stem or, with `later`, has a later word that does. */
static gboolean
name_fits(const Named *named, const char *stem, gboolean later)
{
  if (g_str_has_prefix(named->folded, stem))
    return TRUE;
  if (!later || *stem == '\0')
    return FALSE;
  for (const char *at = strstr(named->folded, stem); at != NULL; at = strstr(at + 1, stem))
    if (at[-1] == ' ')
      return TRUE;
  return FALSE;
}

/* Returns the name, or the id where several actors have that name or a terminal cannot show it unchanged. */
static const char *
name_to_type(RelataCorpus *corpus, const Named *named)
{
  const char *id = relata_corpus_actor(corpus, named->actor)->id;
  g_autofree char *safe = relata_display_safe(named->name);
  g_autoptr(GArray) meant = relata_corpus_match_name(corpus, named->name, TRUE);
  return strcmp(safe, named->name) == 0 && meant->len == 1 && g_array_index(meant, guint, 0) == named->actor
             ? named->name
             : id;
}

static void
list_actors(CliCompleter *completer, Going *going)
{
  const GArray *names = names_of_actors(completer);
  g_autofree char *stem = relata_name_fold(going->stem);
  for (gboolean later = FALSE; later <= TRUE && going->words->len == 0; later++) {
    guint last = RELATA_NONE; /* the last actor listed, under its first name that fits */
    for (guint i = 0; i < names->len; i++) {
      const Named *named = &g_array_index(names, Named, i);
      if (named->actor == last || !name_fits(named, stem, later))
        continue;
      last = named->actor;
      const char *word = name_to_type(completer->shell->corpus, named);
      g_autofree char *safe = relata_display_safe(word);
      if (strcmp(safe, word) == 0)
        g_ptr_array_add(going->words, g_steal_pointer(&safe));
    }
  }
  going->folds = TRUE;
}

/* ── Other words ─────────────────────────────────────────────────────────────────────────── */

static void
keep_fitting(Going *going)
{
  for (guint i = going->words->len; i-- > 0;)
    if (!g_str_has_prefix(g_ptr_array_index(going->words, i), going->stem))
      g_ptr_array_remove_index_fast(going->words, i);
}

static void
list_files(Going *going)
{
  const char *slash = strrchr(going->stem, '/');
  g_autofree char *folder = g_strndup(going->stem, slash != NULL ? (gsize)(slash - going->stem) + 1 : 0);
  const char *beginning = going->stem + strlen(folder);
  g_autoptr(GDir) files = g_dir_open(*folder != '\0' ? folder : ".", 0, NULL);
  for (const char *name; files != NULL && (name = g_dir_read_name(files)) != NULL;) {
    g_autofree char *path = g_strconcat(folder, name, NULL);
    if (!g_str_has_prefix(name, beginning) || (*name == '.' && *beginning != '.') ||
        !g_utf8_validate(path, -1, NULL))
      continue;
    g_autofree char *safe = relata_display_safe(path);
    if (strcmp(safe, path) == 0)
      g_ptr_array_add(going->words,
                      g_strconcat(path, g_file_test(path, G_FILE_TEST_IS_DIR) ? "/" : "", NULL));
  }
  going->open = TRUE;
}

/* Lists the values of a kind, "path" or "" (see CliOption). */
static void
list_values(CliCompleter *completer, const char *values, Going *going)
{
  const CliKind *kind = cli_kind_find(values);
  if (strcmp(values, "path") == 0) {
    list_files(going);
  } else if (strcmp(values, "actor") == 0) {
    list_actors(completer, going);
  } else if (kind != NULL) {
    g_ptr_array_unref(going->words);
    going->words = cli_kind_words(kind, completer->shell->corpus);
    keep_fitting(going);
  }
}

/* Most options take lists. Where nothing begins with the whole text typed, its last part is completed. */
static void
list_option_values(CliCompleter *completer, const CliOption *option, Going *going)
{
  list_values(completer, option->values, going);
  const char *comma = strrchr(going->stem, ',');
  if (going->words->len > 0 || comma == NULL)
    return;
  going->stem = comma + 1;
  list_values(completer, option->values, going);
}

typedef struct {
  const char *word; /* "--by", "-b" or "--by=degree" */
  gsize n;          /* number of its bytes that spell the option */
  CliOption found;
  gboolean any;
} OptionSearch;

static void
match_option(const CliOption *option, gpointer data)
{
  OptionSearch *search = data;
  const gboolean is_long = search->n > 2 && g_str_has_prefix(search->word, "--") &&
                           strlen(option->name) == search->n - 2 &&
                           strncmp(search->word + 2, option->name, search->n - 2) == 0;
  if (is_long || (search->n == 2 && search->word[0] == '-' && search->word[1] == option->letter)) {
    search->found = *option;
    search->any = TRUE;
  }
}

static OptionSearch
find_option(const CliCommand *command, const char *word)
{
  OptionSearch search = {.word = word, .n = strcspn(word, "=")};
  cli_options_visit(command, match_option, &search);
  return search;
}

static void
list_option(const CliOption *option, gpointer data)
{
  Going *going = data;
  g_autofree char *word = g_strconcat("--", option->name, NULL);
  if (g_str_has_prefix(word, going->stem))
    g_ptr_array_add(going->words, g_steal_pointer(&word));
}

/* ── What is asked for ───────────────────────────────────────────────────────────────────── */

/* The position of the current word in the command: the option whose value it is, and the number of arguments
 * before it. */
typedef struct {
  OptionSearch option; /* .any: the previous word is this option and needs a value */
  guint n_arguments;
  gboolean ended; /* after "--" there are no more options */
} Position;

static Position
find_position(const CliCommand *command, const GPtrArray *before)
{
  Position position = {.n_arguments = 0};
  for (guint i = 1; i < before->len; i++) {
    const char *word = g_ptr_array_index(before, i);
    if (position.option.any) {
      position.option.any = FALSE;
    } else if (!position.ended && strcmp(word, "--") == 0) {
      position.ended = TRUE;
    } else if (!position.ended && word[0] == '-' && word[1] != '\0') {
      position.option = find_option(command, word);
      position.option.any &= position.option.found.argument != NULL && word[position.option.n] == '\0';
    } else {
      position.n_arguments++;
    }
  }
  return position;
}

static void
list_commands(Going *going)
{
  g_ptr_array_unref(going->words);
  going->words = cli_kind_words(cli_kind_find("command"), NULL);
  for (const char *const *word = cli_shell_words; *word != NULL; word++)
    g_ptr_array_add(going->words, g_strdup(*word));
  keep_fitting(going);
}

static void
list_for(CliCompleter *completer, const Typed *typed, Going *going)
{
  if (typed->before->len == 0) {
    list_commands(going);
    return;
  }
  const CliCommand *command = cli_command_find(g_ptr_array_index(typed->before, 0));
  if (command == NULL)
    return;
  const Position position = find_position(command, typed->before);
  const char *equals = g_str_has_prefix(going->stem, "--") ? strchr(going->stem, '=') : NULL;
  if (position.option.any) {
    list_option_values(completer, &position.option.found, going);
  } else if (equals != NULL && !position.ended) {
    const OptionSearch option = find_option(command, going->stem);
    going->stem = equals + 1;
    if (option.any)
      list_option_values(completer, &option.found, going);
  } else if (*going->stem == '-' && !position.ended) {
    cli_options_visit(command, list_option, going);
  } else if (position.n_arguments < command->max_arguments) {
    list_values(completer, command->values != NULL ? command->values : "", going);
  } else if (*going->stem == '\0' && !position.ended) {
    cli_options_visit(command, list_option, going);
  }
}

/* ── The answer ──────────────────────────────────────────────────────────────────────────── */

static void
sort_once(GPtrArray *words)
{
  cli_sort_words(words);
  for (guint i = words->len; i-- > 1;)
    if (strcmp(g_ptr_array_index(words, i), g_ptr_array_index(words, i - 1)) == 0)
      g_ptr_array_remove_index(words, i);
}

/* Returns the longest common beginning of all words, in whole characters. */
static char *
common_beginning(const GPtrArray *words)
{
  const char *first = g_ptr_array_index(words, 0);
  gsize n = strlen(first);
  for (guint i = 1; i < words->len; i++) {
    const char *word = g_ptr_array_index(words, i);
    for (gsize k = 0; k < n; k++)
      if (word[k] != first[k])
        n = k;
  }
  while (((guchar)first[n] & 0xC0) == 0x80)
    n--;
  return g_strndup(first, n);
}

/* Whether the word continues what was typed. A name may do so in another spelling. */
static gboolean
goes_on(const Going *going, const char *word)
{
  if (!going->folds)
    return g_str_has_prefix(word, going->stem);
  g_autofree char *folded = relata_name_fold(word);
  g_autofree char *stem = relata_name_fold(going->stem);
  return g_str_has_prefix(folded, stem);
}

CliCompletion *
cli_complete(CliCompleter *completer, const char *line)
{
  Typed typed;
  split(line, &typed);
  Going going = {.stem = typed.word->str, .words = g_ptr_array_new_with_free_func(g_free)};
  if (!typed.comment)
    list_for(completer, &typed, &going);
  sort_once(going.words);
  CliCompletion *completion = g_new0(CliCompletion, 1);
  completion->start = typed.start;
  completion->words = going.words;
  if (going.words->len > 0) {
    g_autofree char *common = common_beginning(going.words);
    g_autofree char *lead = g_strndup(typed.word->str, (gsize)(going.stem - typed.word->str));
    g_autofree char *text = g_strconcat(lead, common, NULL);
    const gboolean only = going.words->len == 1;
    const gboolean whole = only && !(going.open && g_str_has_suffix(text, "/"));
    if (only || goes_on(&going, common)) {
      g_autofree char *spelt = spell(text, typed.quote, whole);
      completion->word = g_strconcat(spelt, whole ? " " : "", NULL);
    }
  }
  g_ptr_array_unref(typed.before);
  g_string_free(typed.word, TRUE);
  return completion;
}

void
cli_completion_free(CliCompletion *completion)
{
  g_free(completion->word);
  g_ptr_array_unref(completion->words);
  g_free(completion);
}

CliCompleter *
cli_completer_new(const Cli *shell)
{
  CliCompleter *completer = g_new0(CliCompleter, 1);
  completer->shell = shell;
  return completer;
}

void
cli_completer_free(CliCompleter *completer)
{
  g_clear_pointer(&completer->names, g_array_unref);
  g_free(completer);
}
