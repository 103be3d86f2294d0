/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading the native format from memory, and a record of each kind. */
#ifndef RELATA_TESTS_JSON_RECORDS_H
#define RELATA_TESTS_JSON_RECORDS_H

#include "read/readers.h"

#include <cJSON.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

typedef gboolean (*Reader)(RelataCorpus *, const RelataInput *, RelataDiagnostics *, GError **);

typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
} World;

static inline World
world_new(void)
{
  return (World){relata_corpus_new(), relata_diagnostics_new(0)};
}

static inline void
world_clear(World *world)
{
  relata_corpus_free(world->corpus);
  relata_diagnostics_free(world->diagnostics);
}

static inline void
take_bytes(World *world, Reader reader, const char *path, const char *bytes, gsize n)
{
  const RelataInput input = {
      .path = path, .shown = relata_corpus_intern(world->corpus, path), .bytes = bytes, .n = n};
  g_autoptr(GError) error = NULL;
  g_assert_true(reader(world->corpus, &input, world->diagnostics, &error));
  g_assert_no_error(error);
}

static inline void
take(World *world, Reader reader, const char *path, const char *text)
{
  take_bytes(world, reader, path, text, strlen(text));
}

/* All diagnostics, "line:column code: message (hint)" each on a line. */
static inline char *
said(const World *world)
{
  GString *all = g_string_new(NULL);
  for (guint i = 0; i < relata_diagnostics_n_kept(world->diagnostics); i++) {
    const RelataDiagnostic *found = relata_diagnostics_get(world->diagnostics, i);
    g_string_append_printf(all, "%u:%u %s: %s", found->line, found->column, found->code, found->message);
    if (found->hint != NULL)
      g_string_append_printf(all, " (%s)", found->hint);
    g_string_append_c(all, '\n');
  }
  return g_string_free(all, FALSE);
}

static inline void
assert_quiet(const World *world)
{
  g_autofree char *all = said(world);
  g_assert_cmpstr(all, ==, "");
}

#define DOCUMENT                                                                                             \
  "{%s\"id\":\"d\",\"title\":\"The "                                                                         \
  "day\",\"publisher\":\"P\",\"author\":\"A\",\"published\":\"2021-08-26~\","                                \
  "\"language\":\"en\",\"url\":\"https://x\",\"origin\":\"AFP\",\"text\":\"ISIS-K attaqué the US.\"}"
#define ACTOR                                                                                                \
  "{%s\"id\":\"isis-k\",\"name\":\"ISIS-K\",\"type\":\"Armed_Group\",\"aliases\":[\"ISKP\",\"\"],"           \
  "\"weak_aliases\":[\"the "                                                                                 \
  "group\"],\"links\":{\"wikidata\":\"Q1\"},\"url\":\"https://y\",\"description\":\"D\"}"
#define ACTOR2 "{%s\"id\":\"us\"}"
#define EVENT                                                                                                \
  "{%s\"id\":\"e\",\"type\":\"bombing\",\"label\":\"the "                                                    \
  "bombing\",\"when\":\"2021-08-26\",\"place\":\"Kabul\","                                                   \
  "\"document\":\"d\",\"start\":0,\"end\":6,\"roles\":{\"Agent\":[\"isis-k\"],\"Target\":[\"us\",{"          \
  "\"event\":\"e0\"}]},"                                                                                     \
  "\"stance\":\"denies\"}"
#define EVENT0 "{%s\"id\":\"e0\",\"type\":\"meeting\"}"
#define CLAIM                                                                                                \
  "{%s\"id\":\"c\",\"type\":\"attacks\",\"from\":\"isis-k\",\"to\":\"us\",\"when\":\"2019/"                  \
  "..\",\"document\":\"d\","                                                                                 \
  "\"start\":0,\"end\":22,\"text\":\"ISIS-K attaqué the US.\",\"by\":\"ISKP\",\"stance\":\"denies\","       \
  "\"certainty\":\"probable\",\"confidence\":0.75,\"note\":\"N\"}"
#define CLAIM2                                                                                               \
  "{%s\"type\":\"attacks\",\"from\":\"us\",\"to\":\"isis-k\",\"by\":\"a "                                    \
  "spokesman\",\"document\":\"d\",\"text\":\"the US\"}"
#define FIGURE                                                                                               \
  "{%s\"id\":\"f\",\"measure\":\"fighters\",\"of\":\"isis-k\",\"event\":\"e\",\"min\":1200,\"unit\":"        \
  "\"men\","                                                                                                 \
  "\"when\":\"2020\",\"document\":\"d\",\"start\":0,\"end\":6,\"certainty\":\"possible\"}"
#define ACTOR_TYPE                                                                                           \
  "{%s\"id\":\"armed-group\",\"label\":\"armed group\",\"parent\":\"organization\",\"shape\":\"octagon\"}"
#define ACTOR_TYPE2 "{%s\"id\":\"organization\",\"plural\":\"bodies\"}"
#define RELATION_TYPE                                                                                        \
  "{%s\"id\":\"attacks\",\"label\":\"attacks\",\"inverse\":\"is attacked "                                   \
  "by\",\"kind\":\"event\",\"sign\":-1,"                                                                     \
  "\"parent\":\"opposes\",\"color\":\"#aA0099\",\"style\":\"dotted\"}"
#define RELATION_TYPE2 "{%s\"id\":\"opposes\",\"symmetric\":true,\"label\":\"is against\"}"
#define EVENT_TYPE                                                                                           \
  "{%s\"id\":\"bombing\",\"claims\":[{\"relation\":\"attacks\",\"from\":[\"Agent\"],\"to\":[\"Target\","     \
  "\"Victim\"]}]}"
#define EVENT_TYPE2 "{%s\"id\":\"meeting\"}"
#define MEASURE     "{%s\"id\":\"fighters\",\"label\":\"combatants\",\"unit\":\"people\"}"
#define MARK        "{%s\"id\":\"Date\",\"means\":\"when\"}"

static inline char *
corpus_text(void)
{
  return g_strdup_printf("{\"relata\":1,\"title\":\"T\",\n\"claims\":[" CLAIM "," CLAIM2
                         "],\"figures\":[" FIGURE "],\"events\":[" EVENT "," EVENT0 "],\"actors\":[" ACTOR
                         "," ACTOR2 "],\"documents\":[" DOCUMENT "],\"schema\":{\"relata\":1,"
                         "\"actor_types\":[" ACTOR_TYPE "," ACTOR_TYPE2 "],\"relation_types\":[" RELATION_TYPE
                         "," RELATION_TYPE2 "],\"event_types\":[" EVENT_TYPE "," EVENT_TYPE2
                         "],\"measures\":[" MEASURE "],\"marks\":[" MARK "]}}",
                         "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "");
}

static inline char *
lines_text(void)
{
#define KIND(name)               "\"kind\":\"" name "\","
#define SCHEMA_LINE(table, type) "{\"kind\":\"schema\",\"" table "\":[" type "]}\n"
  return g_strdup_printf("{\"kind\":\"corpus\",\"relata\":1,\"title\":\"T\"}\n" CLAIM "\n\n" CLAIM2
                         "\n" FIGURE "\r\n" EVENT "\n" EVENT0 "\n" ACTOR "\n" ACTOR2 "\n" DOCUMENT
                         "\n" SCHEMA_LINE("actor_types", ACTOR_TYPE) SCHEMA_LINE("actor_types", ACTOR_TYPE2)
                             SCHEMA_LINE("relation_types", RELATION_TYPE "," RELATION_TYPE2)
                                 SCHEMA_LINE("event_types", EVENT_TYPE "," EVENT_TYPE2)
                                     SCHEMA_LINE("measures", MEASURE) "{\"marks\":[" MARK
                                                                      "],\"kind\":\"schema\"}",
                         KIND("claim"), KIND("claim"), KIND("figure"), KIND("event"), KIND("event"),
                         KIND("actor"), KIND("actor"), KIND("document"), "", "", "", "", "", "", "", "");
}

#endif
