/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/topics.h"

#include <string.h>

char *
cli_topic_name(const CliTopic *topic)
{
  return g_strndup(topic->file, strcspn(topic->file, "."));
}

const CliTopic *
cli_topic_find(const char *name)
{
  for (const CliTopic *topic = cli_topics; topic->file != NULL; topic++) {
    g_autofree char *known = cli_topic_name(topic);
    if (strcmp(known, name) == 0)
      return topic;
  }
  return NULL;
}

char *
cli_topic_summary(const CliTopic *topic)
{
  const char *text = (const char *)topic->bytes;
  const char *end = memchr(text, '\n', topic->n);
  return g_strndup(text, end != NULL ? (gsize)(end - text) : topic->n);
}

void
cli_append_topic(const CliTopic *topic, GString *out)
{
  g_autofree char *summary = cli_topic_summary(topic);
  const gsize n = strlen(summary);
  g_string_append_printf(out, "%c%s.", g_ascii_toupper(*summary), summary + 1);
  g_string_append_len(out, (const char *)topic->bytes + n, (gssize)(topic->n - n));
}
