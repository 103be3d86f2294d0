/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A small document about Kabul, with a registry and a schema. */
#ifndef RELATA_TESTS_BRAT_KABUL_H
#define RELATA_TESTS_BRAT_KABUL_H

#include "brat_folder.h"
#include "read/brat/brat_parse.h"

#include <math.h>

static const char schema[] =
    "{\"relata\": 1, \"actor_types\": [{\"id\": \"armed-group\"}, {\"id\": \"state\"}, {\"id\": \"person\"}],"
    " \"relation_types\": [{\"id\": \"rivalry\", \"symmetric\": true, \"sign\": -1}, {\"id\": \"attacks\"},"
    "  {\"id\": \"claims-responsibility\"}],"
    " \"event_types\": [{\"id\": \"bombing\","
    "   \"claims\": [{\"relation\": \"attacks\", \"from\": [\"Agent\"], \"to\": [\"Target\"]}]},"
    "  {\"id\": \"claim\","
    "   \"claims\": [{\"relation\": \"claims-responsibility\", \"from\": [\"Agent\"], \"to\": "
    "[\"Theme\"]}]}],"
    " \"measures\": [{\"id\": \"killed\", \"unit\": \"people\"}],"
    " \"marks\": [{\"id\": \"date\", \"means\": \"when\"}, {\"id\": \"place\", \"means\": \"place\"}]}";

static const char registry[] =
    "{\"relata\": 1, \"actors\": ["
    " {\"id\": \"isis-k\", \"name\": \"ISIS-K\", \"type\": \"armed-group\", \"aliases\": [\"ISKP\"]},"
    " {\"id\": \"taliban\", \"name\": \"Taliban\", \"type\": \"armed-group\", \"aliases\": [\"IEA\"]},"
    " {\"id\": \"us\", \"name\": \"US\", \"type\": \"state\", \"weak_aliases\": [\"America\"]}]}";

static inline Folder *
kabul(const char *text, const char *annotations)
{
  Folder *folder = folder_new();
  folder_put(folder, "schema.json", schema);
  folder_put(folder, "corpus.json", registry);
  folder_put(folder, "d.txt", text);
  folder_put(folder, "d.ann", annotations);
  folder_read(folder);
  return folder;
}

static inline const char *
actor_id(const RelataCorpus *corpus, guint actor)
{
  return relata_corpus_actor(corpus, actor)->id;
}

static inline void
assert_evidence(const RelataCorpus *corpus, const RelataStatement *said, const char *expected)
{
  g_autofree char *evidence = relata_corpus_evidence(corpus, said);
  g_assert_cmpstr(evidence, ==, expected);
}

#endif
