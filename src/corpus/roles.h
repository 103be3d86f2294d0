/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the roles of events mean: which part their fillers take. data/words/roles.txt has the list and says
 * what each part is. */
#ifndef RELATA_CORPUS_ROLES_H
#define RELATA_CORPUS_ROLES_H

#include "corpus/schema.h"

typedef enum {
  RELATA_PART_UNKNOWN, /* the role stands in no list; these three, in this order, say nothing */
  RELATA_PART_ANY,
  RELATA_PART_PERSON,
  RELATA_PART_NUMBERED,
  RELATA_PART_ALIKE,
  RELATA_PART_DOES,
  RELATA_PART_AGENT,
  RELATA_PART_DEALS,
  RELATA_PART_UNDERGOES,
  RELATA_PART_THEME,
  RELATA_PART_AIM,
  RELATA_PART_TOPIC,
  RELATA_PART_SPEAKS,
  RELATA_PART_SOURCE,
  RELATA_PART_FROM,
  RELATA_PART_BY,
  RELATA_PART_TIME,
  RELATA_PART_PLACE,
  RELATA_PART_BESIDE,
  RELATA_N_PARTS
} RelataPart;

/* On which side of a tie the part stands. */
typedef enum {
  RELATA_SIDE_DOING,
  RELATA_SIDE_UNDERGOING,
  RELATA_SIDE_NEITHER,   /* a party, but nothing says on which side */
  RELATA_SIDE_SPOKEN_OF, /* an end only for who acts */
  RELATA_N_SIDES,        /* no end of a tie */
} RelataSide;

/* A role of some event. */
struct RelataRole {
  char *name;  /* as written: "Theme2" */
  char *stem;  /* its folded words without numbers: "theme", equal for equal roles */
  char *whole; /* the same with the numbers: "theme 2" */
  gboolean has_number;
  guint number; /* the one at the end */
  RelataPart part;
  RelataPart guess; /* what the ending of a word says that is in no list: AGENT, THEME or UNKNOWN */
};

/* Reads a role off its name, which is copied. Free with relata_role_free(). O(|name|²). */
RelataRole *relata_role_new(const char *name);
void relata_role_free(gpointer role);

/* Finds the part that each of the roles takes beside the others of one event: a Source beside a Target acts,
 * another says so. No SOURCE, FROM or SPEAKS is left: they become DOES, AGENT, BY or UNKNOWN. Roles that the
 * schema calls those of who says so, when and where are BY, TIME and PLACE. Where `guess`, roles that
 * say nothing are read off their endings. O(n). */
void relata_roles_settle(const RelataSchema *schema, const RelataRole *const *roles, guint n, gboolean guess,
                         RelataPart *parts);

RelataSide relata_part_side(RelataPart part);

#endif
