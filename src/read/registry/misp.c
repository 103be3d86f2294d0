/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/registry/misp.h"

#include "text/name.h"

#include <cJSON.h>
#include <string.h>

const char *
relata_misp_text(const cJSON *object, const char *key)
{
  const char *text = cJSON_IsObject(object) ? cJSON_GetStringValue(relata_json_member(object, key)) : NULL;
  return text != NULL && text[strspn(text, " \t\r\n")] != '\0' ? text : NULL;
}

gboolean
relata_misp_is_true(const cJSON *object, const char *key)
{
  const cJSON *item = relata_json_member(object, key);
  return cJSON_IsTrue(item) || (cJSON_IsString(item) && strcmp(item->valuestring, "1") == 0);
}

char *
relata_misp_id(const char *uuid)
{
  return g_strconcat("misp:", uuid, NULL);
}

void
relata_misp_each(const cJSON *object, const char *key, void (*each)(const char *word, gpointer data),
                 gpointer data)
{
  const cJSON *item = cJSON_IsObject(object) ? relata_json_member(object, key) : NULL;
  if (item == NULL)
    return;
  if (cJSON_IsString(item))
    each(item->valuestring, data);
  for (const cJSON *child = cJSON_IsArray(item) ? item->child : NULL; child != NULL; child = child->next)
    if (cJSON_IsString(child))
      each(child->valuestring, data);
}

typedef struct {
  RelataCorpus *corpus;
  guint actor;
} Described;

static void
add_synonym(const char *word, gpointer data)
{
  const Described *described = data;
  g_autofree char *name = relata_name_line(word);
  if (*name != '\0')
    relata_corpus_add_alias(described->corpus, described->actor, name, FALSE);
}

static void
add_address(const char *word, gpointer data)
{
  const Described *described = data;
  if (relata_name_is_id(word))
    relata_corpus_add_link(described->corpus, described->actor, "url", word);
}

void
relata_misp_describe(RelataCorpus *corpus, guint actor, const cJSON *cluster)
{
  const cJSON *meta = relata_json_member(cluster, "meta");
  Described described = {corpus, actor};
  relata_misp_each(meta, "synonyms", add_synonym, &described);
  relata_misp_each(meta, "refs", add_address, &described);
}

void
relata_misp_count_unused(RelataAccount *account, const cJSON *object, const char *prefix,
                         const char *const *used)
{
  for (const cJSON *item = cJSON_IsObject(object) ? object->child : NULL; item != NULL; item = item->next) {
    if (g_strv_contains(used, item->string))
      continue;
    g_autofree char *name = *prefix != '\0' ? g_strconcat(prefix, ".", item->string, NULL) : NULL;
    relata_account_unused(account, name != NULL ? name : item->string);
  }
}
