/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: the parts of robust.h. */
#ifndef RELATA_PATHS_ROBUST_INTERNAL_H
#define RELATA_PATHS_ROBUST_INTERNAL_H

#include "paths/inquiry.h"
#include "paths/robust.h"

G_BEGIN_DECLS

void relata_robust_withdraw(RelataInquiry *inquiry, RelataWithdrawal *withdrawal);
void relata_robust_documentable(RelataInquiry *inquiry, RelataFirst *first);
/* To be called last, because the inquiry may switch to another selection. */
void relata_robust_held(RelataInquiry *inquiry, RelataFirst *first);

G_END_DECLS

#endif
