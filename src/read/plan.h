/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Plans the reading: which files there are, which format each has, and in which order they are read. */
#ifndef RELATA_READ_PLAN_H
#define RELATA_READ_PLAN_H

#include "read/input.h"

G_BEGIN_DECLS

typedef struct {
  char *path;
  const char *shown;
  const char *registry; /* the corpus that the file is part of: its folder, interned */
  const RelataInputFormat *format;
  gboolean outright; /* named by the user, not found in a folder */
  gboolean partial;  /* found beside a file that the user named */
  guint order;
  RelataDocumentName name; /* where the file represents a document of several files */
  RelataSource *source;    /* standard input, whose beginning was read; else NULL */
  RelataAccount *account;
} RelataPlanItem;

typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
  const RelataInputFormat *asked; /* the format requested, or NULL */
  const RelataReadOptions *options;
  GArray *items;
  GHashTable *known; /* real paths: a file that is named twice is read once */
  guint n_again;     /* how many were named twice */
  char *archive;     /* what is said of the first archive in a folder; NULL: there is none */
  gboolean unheard;  /* the caller does not take diagnostics */
} RelataPlan;

/* Makes and frees the lists of a plan whose other members are set. */
void relata_plan_begin(RelataPlan *plan);
void relata_plan_end(RelataPlan *plan);

/* Adds what the user names: a file, a folder with what is in it and below, or standard input. FALSE with
 * *error where it cannot be read, or is of no format. */
gboolean relata_plan_add_path(RelataPlan *plan, const char *path, GError **error);
/* Adds a file of a known format and takes ownership of the source, which may be NULL. */
void relata_plan_add(RelataPlan *plan, const char *path, const RelataInputFormat *format, gboolean outright,
                     RelataSource *source);
/* Once all is added: sets the order, and names the documents that are files. FALSE with *error where there is
 * nothing but texts. */
gboolean relata_plan_settle(RelataPlan *plan, GError **error);

/* Reports what should be read but cannot. */
void relata_plan_lose(const RelataPlan *plan, const char *path, const char *why);

G_END_DECLS

#endif
