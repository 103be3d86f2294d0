/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is listed in a TEI file, and the sources that it names. */
#include "read/iri.h"
#include "read/registry/tei.h"
#include "text/name.h"

#include <string.h>

/* ── Actors ── */

/* What a list says of somebody. */
typedef struct {
  const char *id; /* NULL: none, so that nothing can point to him */
  const char *type;
  const char *name;
  GPtrArray *aliases;
  GPtrArray *links; /* keys and values by turns */
  GString *described;
} Listed;

static void
add_link(Listed *listed, const char *key, const char *value)
{
  g_ptr_array_add(listed->links, (gpointer)key);
  g_ptr_array_add(listed->links, (gpointer)value);
}

static void
add_address(const RelataTei *tei, Listed *listed, const char *address)
{
  const RelataIri iri = relata_iri_parse(address);
  g_autofree char *id = relata_iri_actor(address);
  add_link(listed, iri.registry, relata_corpus_intern(tei->reading.corpus, iri.value));
  if (listed->id != NULL)
    g_hash_table_insert(tei->meant, (gpointer)relata_corpus_intern(tei->reading.corpus, id),
                        (gpointer)listed->id);
}

/* Adds the addresses among the pointers of an attribute. */
static void
add_addresses(const RelataTei *tei, Listed *listed, const char *pointers)
{
  g_auto(GStrv) words = g_strsplit(pointers != NULL ? pointers : "", " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (relata_iri_is(words[i]))
      add_address(tei, listed, relata_corpus_intern(tei->reading.corpus, words[i]));
}

/* Reads a name. The first that is not called another one is the name. */
static void
read_name(RelataTei *tei, Listed *listed, const RelataXmlEvent *start)
{
  const char *type = relata_tei_attribute(tei, "type");
  const gboolean other = type != NULL && (strcmp(type, "alt") == 0 || strcmp(type, "alternative") == 0 ||
                                          strcmp(type, "variant") == 0 || strcmp(type, "pseudonym") == 0);
  add_addresses(tei, listed, relata_tei_attribute(tei, "ref"));
  const char *name = relata_tei_words(tei, start->depth);
  if (name == NULL)
    return;
  if (listed->name == NULL && !other)
    listed->name = name;
  else
    g_ptr_array_add(listed->aliases, (gpointer)name);
}

static void
read_number(RelataTei *tei, Listed *listed, const RelataXmlEvent *start)
{
  const char *type = relata_tei_attribute(tei, "type");
  const char *number = relata_tei_words(tei, start->depth);
  if (number == NULL)
    return;
  if (relata_iri_is(number)) {
    add_address(tei, listed, number);
  } else {
    g_autofree char *key = g_ascii_strdown(type != NULL ? type : "idno", -1);
    add_link(listed, relata_corpus_intern(tei->reading.corpus, key), number);
  }
}

/* Reads a birth or a death: its date, or else what is written there. */
static void
read_life(RelataTei *tei, Listed *listed, const RelataXmlEvent *start)
{
  const char *what = strcmp(start->name, "birth") == 0 ? "born" : "died";
  const char *when = relata_tei_attribute(tei, "when");
  const char *words = relata_tei_words(tei, start->depth);
  if (words == NULL && when == NULL)
    return;
  g_string_append_printf(listed->described, "%s%s %s", listed->described->len > 0 ? ", " : "", what,
                         words != NULL ? words : when);
}

/* Reads what is inside of an actor's element. */
static void
read_part(RelataTei *tei, Listed *listed, const RelataXmlEvent *start)
{
  static const struct {
    const char *name;
    void (*read)(RelataTei *tei, Listed *listed, const RelataXmlEvent *start);
  } parts[] = {{"persName", read_name}, {"orgName", read_name}, {"placeName", read_name},
               {"name", read_name},     {"label", read_name},   {"geogName", read_name},
               {"idno", read_number},   {"birth", read_life},   {"death", read_life}};
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
    if (strcmp(start->name, parts[i].name) == 0) {
      parts[i].read(tei, listed, start);
      return;
    }
  if (relata_tei_read_record(tei, start))
    return;
  const guint depth = start->depth;
  if (!relata_tei_is_list(start->name)) {
    relata_account_unused(tei->reading.input->account, start->name);
    relata_xml_skip(tei->xml);
    return;
  }
  for (const RelataXmlEvent *child; (child = relata_xml_child(tei->xml, depth)) != NULL;)
    read_part(tei, listed, child);
}

static void
declare(const RelataTei *tei, const Listed *listed, RelataPlace where)
{
  RelataCorpus *corpus = tei->reading.corpus;
  gboolean again;
  if (listed->id == NULL || !relata_name_is_id(listed->id)) {
    relata_account_leave_out(tei->reading.input->account, "somebody in a list has no xml:id");
    return;
  }
  RelataActor *actor = relata_corpus_declare_actor(corpus, listed->id, where, &again);
  const guint index = relata_corpus_find_actor(corpus, listed->id);
  g_hash_table_add(tei->listed, (gpointer)listed->id);
  if (again)
    relata_diagnose(tei->reading.diagnostics, RELATA_WARNING, "duplicate-id", &where, NULL,
                    "there is already somebody with the xml:id '%s': this is taken for the same", listed->id);
  if (actor->name == actor->id && listed->name != NULL)
    actor->name = listed->name;
  if (actor->description == NULL && listed->described->len > 0)
    actor->description = relata_corpus_intern(corpus, listed->described->str);
  if (actor->type == RELATA_NONE)
    actor->type = relata_vocabulary_actor(tei->reading.vocabulary, listed->type, where);
  for (guint i = 0; i < listed->aliases->len; i++)
    relata_corpus_add_alias(corpus, index, g_ptr_array_index(listed->aliases, i), TRUE);
  for (guint i = 0; i < listed->links->len; i += 2)
    relata_corpus_add_link(corpus, index, g_ptr_array_index(listed->links, i),
                           g_ptr_array_index(listed->links, i + 1));
}

void
relata_tei_read_actor(RelataTei *tei, const RelataXmlEvent *start)
{
  static const char *const pointers[] = {"ana", "sameAs", "corresp", "ref", NULL};
  const guint depth = start->depth;
  const RelataPlace where = start->where;
  Listed listed = {.id = relata_tei_id(tei),
                   .type = relata_corpus_intern(tei->reading.corpus, start->name),
                   .aliases = g_ptr_array_new(),
                   .links = g_ptr_array_new(),
                   .described = g_string_new(NULL)};
  relata_account_record(tei->reading.input->account);
  relata_tei_count_attributes(tei, listed.type, pointers);
  for (guint i = 0; pointers[i] != NULL; i++)
    add_addresses(tei, &listed, relata_tei_attribute(tei, pointers[i]));
  for (const RelataXmlEvent *child; (child = relata_xml_child(tei->xml, depth)) != NULL;)
    read_part(tei, &listed, child);
  declare(tei, &listed, where);
  g_ptr_array_unref(listed.aliases);
  g_ptr_array_unref(listed.links);
  g_string_free(listed.described, TRUE);
}

/* ── Sources ── */

/* Reads an element in a source: the first title, date … at any depth. Sources in it that have ids of their
 * own are others. */
static void
read_source_part(RelataTei *tei, RelataTeiSource *source, const RelataXmlEvent *start, GString *words)
{
  const struct {
    const char *name;
    const char **slot;
  } slots[] = {{"title", &source->title},
               {"author", &source->author},
               {"publisher", &source->publisher},
               {"date", &source->published}};
  const char *target = relata_tei_attribute(tei, "target");
  if (source->url == NULL && target != NULL && relata_iri_is(target))
    source->url = target;
  if (relata_tei_read_record(tei, start))
    return;
  for (guint i = 0; i < G_N_ELEMENTS(slots); i++)
    if (strcmp(start->name, slots[i].name) == 0 && *slots[i].slot == NULL) {
      const char *when = relata_tei_attribute(tei, "when");
      const char *said = relata_tei_words(tei, start->depth);
      *slots[i].slot = when != NULL ? when : said;
      g_string_append(words, said != NULL ? said : "");
      return;
    }
}

/* A source without a title is called by its words, at most so many. */
#define LONGEST_TITLE 100

void
relata_tei_read_source(RelataTei *tei, const RelataXmlEvent *start)
{
  RelataTeiSource *source = g_new0(RelataTeiSource, 1);
  const guint depth = start->depth;
  GString *words = g_string_new(NULL);
  source->id = relata_tei_id(tei);
  source->where = start->where;
  for (const RelataXmlEvent *event; (event = relata_xml_next(tei->xml)) != NULL;) {
    if (event->kind == RELATA_XML_TEXT)
      g_string_append(words, event->text);
    else if (event->kind == RELATA_XML_START)
      read_source_part(tei, source, event, words);
    else if (event->depth == depth)
      break;
  }
  g_autofree char *line = relata_name_line(words->str);
  g_autofree char *cut =
      g_utf8_strlen(line, -1) > LONGEST_TITLE ? g_utf8_substring(line, 0, LONGEST_TITLE) : NULL;
  if (source->title == NULL && *line != '\0')
    source->title = relata_corpus_intern(tei->reading.corpus, cut != NULL ? cut : line);
  g_string_free(words, TRUE);
  if (source->id == NULL || g_hash_table_contains(tei->sources, source->id))
    g_free(source);
  else
    g_hash_table_insert(tei->sources, (gpointer)source->id, source);
}

/* ── Any of these ── */

gboolean
relata_tei_read_record(RelataTei *tei, const RelataXmlEvent *start)
{
  static const struct {
    const char *name;
    gboolean with_id; /* only where something can point to it */
    void (*read)(RelataTei *tei, const RelataXmlEvent *start);
  } records[] = {{"person", FALSE, relata_tei_read_actor},      {"personGrp", FALSE, relata_tei_read_actor},
                 {"org", FALSE, relata_tei_read_actor},         {"place", FALSE, relata_tei_read_actor},
                 {"relation", FALSE, relata_tei_read_relation}, {"bibl", TRUE, relata_tei_read_source},
                 {"biblStruct", TRUE, relata_tei_read_source},  {"biblFull", TRUE, relata_tei_read_source},
                 {"witness", TRUE, relata_tei_read_source},     {"msDesc", TRUE, relata_tei_read_source}};
  for (guint i = 0; i < G_N_ELEMENTS(records); i++)
    if (strcmp(start->name, records[i].name) == 0 && (!records[i].with_id || relata_tei_id(tei) != NULL)) {
      records[i].read(tei, start);
      return TRUE;
    }
  return FALSE;
}
