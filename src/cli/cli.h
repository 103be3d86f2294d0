/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The command line: a table of commands, each in its own file with its table of options. Help, parsing,
 * "did you mean", the man page's test and the shells' completions are all made from these tables. */
#ifndef RELATA_CLI_CLI_H
#define RELATA_CLI_CLI_H

#include "relata.h"

typedef enum {
  CLI_ANSWERED = 0,
  CLI_NO = 1,       /* the answer is no: no path, errors in the data */
  CLI_USAGE = 2,    /* a misspelt command, option or name */
  CLI_UNUSABLE = 3, /* the input cannot be used */
  CLI_FAILED = 4    /* anything else */
} CliExit;

typedef struct {
  const char *name;
  char letter;          /* short form, or 0 */
  const char *argument; /* NULL for a switch; "[X]": it may be left out, and then is "" */
  const char *help;
  const char *values; /* what completes the argument: a kind (see kinds.c), words "a b c", or "" */
} CliOption;

typedef struct Cli Cli;

typedef struct {
  const char *name;
  const char *arguments; /* "FROM TO" */
  const char *summary;   /* one line */
  const char *details;   /* for --help; may be NULL */
  guint min_arguments, max_arguments;
  const char *values;       /* what completes the arguments */
  gboolean selects;         /* takes the options of a selection */
  gboolean reads;           /* takes -c and --format */
  const CliOption *options; /* its own, ended by a row without a name */
  CliExit (*run)(Cli *cli);
} CliCommand;

/* All commands, ended by a row without a name. */
extern const CliCommand cli_commands[];

/* One call of the program: what was asked, and where the answer goes. */
struct Cli {
  const CliCommand *command;
  const Cli *shell;     /* the shell that the command was given to, or NULL; lives longer */
  GHashTable *options;  /* name → GPtrArray of values as given ("" for a switch) */
  GPtrArray *arguments; /* of const char * */
  RelataDiagnostics *diagnostics;
  RelataCorpus *corpus; /* once loaded; like the diagnostics it may be the shell's */
  GString *out;         /* written to standard output at the end */
  gboolean colored;
  int unwritten; /* errno of the first failure to write to standard output; 0 */
};

/* ── run.c ── */
/* Answers one command line, argv[0] being the command: writes the answer out and gives the exit code. The
 * pointers in argv are shifted about, the words only borrowed. shell: whose line it is, or NULL. */
CliExit cli_run(int argc, char **argv, const Cli *shell);

/* ── options.c ── */
typedef void (*CliOptionVisitor)(const CliOption *option, gpointer data);
/* Every option that a command takes: its own, the reading ones, a selection's, the common ones. */
void cli_options_visit(const CliCommand *command, CliOptionVisitor visit, gpointer data);
gboolean cli_options_parse(Cli *cli, int argc, char **argv, GError **error);
/* An error where the command was not given just so many arguments. */
gboolean cli_arguments_check(const Cli *cli, guint wanted, GError **error);
gboolean cli_option_is(const Cli *cli, const char *name);
const char *cli_option(const Cli *cli, const char *name); /* the last value given, or NULL */
/* A whole number from `least` to `most`; `otherwise` when the option is not given. */
gboolean cli_option_number(const Cli *cli, const char *name, guint least, guint most, guint otherwise,
                           guint *number, GError **error);
/* All values given for a repeatable list option, split at commas. Newly allocated strings. */
GPtrArray *cli_option_list(const Cli *cli, const char *name);
/* The same as actors of the loaded corpus, appended to `actors`. */
gboolean cli_option_actors(const Cli *cli, const char *name, GArray *actors, GError **error);
/* Sets the selection's filters from the options. */
gboolean cli_options_select(const Cli *cli, RelataSelection *selection, GError **error);

/* ── load.c ── */
/* Reads the corpus into cli->corpus: -c, else what the shell has read, else RELATA_CORPUS, else the current
 * folder. `extra` are further paths or NULL. */
gboolean cli_load(Cli *cli, const GPtrArray *extra, GError **error);
/* The paths that it reads, of char *. Free with g_ptr_array_unref(). */
GPtrArray *cli_corpus_paths(const Cli *cli);
/* Complains about what is in the network though it lacks a date, and, where asked, of ties that are only
 * denied. */
void cli_say_left_out(const RelataNetwork *network, gboolean denied);
/* The network that the options select from the loaded corpus. */
RelataNetwork *cli_network(Cli *cli, RelataSelection **selection, GError **error);

/* ── report.c ── */
/* Appends the diagnostics with their lines and carets. Only those of at least `least`. */
void cli_report(const RelataDiagnostics *diagnostics, RelataSeverity least, guint most, gboolean colored,
                GString *out);
/* On standard error: "relata: …" */
void cli_complain(const char *format, ...) G_GNUC_PRINTF(1, 2);
/* From now on complaints are of this line of a script: "relata: line 3: …". 0: of none. */
void cli_complain_of_line(guint line);
/* A message of the library in words of the command line: fields (text/error.h), `as-of`, are options,
 * --as-of. Newly allocated. */
char *cli_spell_options(const char *message);
/* Complains about the error and gives the exit code for it. */
CliExit cli_fail(const GError *error);

/* ── style.c ── */
typedef enum { CLI_PLAIN, CLI_BOLD, CLI_FAINT, CLI_HOSTILE, CLI_FRIENDLY, CLI_WARN } CliStyle;
const char *cli_style_on(gboolean colored, CliStyle style);
const char *cli_style_off(gboolean colored);
void cli_append_styled(GString *out, gboolean colored, CliStyle style, const char *text); /* made safe */
CliStyle cli_style_of_sign(int sign);
/* What an answer in sentences is written as. */
typedef enum { CLI_TEXT, CLI_COLORED, CLI_MARKDOWN } CliMarkup;
CliMarkup cli_markup(const Cli *cli); /* by --markdown, else by where the answer goes */
/* As cli_append_styled; in Markdown with its own characters escaped. */
void cli_append_marked(GString *out, CliMarkup markup, CliStyle style, const char *text);
gboolean cli_wants_color(int descriptor);

/* ── table.c ── */
typedef struct CliTable CliTable;
/* titles ended by NULL; one that begins with '>' is aligned right. */
CliTable *cli_table_new(const char *const *titles);
void cli_table_cell(CliTable *table, const char *text); /* made safe for a terminal */
void cli_table_cell_number(CliTable *table, double number, guint decimals);
/* Appends the table and frees it: columns aligned by display width, or a table in Markdown. */
void cli_table_end(CliTable *table, CliMarkup markup, GString *out);

/* ── evidence.c ── */
/* Where a statement stands: "2021-08-30-…:120–204, published about 30 August 2021, from Reuters". */
void cli_append_source(const Cli *cli, const RelataStatement *said, CliMarkup markup, GString *out);
/* Its id, beside its document: "R3" of "DOCUMENT:R3". */
void cli_append_id(const Cli *cli, const RelataStatement *said, CliMarkup markup, GString *out);
/* One claim, event or figure as lines: what it says and who says so. */
void cli_append_claim(Cli *cli, const RelataClaim *claim, const char *indent, GString *out);

/* ── hops.c ── */
/* A hop as a sentence that begins with its number, with who says so: one sentence for each claim; and which
 * other ties there are between the two. In the answer's markup. */
void cli_append_hop(Cli *cli, const RelataNetwork *network, guint from, guint to, RelataHop hop,
                    guint number);

/* ── paths.c ── */
/* What the options of path, reach and common ask for, with what it borrows. */
typedef struct {
  RelataPathQuestion question; /* from and to are the caller's to set */
  RelataSelection *selection;
  RelataPattern *pattern;
  GArray *via, *avoid;
} CliPathOptions;

/* Reads the options of how paths are searched; the corpus is loaded. Those that cannot be combined are an
 * error that says why. */
gboolean cli_path_options_read(Cli *cli, CliPathOptions *options, GError **error);
void cli_path_options_clear(CliPathOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CliPathOptions, cli_path_options_clear)
/* The options themselves, for the tables of commands. */
#define CLI_PATH_OPTIONS                                                                                     \
  {"directed", 0, NULL, "walk only along the direction of ties", ""},                                        \
      {"along", 0, "PATTERN", "only rows of hops that match the pattern (see --pattern-help)", ""},          \
      {"in-order", 0, NULL, "each hop not before the one before it, as far as the dates may mean", ""},      \
      {"surely", 0, NULL, "with --in-order: whatever the dates mean", ""},                                   \
      {"max-hops", 0, "N", "no path of more hops", ""},                                                      \
      {"avoid", 0, "ACTORS", "no path through any of these actors", "actor"},                                \
  {                                                                                                          \
    "pattern-help", 0, NULL, "explain the patterns of --along by examples", ""                               \
  }
void cli_append_pattern_help(GString *out);

/* ── path_text.c ── */
void cli_append_paths(Cli *cli, const RelataPathQuestion *question, const RelataPathFindings *findings);
/* One path, numbered where there are several: `index` from 1, `of` 0 where it is not known how many. */
void cli_append_path(Cli *cli, const RelataNetwork *network, const RelataPath *path, guint index, guint of);
/* Why there is none. */
void cli_append_no_path(Cli *cli, const RelataPathQuestion *question, const RelataPathFindings *findings,
                        const RelataPathFindings *miss, const char *option);

/* ── robust.c ── */
/* What the answer to the question rests on, as sentences. */
void cli_append_robustness(Cli *cli, const RelataPathQuestion *question, const RelataRobustness *robustness);

/* ── path_batch.c ── */
/* Answers each pair of actors in a file with one line of JSON. */
CliExit cli_path_batch(Cli *cli, const RelataPathQuestion *question, const char *path);

/* ── progress.c ── */
typedef struct CliProgress CliProgress;
/* After a second, and only on a terminal, shows what is being done on standard error. */
CliProgress *cli_progress_begin(const char *doing);
void cli_progress_end(CliProgress *progress);

/* ── cmd_help.c ── */
void cli_append_help(const CliCommand *command, GString *out);
void cli_append_overview(GString *out);
const CliCommand *cli_find_command(const char *name);
/* Complains that there is no such command, and names the nearest. shell: where it was typed, or NULL. */
CliExit cli_no_command(const char *name, const Cli *shell);

/* ── kinds.c ── */
typedef struct {
  const char *name;
  gboolean of_corpus;                                         /* needs one; the others take NULL */
  void (*list)(const RelataCorpus *corpus, GPtrArray *words); /* adds newly allocated words, made safe */
} CliKind;
/* Ended by a row without a name. */
extern const CliKind cli_kinds[];
const CliKind *cli_kind_find(const char *name); /* or NULL */

/* ── cmd_shell.c ── */
/* What a shell understands besides the commands: the ways to end it. Ended by NULL. */
extern const char *const cli_shell_words[];

/* ── completer.c ── */
/* What could be typed next. */
typedef struct CliCompleter CliCompleter;
typedef struct {
  gsize start;      /* the byte of the line at which the word begins that is being typed */
  char *word;       /* what that word becomes, quoted where it must be; NULL: it stays */
  GPtrArray *words; /* all that it may become, sorted, unquoted, safe to show */
} CliCompletion;
/* Borrows the shell's corpus. O(names) once, at the first actor that is asked for. */
CliCompleter *cli_completer_new(const Cli *shell);
void cli_completer_free(CliCompleter *completer);
/* line: UTF-8, up to the cursor. */
CliCompletion *cli_complete(CliCompleter *completer, const char *line);
void cli_completion_free(CliCompletion *completion);

/* ── terminal.c ── */
/* A person at a terminal: a prompt, a line that can be edited, history and completion. */
typedef struct CliTerminal CliTerminal;
CliTerminal *cli_terminal_new(const char *prompt, CliCompleter *completer);
void cli_terminal_free(CliTerminal *terminal);
/* The next line without its end, borrowed until the next call; NULL at the end of input. Ctrl-C begins anew.
 */
const char *cli_terminal_read(CliTerminal *terminal);

/* ── history.c ── */
/* The lines typed in earlier sessions, oldest first; empty where there are none. */
GPtrArray *cli_history_load(void);
/* Adds a line to those kept for later sessions; where that cannot be, nothing happens. */
void cli_history_add(const char *line);

/* ── lines.c ── */
typedef struct {
  int file;
  gsize most;    /* bytes of a line */
  GString *line; /* of it at most so many and one more, without its end: then it was cut */
  GString *held; /* read, not yet handed out */
  gsize looked;  /* bytes of it that hold no end of a line */
  gboolean ended;
  int fault; /* why it ended too early (errno), EFBIG: a line without end; 0 */
} CliLines;

void cli_lines_init(CliLines *lines, int file, gsize most);
void cli_lines_clear(CliLines *lines);
/* Reads the next into lines->line. FALSE at the end. */
gboolean cli_lines_next(CliLines *lines);

/* ── output.c ── */
/* Writes what there is of the answer to standard output. FALSE where that takes no more, now or before. */
gboolean cli_flush(Cli *cli);
/* … and the rest of it. Returns the code, or complains and returns CLI_FAILED where something could not be
 * written (a reader that has seen enough, as head, does not count). */
CliExit cli_finish(Cli *cli, CliExit code);
/* The format asked for: --to, else the ending of --output, else `otherwise`. */
const char *cli_output_format(const Cli *cli, const char *otherwise);
/* Writes a string of bytes to a file atomically: it is whole or untouched. */
gboolean cli_write_file(const char *path, const void *bytes, gsize n, GError **error);
/* Whether --output can be a file and does not contradict --to: before the work for it is done. */
gboolean cli_check_output(const Cli *cli, GError **error);
/* Hands over an answer: to --output, atomically (the file is whole or untouched), else, or where that is "-",
 * to standard output. */
gboolean cli_output(Cli *cli, const void *bytes, gsize n, GError **error);
/* Whether the answer goes to standard output and that is a terminal. */
gboolean cli_output_is_terminal(const Cli *cli);

/* ── picture.c ── */
/* FALSE, with a complaint, where the picture is bytes and would go to a terminal. */
gboolean cli_picture_is_for_terminal(const Cli *cli, const char *format);
/* Reads the file that --view names, if any, into the view. What is wrong in it is shown. */
gboolean cli_view_load(Cli *cli, RelataView *view, GError **error);
/* The option's value, where it is given, into the view's field. */
void cli_view_take(const Cli *cli, const char *option, char **field);
/* What all pictures of a view have: --by, --top, --title, --subtitle, --theme, --size, --no-sources and the
 * selection. */
gboolean cli_view_options(Cli *cli, RelataView *view, GError **error);
/* Complains about what the picture leaves out. */
void cli_say_remarks(char *const *remarks);
/* … and hands it over as cli_output() does. */
gboolean cli_output_picture(Cli *cli, const RelataPicture *picture, GError **error);
/* For commands that answer in words and draw the answer besides: whether --output, where it is given, names a
 * file for a picture. */
gboolean cli_check_picture(const Cli *cli, GError **error);
/* With --describe: words in a file that is called a picture would be found out late. */
gboolean cli_check_words(const Cli *cli, GError **error);
/* Shows what was found in a view or a theme, on standard error. */
void cli_show_diagnostics(const RelataDiagnostics *found);
/* The theme that --theme names, or NULL in *theme where it is not given; what is wrong in it is shown. */
gboolean cli_take_theme(Cli *cli, RelataTheme **theme, GError **error);
/* Draws the paths found (at least one) to the file that --output names. */
gboolean cli_write_paths(Cli *cli, const RelataPathQuestion *question, const RelataPathFindings *findings,
                         GError **error);
/* … what connects several actors, its hops numbered as in the answer in words. */
gboolean cli_write_connection(Cli *cli, const RelataNetwork *network, const RelataConnectAnswer *answer,
                              const RelataSelection *selection, GError **error);

/* ── view.c ── */
/* The view as a diagram wants it: the file that --view names first, the options over it. */
gboolean cli_view_read(Cli *cli, RelataView *view, GError **error);

/* ── frames.c ── */
/* Draws the view's frames into the folder that --output names, which is made where it is not there. */
gboolean cli_write_frames(Cli *cli, const RelataView *view, GError **error);
/* … as one picture. */
RelataPicture *cli_draw_animation(Cli *cli, const RelataView *view, const char *format, GError **error);

CliExit cmd_check(Cli *cli);
CliExit cmd_actors(Cli *cli);
CliExit cmd_types(Cli *cli);
CliExit cmd_show(Cli *cli);
CliExit cmd_rank(Cli *cli);
CliExit cmd_path(Cli *cli);
CliExit cmd_reach(Cli *cli);
CliExit cmd_common(Cli *cli);
CliExit cmd_connect(Cli *cli);
CliExit cmd_draw(Cli *cli);
CliExit cmd_page(Cli *cli);
CliExit cmd_timeline(Cli *cli);
CliExit cmd_export(Cli *cli);
CliExit cmd_shell(Cli *cli);
CliExit cmd_completion(Cli *cli);
CliExit cmd_help(Cli *cli);

extern const CliOption cmd_check_options[], cmd_actors_options[], cmd_show_options[], cmd_rank_options[],
    cmd_types_options[], cmd_path_options[], cmd_connect_options[], cmd_reach_options[], cmd_common_options[],
    cmd_draw_options[], cmd_page_options[], cmd_timeline_options[], cmd_export_options[], cmd_shell_options[],
    cmd_completion_options[], cmd_help_options[];

#endif
