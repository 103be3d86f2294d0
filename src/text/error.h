/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The one error domain of relata: why a call could not be done.
 *
 * A message names the fields of what was asked (a filter of a selection, a field of a view or of a question)
 * as the JSON of a view does, between grave accents: `changes-since`. Whoever shows it may put there what its
 * users know them by: the command line, its options.
 *
 * What is wrong *in the data* is not an error but a diagnostic: see corpus/diagnostics.h. */
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
  RELATA_ERROR_UNKNOWN_NAME, /* no actor, document, type, measure … of this name */
  RELATA_ERROR_AMBIGUOUS,    /* a name that fits several actors */
  RELATA_ERROR_VALUE,        /* an option's or argument's value is not of its form */
  RELATA_ERROR_LIMIT,        /* a documented limit of size, depth or time was reached */
  RELATA_ERROR_EMPTY         /* a selection that leaves nothing */
} RelataErrorCode;

GQuark relata_error_quark(void);

RELATA_END_DECLS

#endif
