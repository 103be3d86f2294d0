/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What 'relata help' explains beside the commands. A topic is a file in data/help and a word in
 * CMakeLists.txt; its first line is its summary. */
#ifndef RELATA_CLI_TOPICS_H
#define RELATA_CLI_TOPICS_H

#include "cli/cli.h"

typedef struct {
  const char *file; /* "corpus.txt" */
  const unsigned char *bytes;
  gsize n;
} CliTopic;

/* The table of topics. The last row has no file. */
extern const CliTopic cli_topics[];

const CliTopic *cli_topic_find(const char *name); /* or NULL */
/* Both newly allocated; free with g_free(). */
char *cli_topic_name(const CliTopic *topic);    /* "corpus" */
char *cli_topic_summary(const CliTopic *topic); /* one line, as of a command */
void cli_append_topic(const CliTopic *topic, GString *out);

#endif
