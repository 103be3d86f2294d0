/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The claims of a STIX file: of each relationship, and of each place of a sighting, one for each document
 * that states it. */
#include "read/statement.h"
#include "read/registry/stix.h"
#include "text/date_pattern.h"
#include "text/name.h"

#include <string.h>

/* A report, note or opinion lists an object. Both are indices. */
typedef struct {
  guint listed, report;
} Listing;

/* What one relationship or sighting states. */
typedef struct {
  RelataStix *stix;
  const RelataStixObject *object;
  const Listing *listings; /* of it, borrowed; NULL where there are none */
  guint n_listings;
  GHashTable *stated; /* documents (index + 1) that state it already */
  RelataStixProse *prose;
  guint type, from, to;
  char *when, *note; /* owned */
  const char *id;
  guint n;        /* claims made of it */
  guint document; /* of the last one */
} Making;

static const RelataStixObject *
object_at(const RelataStix *stix, guint index)
{
  return &g_array_index(stix->objects, RelataStixObject, index);
}

static void
leave_out(const RelataStix *stix, const char *why)
{
  relata_account_leave_out(stix->input->account, why);
}

/* ── What a claim says ── */

/* The names of the markings that are known without their definition: TLP 1 and 2. */
static const char *
well_known_marking(const char *id)
{
  static const char *const known[][2] = {
      {"marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", "TLP:WHITE"},
      {"marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", "TLP:GREEN"},
      {"marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", "TLP:AMBER"},
      {"marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "TLP:RED"},
      {"marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", "TLP:CLEAR"},
      {"marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb", "TLP:GREEN"},
      {"marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421", "TLP:AMBER"},
      {"marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003", "TLP:AMBER+STRICT"},
      {"marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", "TLP:RED"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(known); i++)
    if (strcmp(known[i][0], id) == 0)
      return known[i][1];
  return NULL;
}

/* Returns the name of a marking, or NULL: a statement of rights has none, and is not for a note. */
static const char *
marking_name(const RelataStix *stix, const char *id)
{
  const RelataStixObject *marking = relata_stix_find(stix, id);
  const char *name = marking != NULL ? relata_stix_text(stix, marking, RELATA_STIX_NAME) : NULL;
  if (name == NULL && marking != NULL)
    name = relata_stix_text(stix, marking, RELATA_STIX_DEFINITION);
  return name != NULL ? name : well_known_marking(id);
}

static void
append(GString *note, const char *words, const char *part)
{
  if (words == NULL)
    return;
  g_string_append_printf(note, "%s%s", note->len > 0 ? "; " : "", words);
  if (part != NULL && *part != '\0')
    g_string_append_printf(note, " (%s)", part);
}

/* Returns the names of the markings and the labels of an object: "TLP:AMBER; seen in 2020". */
static char *
note_of(const RelataStix *stix, const RelataStixObject *object)
{
  GString *note = g_string_new(NULL);
  const char *const *word = relata_stix_list(stix, object, RELATA_STIX_MARKINGS);
  for (; *word != NULL; word++)
    append(note, marking_name(stix, *word), NULL);
  for (word = relata_stix_list(stix, object, RELATA_STIX_GRANULAR); *word != NULL; word += 2)
    append(note, marking_name(stix, word[0]), word[1]);
  for (word = relata_stix_list(stix, object, RELATA_STIX_LABELS); *word != NULL; word++)
    append(note, *word, NULL);
  return g_string_free(note, FALSE);
}

/* Returns when it held or happened, EDTF or NULL. */
static char *
when_of(const RelataStix *stix, const RelataStixObject *object, guint type, RelataStixKey first,
        RelataStixKey last)
{
  const RelataRelationType *relation = relata_schema_relation_type(relata_corpus_schema(stix->corpus), type);
  g_autofree char *begin = relata_stix_day(stix, object, first), *end = relata_stix_day(stix, object, last);
  char *edtf;
  if (!relata_date_period(begin, end, !relation->event, &edtf)) {
    const RelataPlace where = relata_stix_place(stix, object);
    relata_diagnose(stix->diagnostics, RELATA_WARNING, "wrong-date", &where, NULL,
                    "it ends, on %s, before it begins, on %s" RELATA_DATE_LEFT_OUT, end, begin);
  }
  return edtf;
}

static void
set_confidence(const Making *making, RelataStating *stating)
{
  const char *written = relata_stix_text(making->stix, making->object, RELATA_STIX_CONFIDENCE);
  char *end = NULL;
  const double confidence = written != NULL ? g_ascii_strtod(written, &end) : -1;
  const RelataValue value = {.number = confidence / 100};
  if (written == NULL)
    return;
  if (end != written && *end == '\0' && confidence >= 0 && confidence <= 100)
    relata_statement_set(stating, RELATA_SAID_CONFIDENCE, &value);
  else
    relata_account_unused(making->stix->input->account, "confidence (not from 0 to 100)");
}

/* Sets who says so: the authors of a note or an opinion, else who made the object. One who is not in the file
 * is nobody, because only an id is known of him. */
static void
set_speaker(const Making *making, RelataStating *stating, const RelataStixObject *speaking)
{
  const RelataStix *stix = making->stix;
  const char *const *authors = relata_stix_list(stix, speaking, RELATA_STIX_AUTHORS);
  const char *reference = relata_stix_text(stix, speaking, RELATA_STIX_CREATED_BY);
  const RelataStixObject *creator = relata_stix_find(stix, reference);
  g_autofree char *words = authors[0] != NULL ? g_strjoinv(", ", (char **)authors)
                           : creator != NULL  ? relata_stix_name(stix, creator)
                                              : NULL;
  if (words == NULL && reference != NULL)
    relata_account_unused(stix->input->account, "created_by_ref (not in the file)");
  relata_statement_set_text(stating, RELATA_SAID_BY, words);
  if (authors[0] == NULL && creator != NULL)
    stating->said.by = creator->actor;
}

/* Adds the claim of a document, unless it is made already. `speaking` is the note or opinion that says so, or
 * the object itself. */
static void
add_claim(Making *making, guint document, const RelataStixObject *speaking, const char *evidence,
          RelataStance stance)
{
  RelataStix *stix = making->stix;
  if (!g_hash_table_add(making->stated, GUINT_TO_POINTER(document + 1))) {
    leave_out(stix, "a source that is named twice");
    return;
  }
  RelataStating stating =
      relata_stating(stix->corpus, stix->diagnostics, relata_stix_place(stix, making->object));
  g_autofree char *id =
      making->n++ == 0 ? g_strdup(making->id) : g_strdup_printf("%s#%u", making->id, making->n);
  relata_statement_set_text(&stating, RELATA_SAID_ID, id);
  relata_statement_set_text(&stating, RELATA_SAID_WHEN, making->when);
  relata_statement_set_text(&stating, RELATA_SAID_NOTE, making->note);
  relata_statement_set_text(&stating, RELATA_SAID_TEXT, evidence);
  set_confidence(making, &stating);
  set_speaker(making, &stating, speaking);
  stating.said.document = document;
  stating.said.stance = stance;
  if (!relata_statement_end(&stating))
    return;
  making->document = document;
  const RelataClaim claim = {stating.said, making->type, making->from, making->to, RELATA_NONE};
  relata_corpus_add_claim(stix->corpus, &claim);
}

/* ── Who states it ── */

static char *
evidence_of(const Making *making, const char *citation)
{
  return making->prose != NULL ? relata_stix_prose_about(making->prose, citation) : NULL;
}

/* The claim of a report, note or opinion that lists the object. */
static void
add_listed(Making *making, const RelataStixObject *report)
{
  RelataStix *stix = making->stix;
  const char *opinion = relata_stix_text(stix, report, RELATA_STIX_OPINION);
  const gboolean is_opinion = strcmp(report->type, "opinion") == 0;
  const gboolean denies = opinion != NULL && g_str_has_suffix(opinion, "disagree");
  if (is_opinion && !denies && (opinion == NULL || !g_str_has_suffix(opinion, "agree"))) {
    leave_out(stix, "a neutral opinion");
    return;
  }
  const gboolean speaks = is_opinion || strcmp(report->type, "note") == 0;
  const char *words =
      speaks ? relata_stix_text(stix, report, is_opinion ? RELATA_STIX_EXPLANATION : RELATA_STIX_CONTENT)
             : NULL;
  g_autofree char *evidence = words != NULL ? relata_name_line(words) : evidence_of(making, NULL);
  add_claim(making, relata_stix_report(stix, report), speaks ? report : making->object, evidence,
            is_opinion && denies ? RELATA_DENIES : RELATA_AFFIRMS);
}

/* Adds a claim for each document that states it, the file where none does. */
static void
add_all(Making *making)
{
  RelataStix *stix = making->stix;
  const RelataStixObject *object = making->object;
  const RelataPlace where = relata_stix_place(stix, object);
  const RelataStance stance =
      relata_stix_text(stix, object, RELATA_STIX_NEGATIVE) != NULL ? RELATA_DENIES : RELATA_AFFIRMS;
  const char *const *word = relata_stix_list(stix, object, RELATA_STIX_REFERENCES);
  g_hash_table_remove_all(making->stated);
  making->n = 0;
  for (; *word != NULL; word += RELATA_STIX_N_REFERENCE) {
    const guint document = relata_stix_reference(stix, word, where);
    g_autofree char *evidence = evidence_of(making, word[RELATA_STIX_SOURCE_NAME]);
    if (document != RELATA_NONE)
      add_claim(making, document, object, evidence, stance);
  }
  for (guint i = 0; i < making->n_listings; i++)
    add_listed(making, object_at(stix, making->listings[i].report));
  if (making->n > 0)
    return;
  g_autofree char *evidence = evidence_of(making, NULL);
  add_claim(making, relata_stix_file(stix), object, evidence, stance);
}

/* ── Relationships and sightings ── */

/* Returns whether an end can be used, after counting why not. */
static gboolean
is_end(const RelataStix *stix, const char *reference)
{
  const RelataStixObject *end = relata_stix_find(stix, reference);
  const char *why = reference == NULL || !relata_name_is_id(reference) ? "a relation without an end"
                    : end != NULL && end->dead                         ? "an end is revoked or deprecated"
                                                                       : NULL;
  if (why != NULL)
    leave_out(stix, why);
  return why == NULL;
}

/* Reads what an object says of all its claims. */
static void
begin_making(Making *making, const char *type, RelataStixKey first, RelataStixKey last)
{
  RelataStix *stix = making->stix;
  const char *description = relata_stix_text(stix, making->object, RELATA_STIX_DESCRIPTION);
  if (type == NULL)
    relata_account_remark(stix->input->account, RELATA_REMARK_UNTYPED);
  making->type = relata_vocabulary_relation(stix->vocabulary, type, relata_stix_place(stix, making->object));
  making->prose = description != NULL ? relata_stix_prose_new(description) : NULL;
  making->when = when_of(stix, making->object, making->type, first, last);
  making->note = note_of(stix, making->object);
}

static void
end_making(Making *making)
{
  g_clear_pointer(&making->prose, relata_stix_prose_free);
  g_clear_pointer(&making->when, g_free);
  g_clear_pointer(&making->note, g_free);
}

/* Counts a relationship that is none between two actors. FALSE where it is one. */
static gboolean
is_about_identity(const RelataStix *stix, const RelataStixObject *relation, const char *type)
{
  const gboolean duplicate = g_strcmp0(type, "duplicate-of") == 0;
  if (!duplicate && g_strcmp0(type, "revoked-by") != 0)
    return FALSE;
  leave_out(stix, duplicate ? "says who may be the same" : "says what took the place of a revoked object");
  const RelataStixObject *from = relata_stix_find(stix, relata_stix_text(stix, relation, RELATA_STIX_SOURCE));
  const RelataStixObject *to = relata_stix_find(stix, relata_stix_text(stix, relation, RELATA_STIX_TARGET));
  if (duplicate && from != NULL && to != NULL) {
    g_autofree char *a = relata_stix_name(stix, from), *b = relata_stix_name(stix, to);
    relata_account_propose(stix->input->account, a, b);
  }
  return TRUE;
}

static void
add_relationship(Making *making)
{
  RelataStix *stix = making->stix;
  const char *type = relata_stix_text(stix, making->object, RELATA_STIX_RELATION);
  const char *from = relata_stix_text(stix, making->object, RELATA_STIX_SOURCE);
  const char *to = relata_stix_text(stix, making->object, RELATA_STIX_TARGET);
  const RelataPlace where = relata_stix_place(stix, making->object);
  if (is_about_identity(stix, making->object, type) || !is_end(stix, from) || !is_end(stix, to))
    return;
  begin_making(making, type, RELATA_STIX_START, RELATA_STIX_STOP);
  making->id = making->object->id;
  making->from = relata_stix_actor(stix, from, where);
  making->to = relata_stix_actor(stix, to, where);
  add_all(making);
  end_making(making);
}

/* How often something was sighted, which is one number for all places. */
static void
add_count(const Making *making, const char *of_claim)
{
  RelataStix *stix = making->stix;
  const char *written = relata_stix_text(stix, making->object, RELATA_STIX_COUNT);
  char *end = NULL;
  const double count = written != NULL ? g_ascii_strtod(written, &end) : NAN;
  if (written == NULL || end == written || *end != '\0' || !(count >= 0))
    return;
  const RelataPlace where = relata_stix_place(stix, making->object);
  RelataStating stating = relata_stating(stix->corpus, stix->diagnostics, where);
  RelataFigure figure = RELATA_FIGURE_INIT;
  relata_statement_set_text(&stating, RELATA_SAID_WHEN, making->when);
  set_speaker(making, &stating, making->object);
  stating.said.document = making->document;
  if (!relata_statement_end(&stating))
    return;
  figure.said = stating.said;
  figure.measure = relata_schema_use_measure(relata_corpus_schema(stix->corpus), "sightings", where);
  figure.actor = making->from;
  figure.min = figure.max = count;
  figure.of_claim = relata_corpus_intern(stix->corpus, of_claim);
  relata_corpus_add_figure(stix->corpus, &figure);
}

static void
add_sighting(Making *making)
{
  RelataStix *stix = making->stix;
  const char *of = relata_stix_text(stix, making->object, RELATA_STIX_SIGHTED);
  const char *const *where = relata_stix_list(stix, making->object, RELATA_STIX_WHERE);
  const RelataPlace place = relata_stix_place(stix, making->object);
  guint n = 0;
  if (where[0] == NULL)
    leave_out(stix, "a sighting that does not say where");
  if (where[0] == NULL || !is_end(stix, of))
    return;
  begin_making(making, "sighted", RELATA_STIX_FIRST_SEEN, RELATA_STIX_LAST_SEEN);
  making->from = relata_stix_actor(stix, of, place);
  for (guint i = 0; where[i] != NULL; i++) {
    if (!is_end(stix, where[i]))
      continue;
    g_autofree char *id =
        i == 0 ? g_strdup(making->object->id) : g_strdup_printf("%s@%u", making->object->id, i + 1);
    making->id = id;
    making->to = relata_stix_actor(stix, where[i], place);
    add_all(making);
    n += making->n;
  }
  if (n > 0)
    add_count(making, n == 1 ? making->object->id : NULL);
  end_making(making);
}

/* ── All ── */

static gint
compare_listings(gconstpointer a, gconstpointer b)
{
  const Listing *left = a, *right = b;
  return left->listed != right->listed   ? (left->listed < right->listed ? -1 : 1)
         : left->report != right->report ? (left->report < right->report ? -1 : 1)
                                         : 0;
}

/* Returns what reports, groupings, notes and opinions list (Listing), by what is listed. What reports list of
 * other reports leads nowhere. */
static GArray *
collect_listings(const RelataStix *stix)
{
  static const char *const types[] = {"report", "grouping", "note", "opinion", NULL};
  const RelataStixObject *first = (const RelataStixObject *)(gconstpointer)stix->objects->data;
  GArray *listings = g_array_new(FALSE, FALSE, sizeof(Listing));
  for (guint i = 0; i < stix->objects->len; i++) {
    if (first[i].old || first[i].dead || !g_strv_contains(types, first[i].type))
      continue;
    const char *const *id = relata_stix_list(stix, &first[i], RELATA_STIX_LISTED);
    for (; *id != NULL; id++) {
      const RelataStixObject *listed = relata_stix_find(stix, *id);
      if (listed == NULL)
        continue;
      const Listing listing = {(guint)(listed - first), i};
      g_array_append_val(listings, listing);
    }
  }
  g_array_sort(listings, compare_listings);
  return listings;
}

/* Counts an object that gives neither an actor nor a claim. */
static void
count_idle(const RelataStix *stix, const RelataStixObject *object)
{
  static const char *const used[] = {"report", "grouping", "note", "opinion", "marking-definition", NULL};
  if (object->actor != RELATA_NONE || g_strv_contains(used, object->type))
    return;
  g_autofree char *why = g_strdup_printf("%s that is related to nothing", object->type);
  leave_out(stix, why);
}

static void
add_object(Making *making)
{
  const char *type = making->object->type;
  if (making->object->old) /* it is counted already */
    return;
  if (making->object->dead)
    leave_out(making->stix, "revoked or deprecated");
  else if (strcmp(type, "relationship") == 0)
    add_relationship(making);
  else if (strcmp(type, "sighting") == 0)
    add_sighting(making);
  else
    count_idle(making->stix, making->object);
}

void
relata_stix_add_claims(RelataStix *stix)
{
  g_autoptr(GArray) listings = collect_listings(stix);
  const Listing *all = (const Listing *)(gconstpointer)listings->data;
  Making making = {.stix = stix, .document = RELATA_NONE, .stated = g_hash_table_new(NULL, NULL)};
  for (guint i = 0, at = 0, end; i < stix->objects->len; i++, at = end) {
    for (end = at; end < listings->len && all[end].listed == i;)
      end++;
    making.object = object_at(stix, i);
    making.listings = end > at ? all + at : NULL;
    making.n_listings = end - at;
    add_object(&making);
  }
  g_hash_table_unref(making.stated);
}
