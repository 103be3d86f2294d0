/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What identity.json decides: who is the same, and who is different. A line that contradicts an id decides
 * nothing, and is reported: a line of "same" in identity_step.c, one of "different" here. */
#include "corpus/identity_internal.h"

#include <string.h>

/* ── Whom a name means ── */

/* The records that a name of identity.json may mean, by rank: the best that fits any counts. */
typedef struct {
  GHashTable *by_name[5]; /* id, mark of a document, mark of a file, spelling, id made from the name → GArray
                           * of records */
} Directory;

enum { BY_ID, BY_MARK, BY_FILE, BY_SPELLING, BY_SLUG };

static void
enter(const Directory *directory, guint rank, const char *name, guint record)
{
  GArray *records = g_hash_table_lookup(directory->by_name[rank], name);
  if (records == NULL) {
    records = g_array_new(FALSE, FALSE, sizeof(guint));
    g_hash_table_insert(directory->by_name[rank], g_strdup(name), records);
  }
  g_array_append_val(records, record);
}

static void
enter_spelling(RelataIdentity *identity, const Directory *directory, const char *name, guint record)
{
  const char *key = relata_identity_spelling(identity, name);
  if (key != NULL)
    enter(directory, BY_SPELLING, key, record);
}

/* Enters the names of a mark. That of its document may be shared by several layers of it, whose files have
 * names of their own: "first/letter.ann:T3". */
static void
enter_mark(const RelataIdentity *identity, const Directory *directory, const RelataCandidate *candidate,
           guint record)
{
  const char *document = relata_corpus_document(identity->corpus, candidate->document)->id;
  g_autofree char *mark = g_strdup_printf("%s:%s", document, candidate->mark);
  g_autofree char *slug = relata_identity_slug(candidate->name);
  enter(directory, BY_MARK, mark, record);
  enter(directory, BY_SLUG, slug, record);
  for (const char *tail = candidate->where.file; tail != NULL;) {
    g_autofree char *in_file = g_strdup_printf("%s:%s", tail, candidate->mark);
    enter(directory, BY_FILE, in_file, record);
    tail = strchr(tail, '/');
    tail = tail != NULL ? tail + 1 : NULL;
  }
}

static Directory
make_directory(RelataIdentity *identity)
{
  Directory directory;
  for (guint rank = 0; rank < G_N_ELEMENTS(directory.by_name); rank++)
    directory.by_name[rank] =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  for (guint i = 0; i < identity->n; i++) {
    const RelataActor *actor = relata_corpus_actor(identity->corpus, i);
    const RelataCandidate *candidate = relata_identity_candidate(identity, i);
    enter_spelling(identity, &directory, actor->name, i);
    if (actor->registry != NULL)
      enter(&directory, BY_ID, actor->id, i);
    for (guint k = 0; actor->aliases != NULL && k < actor->aliases->len; k++)
      if (g_array_index(actor->aliases, RelataAlias, k).strong)
        enter_spelling(identity, &directory, g_array_index(actor->aliases, RelataAlias, k).name, i);
    if (candidate != NULL)
      enter_mark(identity, &directory, candidate, i);
  }
  return directory;
}

static void
free_directory(Directory *directory)
{
  for (guint rank = 0; rank < G_N_ELEMENTS(directory->by_name); rank++)
    g_hash_table_unref(directory->by_name[rank]);
}

/* Returns the records that the name means, borrowed; NULL after reporting that there are none. */
static const GArray *
meant(RelataIdentity *identity, const Directory *directory, const char *name, const RelataPlace *where)
{
  const char *spelling = relata_identity_spelling(identity, name);
  for (guint rank = 0; rank < G_N_ELEMENTS(directory->by_name); rank++) {
    const char *key = rank != BY_SPELLING ? name : spelling != NULL ? spelling : "";
    const GArray *records = g_hash_table_lookup(directory->by_name[rank], key);
    if (records != NULL)
      return records;
  }
  relata_diagnose(identity->diagnostics, RELATA_WARNING, "unknown-actor", where,
                  "write an id, a name as it stands in a text, or a mark: \"document:T3\"",
                  "nobody is called '%s': it decides nothing", name);
  return NULL;
}

/* Returns whom each name of a line means: arrays of records, borrowed, NULL for nobody. */
static GPtrArray *
all_meant(RelataIdentity *identity, const Directory *directory, const RelataGiven *given)
{
  GPtrArray *records = g_ptr_array_new();
  for (guint i = 0; i < given->names->len; i++) {
    const char *name = g_ptr_array_index(given->names, i);
    g_ptr_array_add(records, (gpointer)meant(identity, directory, name, &given->where));
  }
  return records;
}

/* ── Who is different ── */

/* What ids alone decide. */
static RelataIdentity
by_ids_alone(const RelataIdentity *identity)
{
  RelataIdentity alone = *identity;
  alone.parent = g_memdup2(identity->parent, (identity->n + 1) * sizeof(guint));
  alone.unions = g_array_new(FALSE, FALSE, sizeof(RelataUnion));
  alone.made = g_array_new(FALSE, FALSE, sizeof(RelataMade));
  alone.refused = g_array_new(FALSE, FALSE, sizeof(RelataApart));
  alone.diagnostics = relata_diagnostics_new(1); /* they come again, when this step is made */
  relata_identity_propose_ids(&alone);
  relata_identity_close_step(&alone, RELATA_BY_ID);
  return alone;
}

static void
end_alone(RelataIdentity *alone)
{
  g_free(alone->parent);
  g_array_unref(alone->unions);
  g_array_unref(alone->made);
  g_array_unref(alone->refused);
  relata_diagnostics_free(alone->diagnostics);
}

static const char *
reason_of(const RelataIdentity *alone, guint record)
{
  const guint root = relata_identity_root(alone, record);
  for (guint i = 0; i < alone->made->len; i++) {
    const RelataMade *made = &g_array_index(alone->made, RelataMade, i);
    if (relata_identity_root(alone, made->record) == root)
      return made->reason;
  }
  return NULL;
}

/* Finds two records, one of each list, that are one by ids; FALSE where there are none. */
static gboolean
find_common(const RelataIdentity *alone, const GArray *a, const GArray *b, guint common[2])
{
  for (guint i = 0; a != NULL && b != NULL && i < a->len; i++)
    for (guint k = 0; k < b->len; k++) {
      common[0] = g_array_index(a, guint, i);
      common[1] = g_array_index(b, guint, k);
      if (relata_identity_root(alone, common[0]) == relata_identity_root(alone, common[1]))
        return TRUE;
    }
  return FALSE;
}

static void
report_contradiction(const RelataIdentity *identity, const RelataGiven *given, const char *a, const char *b,
                     const char *reason)
{
  g_autofree char *one =
      reason != NULL ? g_strconcat("are one by ", reason, NULL) : g_strdup("mean one actor");
  relata_diagnose(identity->diagnostics, RELATA_ERROR_IN_DATA, "identity-conflict", &given->where,
                  reason != NULL ? "mend the ids, or take the line away"
                                 : "name marks, where a name means several: \"document:T3\"",
                  "'%s' and '%s' %s, and not different: the line decides nothing", a, b, one);
}

/* Returns whether two names of the line mean one actor, after reporting the first two. */
static gboolean
contradicts_ids(const RelataIdentity *identity, const RelataIdentity *alone, const RelataGiven *given,
                const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    for (guint k = 0; k < i; k++) {
      guint common[2];
      if (!find_common(alone, g_ptr_array_index(records, k), g_ptr_array_index(records, i), common))
        continue;
      report_contradiction(identity, given, g_ptr_array_index(given->names, k),
                           g_ptr_array_index(given->names, i),
                           common[0] != common[1] ? reason_of(alone, common[0]) : NULL);
      return TRUE;
    }
  return FALSE;
}

static void
take_different(RelataIdentity *identity, const RelataGiven *given, const GPtrArray *records, guint number)
{
  g_autofree char *registry = g_strdup_printf("what %s:%u calls different (%u)",
                                              given->where.file != NULL ? given->where.file : "identity.json",
                                              given->where.line, number + 1);
  const char *interned = relata_corpus_intern(identity->corpus, registry);
  for (guint i = 0; i < records->len; i++) {
    const GArray *meant_by_name = g_ptr_array_index(records, i);
    for (guint k = 0; meant_by_name != NULL && k < meant_by_name->len; k++) {
      const RelataBadge badge = {g_array_index(meant_by_name, guint, k), interned,
                                 g_ptr_array_index(given->names, i)};
      g_array_append_val(identity->badges, badge);
    }
  }
}

void
relata_identity_take_different(RelataIdentity *identity)
{
  const GPtrArray *all = identity->corpus->identity.given;
  if (all == NULL)
    return;
  Directory directory = make_directory(identity);
  RelataIdentity alone = by_ids_alone(identity);
  for (guint i = 0; i < all->len; i++) {
    const RelataGiven *given = g_ptr_array_index(all, i);
    if (given->same)
      continue;
    g_autoptr(GPtrArray) records = all_meant(identity, &directory, given);
    if (!contradicts_ids(identity, &alone, given, records))
      take_different(identity, given, records, i);
  }
  end_alone(&alone);
  free_directory(&directory);
}

/* ── Who is the same ── */

static void
propose_same(RelataIdentity *identity, const RelataGiven *given, const GPtrArray *records)
{
  g_autoptr(GString) reason = g_string_new(NULL);
  for (guint i = 0; i < given->names->len; i++)
    g_string_append_printf(reason, "%s'%s'", i > 0 ? " = " : "",
                           (const char *)g_ptr_array_index(given->names, i));
  const char *interned = relata_corpus_intern(identity->corpus, reason->str);
  guint first = RELATA_NONE;
  for (guint i = 0; i < records->len; i++) {
    const GArray *meant_by_name = g_ptr_array_index(records, i);
    for (guint k = 0; meant_by_name != NULL && k < meant_by_name->len; k++) {
      const guint record = g_array_index(meant_by_name, guint, k);
      first = first != RELATA_NONE ? first : record;
      relata_identity_propose(identity, first, record, interned, given->where);
    }
  }
}

void
relata_identity_propose_given(RelataIdentity *identity)
{
  const GPtrArray *all = identity->corpus->identity.given;
  if (all == NULL)
    return;
  Directory directory = make_directory(identity);
  for (guint i = 0; i < all->len; i++) {
    const RelataGiven *given = g_ptr_array_index(all, i);
    if (!given->same)
      continue;
    g_autoptr(GPtrArray) records = all_meant(identity, &directory, given);
    propose_same(identity, given, records);
  }
  free_directory(&directory);
}
