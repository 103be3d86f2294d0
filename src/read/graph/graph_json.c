/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/graph/graph_json.h"

#include "read/graph/graph_file_internal.h"

#include <cJSON.h>
#include <string.h>

/* Returns a value that is no list. */
static char *
scalar(const RelataJson *json, const cJSON *value)
{
  return cJSON_IsString(value)   ? g_strdup(value->valuestring)
         : cJSON_IsNumber(value) ? relata_json_number(json, value)
         : cJSON_IsBool(value)   ? g_strdup(cJSON_IsTrue(value) ? "true" : "false")
                                 : NULL;
}

char *
relata_graph_json_text(const RelataJson *json, const cJSON *value)
{
  if (!cJSON_IsArray(value))
    return scalar(json, value);
  g_autoptr(GString) list = g_string_new(NULL);
  for (const cJSON *item = value->child; item != NULL; item = item->next) {
    g_autofree char *text = scalar(json, item);
    if (text == NULL)
      return NULL;
    g_string_append_printf(list, "%s%s", item == value->child ? "" : "; ", text);
  }
  return g_strdup(list->str);
}

static const RelataGraphMember *
find(const RelataGraphMember *members, const char *key)
{
  while (members->key != NULL && strcmp(members->key, key) != 0)
    members++;
  return members->key != NULL ? members : NULL;
}

/* D3 puts the nodes themselves in the place of their ids, once it has laid a graph out. */
void
relata_graph_json_set(RelataGraphFile *file, const RelataJson *json, const cJSON *object,
                      const RelataGraphMember *members)
{
  for (const cJSON *item = object->child; item != NULL; item = item->next) {
    const RelataGraphMember *member = find(members, item->string);
    const cJSON *whole = member != NULL && cJSON_IsObject(item) ? relata_json_member(item, "id") : item;
    g_autofree char *text = relata_graph_json_text(json, whole);
    if (member == NULL && text != NULL)
      relata_graph_file_attribute(file, item->string, text);
    else if (member == NULL && !cJSON_IsNull(item)) /* what has parts is no attribute that means something */
      relata_account_unused(file->input->account, item->string);
    else if (member != NULL && !member->ignored)
      relata_graph_file_set(file, member->field, text);
  }
}

void
relata_graph_json_unused(RelataAccount *account, const cJSON *object, const char *const *used)
{
  for (const cJSON *item = object->child; item != NULL; item = item->next)
    if (!cJSON_IsNull(item) && !g_strv_contains(used, item->string))
      relata_account_unused(account, item->string);
}
