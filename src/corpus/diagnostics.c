/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "corpus/diagnostics.h"

#include <string.h>

#define MOST_LISTED 10

struct RelataDiagnostics {
  GPtrArray *kept; /* of RelataDiagnostic */
  guint limit;
  gboolean list_all;
  guint counts[3];
};

static void
diagnostic_free(gpointer data)
{
  RelataDiagnostic *diagnostic = data;
  g_free(diagnostic->file);
  g_free(diagnostic->message);
  g_free(diagnostic->hint);
  g_free(diagnostic);
}

RelataDiagnostics *
relata_diagnostics_new(guint limit)
{
  RelataDiagnostics *diagnostics = g_new0(RelataDiagnostics, 1);
  diagnostics->kept = g_ptr_array_new_with_free_func(diagnostic_free);
  diagnostics->limit = limit;
  return diagnostics;
}

void
relata_diagnostics_list_all(RelataDiagnostics *diagnostics)
{
  g_return_if_fail(diagnostics != NULL);
  diagnostics->list_all = TRUE;
}

guint
relata_diagnostics_most_listed(const RelataDiagnostics *diagnostics)
{
  return diagnostics != NULL && diagnostics->list_all ? G_MAXUINT : MOST_LISTED;
}

void
relata_diagnostics_free(RelataDiagnostics *diagnostics)
{
  if (diagnostics == NULL)
    return;
  g_ptr_array_unref(diagnostics->kept);
  g_free(diagnostics);
}

void
relata_diagnose(RelataDiagnostics *diagnostics, RelataSeverity severity, const char *code,
                const RelataPlace *where, const char *hint, const char *format, ...)
{
  g_return_if_fail((guint)severity < G_N_ELEMENTS(diagnostics->counts) && code != NULL && format != NULL);
  if (diagnostics == NULL)
    return;
  diagnostics->counts[severity]++;
  if (diagnostics->limit > 0 && diagnostics->counts[severity] > diagnostics->limit)
    return;
  RelataDiagnostic *diagnostic = g_new0(RelataDiagnostic, 1);
  diagnostic->severity = severity;
  diagnostic->code = code;
  if (where != NULL) {
    diagnostic->file = g_strdup(where->file);
    diagnostic->line = where->line;
    diagnostic->column = where->column;
  }
  va_list arguments;
  va_start(arguments, format);
  diagnostic->message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  diagnostic->hint = g_strdup(hint);
  g_ptr_array_add(diagnostics->kept, diagnostic);
}

guint
relata_diagnostics_count(const RelataDiagnostics *diagnostics, RelataSeverity severity)
{
  g_return_val_if_fail((guint)severity < G_N_ELEMENTS(diagnostics->counts), 0);
  return diagnostics != NULL ? diagnostics->counts[severity] : 0;
}

guint
relata_diagnostics_n_kept(const RelataDiagnostics *diagnostics)
{
  g_return_val_if_fail(diagnostics != NULL, 0);
  return diagnostics->kept->len;
}

const RelataDiagnostic *
relata_diagnostics_get(const RelataDiagnostics *diagnostics, guint index)
{
  g_return_val_if_fail(diagnostics != NULL && index < diagnostics->kept->len, NULL);
  return g_ptr_array_index(diagnostics->kept, index);
}

static gint
compare(gconstpointer a, gconstpointer b)
{
  const RelataDiagnostic *left = *(RelataDiagnostic *const *)a, *right = *(RelataDiagnostic *const *)b;
  const int by_file = g_strcmp0(left->file, right->file); /* those without a file come first */
  if (by_file != 0)
    return by_file;
  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;
  return 0;
}

void
relata_diagnostics_sort(RelataDiagnostics *diagnostics)
{
  g_return_if_fail(diagnostics != NULL);
  g_ptr_array_sort(diagnostics->kept, compare); /* g_ptr_array_sort is stable */
}

const char *
relata_severity_name(RelataSeverity severity)
{
  static const char *const names[] = {"note", "warning", "error"};
  g_return_val_if_fail((guint)severity < G_N_ELEMENTS(names), NULL);
  return names[severity];
}
