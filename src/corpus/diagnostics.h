/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Diagnostics: errors, warnings and notes about the data, collected like a compiler's messages. */
#ifndef RELATA_CORPUS_DIAGNOSTICS_H
#define RELATA_CORPUS_DIAGNOSTICS_H

#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

typedef enum { RELATA_NOTE, RELATA_WARNING, RELATA_ERROR_IN_DATA } RelataSeverity;

/* The place where a record is written. file is borrowed (interned by the corpus). line and column count from
 * 1 and are 0 where unknown; columns count code points. */
typedef struct {
  const char *file;
  guint line;
  guint column;
} RelataPlace;

typedef struct {
  RelataSeverity severity;
  const char *code; /* stable: "unknown-reference"; a string constant */
  char *file;       /* NULL for the corpus as a whole */
  guint line, column;
  char *message; /* one sentence without a full stop */
  char *hint;    /* what to do, or the nearest correct name; NULL where there is none */
} RelataDiagnostic;

typedef struct RelataDiagnostics RelataDiagnostics;

/* Returns a collection that keeps at most `limit` diagnostics of each severity (0: no limit) and only
 * counts the rest. */
RelataDiagnostics *relata_diagnostics_new(guint limit);
void relata_diagnostics_free(RelataDiagnostics *diagnostics);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataDiagnostics, relata_diagnostics_free)

/* Has messages that list many list all of them, not the first ten. */
void relata_diagnostics_list_all(RelataDiagnostics *diagnostics);
/* Returns how many a message may list. diagnostics may be NULL. */
guint relata_diagnostics_most_listed(const RelataDiagnostics *diagnostics);

/* Adds a diagnostic. diagnostics, where and hint may be NULL; hint is copied; code must be a
 * string constant. */
void relata_diagnose(RelataDiagnostics *diagnostics, RelataSeverity severity, const char *code,
                     const RelataPlace *where, const char *hint, const char *format, ...) G_GNUC_PRINTF(6, 7);

/* Returns the number of diagnostics of a severity, including those that were not kept. */
guint relata_diagnostics_count(const RelataDiagnostics *diagnostics, RelataSeverity severity);
/* Return how many diagnostics are kept, and one of them by an index below this number (borrowed). */
guint relata_diagnostics_n_kept(const RelataDiagnostics *diagnostics);
const RelataDiagnostic *relata_diagnostics_get(const RelataDiagnostics *diagnostics, guint index);
/* Sorts by file, line and column, then by order of arrival. */
void relata_diagnostics_sort(RelataDiagnostics *diagnostics);

const char *relata_severity_name(RelataSeverity severity); /* "note", "warning", "error" */

RELATA_END_DECLS

#endif
