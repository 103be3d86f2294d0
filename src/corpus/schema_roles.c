/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "corpus/schema_roles.h"

#include <string.h>

struct RelataRoleTable {
  char **said[RELATA_N_ROLE_MEANINGS]; /* NULL: those of data/words/roles.txt */
  GHashTable *records;                 /* name → RelataRole */
  GHashTable *lists; /* names, joined by tabs → const RelataRole *[], which ends with NULL */
};

RelataRoleTable *
relata_role_table_new(void)
{
  RelataRoleTable *table = g_new0(RelataRoleTable, 1);
  table->records = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, relata_role_free);
  table->lists = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  return table;
}

void
relata_role_table_free(RelataRoleTable *table)
{
  for (guint i = 0; i < RELATA_N_ROLE_MEANINGS; i++)
    g_strfreev(table->said[i]);
  g_hash_table_unref(table->lists);
  g_hash_table_unref(table->records);
  g_free(table);
}

const RelataRole *
relata_schema_use_role(RelataSchema *schema, const char *name)
{
  GHashTable *records = relata_schema_roles(schema)->records;
  RelataRole *role = g_hash_table_lookup(records, name);
  if (role == NULL) {
    role = relata_role_new(name);
    g_hash_table_insert(records, role->name, role);
  }
  return role;
}

const RelataRole *const *
relata_schema_use_roles(RelataSchema *schema, const char *const *names)
{
  GHashTable *lists = relata_schema_roles(schema)->lists;
  g_autofree char *key = g_strjoinv("\t", (char **)names);
  const RelataRole **list = g_hash_table_lookup(lists, key);
  if (list == NULL) {
    const guint n = g_strv_length((char **)names);
    list = g_new0(const RelataRole *, n + 1);
    for (guint i = 0; i < n; i++)
      list[i] = relata_schema_use_role(schema, names[i]);
    g_hash_table_insert(lists, g_steal_pointer(&key), list);
  }
  return list;
}

gboolean
relata_schema_says_role(const RelataSchema *schema, RelataRoleMeaning meaning)
{
  return relata_schema_roles(schema)->said[meaning] != NULL;
}

void
relata_schema_set_role(RelataSchema *schema, RelataRoleMeaning meaning, const char *const *roles)
{
  g_return_if_fail(schema != NULL && roles != NULL && (guint)meaning < RELATA_N_ROLE_MEANINGS);
  RelataRoleTable *table = relata_schema_roles(schema);
  g_strfreev(table->said[meaning]);
  table->said[meaning] = g_strdupv((char **)roles);
}

static gboolean
is_among(char **known, const char *role)
{
  gsize n = strlen(role);
  while (n > 0 && g_ascii_isdigit(role[n - 1]))
    n--;
  for (; *known != NULL; known++)
    if (strlen(*known) == n && g_ascii_strncasecmp(*known, role, n) == 0)
      return TRUE;
  return FALSE;
}

gboolean
relata_schema_role_is(const RelataSchema *schema, const char *role, RelataRoleMeaning meaning)
{
  g_return_val_if_fail(schema != NULL && role != NULL && (guint)meaning < RELATA_N_ROLE_MEANINGS, FALSE);
  const RelataRoleTable *table = relata_schema_roles(schema);
  if (table->said[meaning] != NULL)
    return is_among(table->said[meaning], role);
  RelataRole *known = g_hash_table_lookup(table->records, role);
  RelataRole *made = known == NULL ? relata_role_new(role) : NULL;
  const RelataPart part = (known != NULL ? known : made)->part;
  g_clear_pointer(&made, relata_role_free);
  switch (meaning) {
  case RELATA_ROLE_BY:
    return part == RELATA_PART_BY || part == RELATA_PART_SOURCE;
  case RELATA_ROLE_WHEN:
    return part == RELATA_PART_TIME;
  default:
    return part == RELATA_PART_PLACE;
  }
}
