/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What every file of the command line uses: a command, its options, and one call of it. These tables are the
 * source of help, parsing, "did you mean", the man page's test and shell completion. */
#ifndef RELATA_CLI_CLI_H
#define RELATA_CLI_CLI_H

#include "relata.h"

typedef enum {
  CLI_ANSWERED = 0,
  CLI_NO = 1,        /* the answer is no: no path, errors in the data */
  CLI_USAGE = 2,     /* a misspelt command, option or name */
  CLI_UNUSABLE = 3,  /* the input cannot be used */
  CLI_FAILED = 4,    /* any other failure */
  CLI_INCOMPLETE = 5 /* a part of the corpus could not be read, so neither an answer nor a no is known */
} CliExit;

typedef struct {
  const char *name;
  char letter;          /* short form; 0: none */
  const char *argument; /* NULL for a switch; "[X]": optional, and "" where it is left out */
  const char *help;     /* "{engine}" in it is replaced by all words of that kind (see kinds.h) */
  const char *values;   /* what completes the argument: the name of a kind, "path", or "" */
} CliOption;

/* The last row of a table of options. */
#define CLI_NO_OPTION                                                                                        \
  {                                                                                                          \
    NULL, 0, NULL, NULL, NULL                                                                                \
  }

/* The option of path, reach, connect and common that lets actors stand for their parts. */
#define CLI_WHOLE_OPTION                                                                                     \
  {                                                                                                          \
    "whole", 0, NULL, "the actors that you name stand for their parts too", ""                               \
  }

/* The maximum number of option tables of a command. */
#define CLI_MOST_TABLES 5

/* All filters of a selection, for CliCommand.filters. */
#define CLI_ALL_FILTERS ((1u << RELATA_N_FILTERS) - 1)
/* The same for commands whose own --by names measures. */
#define CLI_FILTERS_BUT_BY (CLI_ALL_FILTERS & ~(1u << RELATA_FILTER_BY))

typedef struct Cli Cli;

typedef struct {
  const char *name;
  const char *arguments; /* "FROM TO", or "" */
  const char *summary;   /* one line; it may contain kinds, as CliOption.help */
  const char *details;   /* for --help: one sentence a line, each with a line break; or NULL */
  guint min_arguments, max_arguments;
  const char *values; /* what completes the arguments, as in CliOption; NULL without arguments */
  guint filters;      /* bits (1 << RelataFilter): the selection filters that it takes as options */
  gboolean reads;     /* takes -c and --format */
  gboolean has_lines; /* standard input is its own: the lines that it answers */
  gboolean on_errors; /* its answer is about the errors in the data, which others report first */
  const CliOption *options[CLI_MOST_TABLES + 1]; /* its tables of options; NULL after the last */
  CliExit (*run)(Cli *cli);
} CliCommand;

/* One call of the program: the question, and the destination of the answer. */
struct Cli {
  const CliCommand *command;
  const Cli *shell;     /* the shell that the command was typed into, which outlives it; or NULL */
  GHashTable *options;  /* CliOption → GPtrArray of its values as given ("" for a switch) */
  GPtrArray *arguments; /* of const char * */
  RelataDiagnostics *diagnostics;
  RelataCorpus *corpus; /* NULL until loaded; like the diagnostics it may be the shell's */
  GString *out;         /* the answer, written to standard output at the end */
  gboolean colored;
  gboolean withheld; /* the corpus is incomplete and nobody accepted that: nothing is written */
  int unwritten;     /* errno of the first failed write to standard output; 0: none */
};

#endif
