/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/error.h"

G_DEFINE_QUARK(relata - error - quark, relata_error)
