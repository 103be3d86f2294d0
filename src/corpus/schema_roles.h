/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The roles that a schema knows: those that its events have, and those that it says to mean who, when and
 * where. */
#ifndef RELATA_CORPUS_SCHEMA_ROLES_H
#define RELATA_CORPUS_SCHEMA_ROLES_H

#include "corpus/roles.h"

typedef struct RelataRoleTable RelataRoleTable;

RelataRoleTable *relata_role_table_new(void);
void relata_role_table_free(RelataRoleTable *table);
/* Returns the table of a schema, which owns it. */
RelataRoleTable *relata_schema_roles(const RelataSchema *schema);

/* Returns the record of the role with exactly this name, made where it is new. Owned by the schema. */
const RelataRole *relata_schema_use_role(RelataSchema *schema, const char *name);
/* Returns a list of roles that ends with NULL, the same for equal lists. Owned by the schema. O(list). */
const RelataRole *const *relata_schema_use_roles(RelataSchema *schema, const char *const *names);
/* Returns whether relata_schema_set_role() said which roles have the meaning. */
gboolean relata_schema_says_role(const RelataSchema *schema, RelataRoleMeaning meaning);

#endif
