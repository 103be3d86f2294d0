/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Events as `relata show` lists them. */
#include "cli/evidence.h"

/* Appends "Attacker ISIS-K, Target US forces", of the actor asked for only the role. */
static void
append_roles(Cli *cli, const RelataEvent *event, guint asked)
{
  for (guint i = 0; i < event->arguments->len; i++) {
    const RelataArgument *argument = &g_array_index(event->arguments, RelataArgument, i);
    g_string_append(cli->out, i == 0 ? ": " : ", ");
    cli_append_styled(cli->out, FALSE, CLI_PLAIN, argument->role);
    g_string_append_c(cli->out, ' ');
    if (argument->actor != RELATA_NONE)
      cli_append_styled(cli->out, cli->colored, argument->actor == asked ? CLI_BOLD : CLI_PLAIN,
                        relata_corpus_actor(cli->corpus, argument->actor)->name);
    else
      cli_append_styled(cli->out, FALSE, CLI_PLAIN,
                        relata_corpus_event(cli->corpus, argument->event)->said.id);
  }
}

static void
append_event(Cli *cli, const RelataSelection *selection, guint index, guint asked)
{
  const RelataEvent *event = relata_corpus_event(cli->corpus, index);
  const RelataEventType *type = relata_schema_event_type(relata_corpus_schema(cli->corpus), event->type);
  g_string_append(cli->out, "  ");
  cli_append_styled(cli->out, cli->colored, CLI_BOLD, event->label != NULL ? event->label : type->label);
  if (event->label != NULL) {
    g_string_append(cli->out, " (");
    cli_append_styled(cli->out, FALSE, CLI_PLAIN, type->label);
    g_string_append_c(cli->out, ')');
  }
  append_roles(cli, event, asked);
  g_string_append_c(cli->out, '\n');
  const RelataClaim as_claim = {.said = event->said};
  cli_append_claim(cli, &as_claim, NULL, "    ", cli->out);
  for (guint i = 0; i < relata_corpus_n_figures(cli->corpus); i++) {
    const RelataFigure *figure = relata_corpus_figure(cli->corpus, i);
    if (figure->event != index || !relata_selection_has_figure(selection, figure))
      continue;
    const RelataClaim source = {.said = figure->said};
    g_string_append(cli->out, "    ");
    cli_append_figure(cli, figure, cli->out);
    g_string_append_c(cli->out, '\n');
    cli_append_claim(cli, &source, NULL, "      ", cli->out);
  }
}

void
cli_append_events(Cli *cli, const RelataSelection *selection, guint actor, guint document)
{
  g_autoptr(GArray) events = relata_selection_events_of(selection, actor, document);
  if (events->len == 0)
    return;
  g_string_append_printf(cli->out, "\n%sevents (%u)%s\n", cli_style_on(cli->colored, CLI_BOLD), events->len,
                         cli_style_off(cli->colored));
  for (guint i = 0; i < events->len; i++)
    append_event(cli, selection, g_array_index(events, guint, i), actor);
}
