/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds events that are their own arguments, directly or through other events, in data of any format. */
#include "corpus/internal.h"

typedef struct {
  guint event;
  guint next; /* the next argument to visit */
  guint kept; /* how many of the visited arguments are kept */
} Step;

enum { NEW, OPEN, DONE };

static void
enter(GArray *path, guint8 *state, guint event)
{
  const Step step = {event, 0, 0};
  g_array_append_val(path, step);
  state[event] = OPEN;
}

/* Returns how bad it is: brat itself accepts such events, and nobody can be asked to mend what other tools
 * take for good. */
static RelataSeverity
severity_in(const char *file)
{
  static const char *const of_brat[] = {".ann", ".a1", ".a2"};
  for (guint i = 0; file != NULL && i < G_N_ELEMENTS(of_brat); i++)
    if (g_str_has_suffix(file, of_brat[i]))
      return RELATA_WARNING;
  return RELATA_ERROR_IN_DATA;
}

static void
report(RelataDiagnostics *diagnostics, const RelataCorpus *corpus, guint event,
       const RelataArgument *argument)
{
  const char *id = relata_corpus_event(corpus, event)->said.id;
  const RelataSeverity severity = severity_in(argument->where.file);
  if (argument->event == event)
    relata_diagnose(diagnostics, severity, "circular-events", &argument->where,
                    "an event cannot be a part of itself", "event '%s' is its own argument", id);
  else
    relata_diagnose(diagnostics, severity, "circular-events", &argument->where,
                    "an event cannot be a part of itself", "the argument '%s' of event '%s' leads back to it",
                    relata_corpus_event(corpus, argument->event)->said.id, id);
}

/* Depth-first search without recursion, because events may be nested as deep as a file is long. An event that
 * is still OPEN is on the path to the current one. */
void
relata_events_cut_circles(RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  g_autofree guint8 *state = g_new0(guint8, corpus->events->len + 1);
  g_autoptr(GArray) path = g_array_new(FALSE, FALSE, sizeof(Step));
  for (guint i = 0; i < corpus->events->len; i++) {
    if (state[i] == NEW)
      enter(path, state, i);
    while (path->len > 0) {
      Step *step = &g_array_index(path, Step, path->len - 1);
      GArray *arguments = g_array_index(corpus->events, RelataEvent, step->event).arguments;
      if (step->next == arguments->len) {
        g_array_set_size(arguments, step->kept);
        state[step->event] = DONE;
        g_array_set_size(path, path->len - 1);
        continue;
      }
      const RelataArgument argument = g_array_index(arguments, RelataArgument, step->next++);
      const guint inner = argument.event;
      if (inner != RELATA_NONE && state[inner] == OPEN) {
        report(diagnostics, corpus, step->event, &argument);
        continue;
      }
      g_array_index(arguments, RelataArgument, step->kept++) = argument;
      if (inner != RELATA_NONE && state[inner] == NEW)
        enter(path, state, inner); /* invalidates step */
    }
  }
}
