/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The options that path and reach share: how paths are searched. */
#include "cli/paths.h"

#include "cli/options.h"

const CliOption cli_options_path[] = {
    {"directed", 0, NULL, "follow ties only in their direction", ""},
    {"along", 0, "PATTERN", "only paths whose hops match this pattern (see --pattern-help)", ""},
    {"mode", 0, "MODE",
     "what may come twice on a path: {mode} (default trail along a pattern, else acyclic; see --mode-help)",
     "mode"},
    {"in-order", 0, NULL, "only paths whose hops can have followed each other in time", ""},
    {"same-document", 0, NULL, "only paths of which one document affirms every hop", ""},
    {"same-origin", 0, NULL, "only paths of which one origin affirms every hop", ""},
    {"max-hops", 0, "N", "only paths of at most N hops", ""},
    {"avoid", 0, "ACTORS", "no path through any of these actors", "actor"},
    CLI_WHOLE_OPTION,
    {"pattern-help", 0, NULL, "explain the patterns of --along with examples", ""},
    {"mode-help", 0, NULL, "explain the modes, and say how each question is answered", ""},
    CLI_NO_OPTION,
};

/* Options that cannot be combined, and why. */
static const CliClash clashes[] = {
    {"simple", "mode", "--simple is another name of --mode acyclic"},
    {"directed", "along",
     "the pattern says the direction of each hop itself: a along, ^a against, (a|^a) either"},
    {"strongest", "most-reliable", "paths can be ordered by one thing only"},
    {"strongest", "avoid-hubs", "paths can be ordered by one thing only"},
    {"most-reliable", "avoid-hubs", "paths can be ordered by one thing only"},
    {"in-order", "strongest", "the strongest way to an actor may get there too late to go on"},
    {"in-order", "most-reliable", "the most reliable way to an actor may get there too late to go on"},
    {"in-order", "avoid-hubs", "the way round hubs may get to an actor too late to go on"},
    {"same-document", "same-origin", "what one document affirms, one origin does too"},
    {"batch", "markdown", "a batch is answered in lines of JSON"},
    {"batch", "output", "one picture shows the paths between two actors"},
    {NULL, NULL, NULL},
};

/* At most one option says how many paths. */
static gboolean
check_selectors(const Cli *cli, GError **error)
{
  for (guint i = 0; i < RELATA_N_PATHS; i++)
    for (guint k = 0; k < i; k++) {
      const CliClash two[] = {{relata_path_selectors[k].name, relata_path_selectors[i].name,
                               "each of them says how many paths are given"},
                              {NULL, NULL, NULL}};
      if (!cli_options_check(cli, two, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_combination(const Cli *cli, GError **error)
{
  return cli_options_check(cli, clashes, error) && check_selectors(cli, error) && cli_form_check(cli, error);
}

static gboolean
read_mode(const Cli *cli, RelataPathMode *mode, GError **error)
{
  const char *words[RELATA_N_MODES];
  guint word = RELATA_N_MODES;
  for (guint i = 0; i + 1 < RELATA_N_MODES; i++)
    words[i] = relata_path_modes[i + 1].name;
  words[RELATA_N_MODES - 1] = NULL;
  if (!cli_option_word(cli, "mode", words, &word, error))
    return FALSE;
  *mode = word < RELATA_N_MODES          ? (RelataPathMode)(word + 1)
          : cli_option_is(cli, "simple") ? RELATA_MODE_ACYCLIC
                                         : RELATA_MODE_USUAL;
  return TRUE;
}

/* The selector whose option is given. */
static RelataPathSelector
selector_of(const Cli *cli)
{
  for (guint i = 0; i < RELATA_N_PATHS; i++)
    if (cli_option_is(cli, relata_path_selectors[i].name))
      return (RelataPathSelector)i;
  return cli_option_is(cli, "simple") ? RELATA_PATHS_EVERY : RELATA_PATHS_BEST;
}

/* Sets an error where the table of path_rule.h refuses the question. */
static gboolean
check_rule(const RelataPathQuestion *question, GError **error)
{
  const char *why;
  const RelataPathOrdered ordered =
      question->in_order ? RELATA_ORDERED_IN_TIME : (RelataPathOrdered)question->order;
  relata_path_rule(relata_path_mode_of(question->mode, question->pattern != NULL, FALSE), question->selector,
                   question->count > 1, ordered, RELATA_ASKS_PLAIN, &why);
  if (why != NULL)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "--%s and --%s cannot be combined: %s",
                relata_path_selectors[question->selector].name, relata_path_ordered[ordered].name, why);
  return why == NULL;
}

static RelataPathOrder
order_of(const Cli *cli)
{
  if (cli_option_is(cli, "strongest"))
    return RELATA_ORDER_STRONGEST;
  if (cli_option_is(cli, "most-reliable"))
    return RELATA_ORDER_MOST_RELIABLE;
  return cli_option_is(cli, "avoid-hubs") ? RELATA_ORDER_AVOID_HUBS : RELATA_ORDER_HOPS;
}

gboolean
cli_path_options_set_pattern(const Cli *cli, CliPathOptions *options, const char *text, GError **error)
{
  options->pattern = relata_pattern_parse(cli->corpus, text, error);
  if (options->pattern == NULL)
    return FALSE;
  if (cli_option_is(cli, "in-order") && relata_pattern_n_conditioned(options->pattern) > 0) {
    g_set_error_literal(
        error, RELATA_ERROR, RELATA_ERROR_VALUE,
        "conditions of hops and --in-order cannot be combined: all claims of a hop date it, but "
        "only some meet its conditions");
    return FALSE;
  }
  options->question.pattern = options->pattern;
  relata_selection_admit_types(options->selection, relata_pattern_reports(options->pattern));
  return TRUE;
}

gboolean
cli_path_options_read(Cli *cli, CliPathOptions *options, GError **error)
{
  RelataPathQuestion *question = &options->question;
  *options = (CliPathOptions){.via = g_array_new(FALSE, FALSE, sizeof(guint)),
                              .avoid = g_array_new(FALSE, FALSE, sizeof(guint)),
                              .selection = relata_selection_new(cli->corpus)};
  if (!check_combination(cli, error) || !read_mode(cli, &question->mode, error) ||
      !cli_option_number(cli, "max-hops", 1, G_MAXINT32, 0, &question->max_hops, error) ||
      !cli_option_actors(cli, "via", options->via, error) ||
      !cli_option_actors(cli, "avoid", options->avoid, error) ||
      !cli_options_select(cli, options->selection, error))
    return FALSE;
  if (cli_option_is(cli, "along") &&
      !cli_path_options_set_pattern(cli, options, cli_option(cli, "along"), error)) {
    g_prefix_error(error, "--along: ");
    return FALSE;
  }
  question->corpus = cli->corpus;
  question->selection = options->selection;
  question->directed = cli_option_is(cli, "directed");
  question->whole = cli_option_is(cli, "whole");
  question->via = (const guint *)(gconstpointer)options->via->data;
  question->n_via = options->via->len;
  question->avoid = (const guint *)(gconstpointer)options->avoid->data;
  question->n_avoid = options->avoid->len;
  question->order = order_of(cli);
  question->in_order = cli_option_is(cli, "in-order");
  question->selector = selector_of(cli);
  question->same = cli_option_is(cli, "same-document") ? RELATA_SAME_DOCUMENT
                   : cli_option_is(cli, "same-origin") ? RELATA_SAME_ORIGIN
                                                       : RELATA_SAME_NOTHING;
  question->count = 1;
  return check_rule(question, error);
}

void
cli_path_options_clear(CliPathOptions *options)
{
  g_clear_pointer(&options->selection, relata_selection_free);
  g_clear_pointer(&options->pattern, relata_pattern_free);
  g_clear_pointer(&options->via, g_array_unref);
  g_clear_pointer(&options->avoid, g_array_unref);
  g_clear_pointer(&options->question.ground, relata_path_ground_unref);
}

static void
append_pattern_help(GString *out)
{
  g_string_append(
      out,
      "A pattern says what the hops from one actor to another must be like.\n"
      "Syntax and meaning are those of SPARQL 1.1 property paths over relation types, with a few additions:\n"
      "\n"
      "  attacks               one hop along a relation of this type, or of a kind of it\n"
      "  ^attacks              one hop against it: from the attacked to the attacker\n"
      "  (attacks|^attacks)    one hop in either direction; symmetric relations always go both ways\n"
      "  attacks/supports      one after the other\n"
      "  attacks|threatens     one or the other\n"
      "  part-of?              at most once\n"
      "  part-of*              any number of times\n"
      "  part-of+              at least once\n"
      "  part-of{2}            twice; {1,3} once to three times; {2,} twice or more; {,3} up to three times\n"
      "                        a part has one count: (part-of?)+ has two, part-of?+ is none\n"
      "  .                     one hop along any relation; ^. against any; (.|^.) any hop at all\n"
      "  !attacks  !(a|^b)     one hop along (against) any relation but these\n"
      "  [-]  [0]  [+]         one hop along a hostile, neutral or friendly relation; ^[-] against one\n"
      "  attacks[during=2021, certainty=probable]\n"
      "                        the same, where the tie also stands with these options of the selection: document=a|b,\n"
      "                        as-of, known-by, min-grade, corroboration, undisputed …\n"
      "  <type=person>         no hop: the actor between two hops is of this type, or of a kind of it\n"
      "  <type!=state>         no hop: the actor is not of this type\n"
      "  <id=taliban|isis>     no hop: the actor is one of these, by id, name or alias\n"
      "  'claims responsibility'\n"
      "                        a name in quotation marks\n"
      "\n"
      "For example, in a corpus with such relations:\n"
      "\n"
      "  --along 'attacks/^attacks'             two who attack the same actor\n"
      "  --along '^leads/<type=armed-group>/attacks'\n"
      "                                         a leader of an armed group, and whom that group attacks\n"
      "  --along '([-]|^[-])+'                  through hostile ties only\n"
      "  --along '!([0]|[+]|attacks)'           hostile, but not attacks\n"
      "  --along '(.|^.)*/<id=isis>/(.|^.)*'    by way of ISIS\n"
      "\n"
      "A pattern has at most 63 hops when its repetitions are written out: a{1,3} and a{2,} have three, a* one.\n"
      "What is found is evidence, so that no tie serves twice; an actor may.\n"
      "With --mode walk a tie may serve again, as in SPARQL; see --mode-help.\n");
}

gboolean
cli_append_path_help(Cli *cli)
{
  if (cli_option_is(cli, "pattern-help"))
    append_pattern_help(cli->out);
  else if (cli_option_is(cli, "mode-help"))
    cli_append_mode_help(cli->out);
  else
    return FALSE;
  return TRUE;
}
