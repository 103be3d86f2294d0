/* SPDX-License-Identifier: GPL-2.0-or-later */
/* DOT (Graphviz's language): the plain network, with one node for each actor and one edge for each tie. It
 * has no positions, colours or legend; it is for programs that add their own. `relata draw -o x.dot` writes
 * the picture. */
#include "write/formats.h"

#include "text/display.h"
#include "write/sink.h"

/* Appends a quoted DOT string that contains no escapes (\N, \G …) and no HTML entities of Graphviz. */
static void
append_quoted(GString *out, const char *text)
{
  g_autofree char *safe = relata_display_safe(text);
  g_string_append_c(out, '"');
  for (const char *at = safe; *at != '\0'; at++) {
    if (*at == '"')
      g_string_append(out, "\\\"");
    else if (*at == '\\')
      g_string_append(out, "\\\\");
    else if (*at == '&')
      g_string_append(out, "&amp;");
    else
      g_string_append_c(out, *at);
  }
  g_string_append_c(out, '"');
}

static void
append_attribute(GString *out, const char *before, const char *name, const char *value)
{
  g_string_append_printf(out, "%s%s=", before, name);
  append_quoted(out, value);
}

static void
append_actor(GString *out, const RelataNetwork *network, guint vertex)
{
  const RelataActor *actor = relata_network_actor(network, vertex);
  const RelataSchema *schema = relata_corpus_schema(network->corpus);
  g_string_append(out, "  ");
  append_quoted(out, actor->id);
  append_attribute(out, " [", "label", actor->name);
  if (actor->type != RELATA_NONE)
    append_attribute(out, ", ", "type", relata_schema_actor_type(schema, actor->type)->id);
  g_string_append(out, "];\n");
}

static void
append_tie(GString *out, const RelataNetwork *network, const RelataTie *tie)
{
  const RelataRelationType *relation = relata_network_relation(network, tie);
  g_string_append(out, "  ");
  append_quoted(out, relata_network_actor(network, tie->from)->id);
  g_string_append(out, " -> ");
  append_quoted(out, relata_network_actor(network, tie->to)->id);
  append_attribute(out, " [", "label", relation->label);
  append_attribute(out, ", ", "relation", relation->id);
  g_string_append_printf(out, ", sign=%d, corroboration=%u, affirming=%u, denying=%u, certainty=%s%s];\n",
                         relation->sign, tie->corroboration, tie->n_affirming, tie->n_denying,
                         relata_certainty_name(tie->certainty), relation->symmetric ? ", dir=none" : "");
}

gboolean
relata_write_dot(const RelataNetwork *network, RelataSink *sink, GError **error)
{
  g_return_val_if_fail(network != NULL && sink != NULL, FALSE);
  GString *out = sink->text;
  g_string_append(out, "digraph relata {\n");
  for (guint i = 0; i < network->n_actors; i++) {
    append_actor(out, network, i);
    if (!relata_sink_pass(sink, error))
      return FALSE;
  }
  for (guint i = 0; i < network->n_ties; i++) {
    append_tie(out, network, &network->ties[i]);
    if (!relata_sink_pass(sink, error))
      return FALSE;
  }
  g_string_append(out, "}\n");
  return TRUE;
}
