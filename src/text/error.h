/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The only error domain of relata: why a call could not be done.
 *
 * A message names the fields of the request (a filter of a selection, a field of a view or of a question) as
 * the JSON of a view does, between grave accents: `changes-since`. A program that shows the message may
 * replace these names by the ones that its users know. The command line puts its options there.
 *
 * A problem *in the data* is not an error but a diagnostic: see corpus/diagnostics.h. */
#ifndef RELATA_TEXT_ERROR_H
#define RELATA_TEXT_ERROR_H

#include "text/export.h"

#include <glib.h>

RELATA_BEGIN_DECLS

#define RELATA_ERROR (relata_error_quark())

typedef enum {
  RELATA_ERROR_FAILED,       /* a library or the system failed; the message says which */
  RELATA_ERROR_INPUT,        /* a file cannot be read or holds no usable data */
  RELATA_ERROR_FORMAT,       /* no input or output format fits */
  RELATA_ERROR_UNKNOWN_NAME, /* no actor, document, type, measure … has this name */
  RELATA_ERROR_AMBIGUOUS,    /* a name that fits several actors */
  RELATA_ERROR_VALUE,        /* the value of an option or argument does not have the required form */
  RELATA_ERROR_LIMIT,        /* a documented limit of size, depth or time was reached */
  RELATA_ERROR_EMPTY         /* the selection leaves nothing */
} RelataErrorCode;

GQuark relata_error_quark(void);

RELATA_END_DECLS

#endif
