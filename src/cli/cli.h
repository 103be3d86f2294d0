/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What every file of the command line knows: a command, its options, and one call of it. Help, parsing, "did
 * you mean", the man page's test and the shells' completions are all made from the tables of these. */
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
  const char *help;     /* "{engine}" in it stands for all words of that kind (see kinds.h) */
  const char *values;   /* what completes the argument: a kind, "path", or "" */
} CliOption;

/* Ends a table of options. */
#define CLI_NO_OPTION                                                                                        \
  {                                                                                                          \
    NULL, 0, NULL, NULL, NULL                                                                                \
  }

/* The tables of options that a command has at most. */
#define CLI_MOST_TABLES 5

/* All filters of a selection, for CliCommand.filters. */
#define CLI_ALL_FILTERS ((1u << RELATA_N_FILTERS) - 1)

typedef struct Cli Cli;

typedef struct {
  const char *name;
  const char *arguments; /* "FROM TO", or "" */
  const char *summary;   /* one line; kinds in it are as in CliOption.help */
  const char *details;   /* for --help, one sentence a line, each with its end of line; or NULL */
  guint min_arguments, max_arguments;
  const char *values; /* what completes the arguments, as in CliOption; NULL where there are none */
  guint filters;      /* the bits (1 << RelataFilter) of a selection's filters that it takes as options */
  gboolean reads;     /* takes -c and --format */
  const CliOption *options[CLI_MOST_TABLES + 1]; /* its tables of options, NULL after the last */
  CliExit (*run)(Cli *cli);
} CliCommand;

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

#endif
