/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What speaks for identity: ids and annotations. Spelling is in identity_names.c. */
#include "corpus/identity_internal.h"

#include <string.h>

/* ── Links ── */

/* A reference to another registry, in the form that is compared. */
typedef struct {
  const char *registry; /* "wikidata"; NULL: a page, which identifies nobody */
  const char *value;    /* "Q100" */
  gboolean page;        /* a page of its own may be shared; that two have different ones tells nothing */
} Reference;

/* Returns the last part of an address that ends in a number of a registry: "https://…/wiki/Q100". */
static const char *
number_at_end(const char *value)
{
  const char *last = strrchr(value, '/');
  if (last == NULL || strstr(value, "://") == NULL || !g_ascii_isalpha(last[1]) || last[2] == '\0' ||
      strspn(last + 2, "0123456789") != strlen(last + 2))
    return value;
  return last + 1;
}

static Reference
reference_of(RelataCorpus *corpus, const RelataLink *link)
{
  static const char *const pages[] = {"url", "website", "homepage", "web", "site", "page", "image", "source"};
  g_autofree char *key = g_utf8_strdown(link->key, -1);
  g_autofree char *plain = g_strstrip(g_strdup(link->value));
  const char *value = number_at_end(plain);
  for (guint i = 0; i < G_N_ELEMENTS(pages); i++)
    if (strcmp(key, pages[i]) == 0)
      return (Reference){NULL, NULL, TRUE};
  return (Reference){relata_corpus_intern(corpus, key), relata_corpus_intern(corpus, value),
                     strstr(value, "://") != NULL};
}

/* Returns whether the two records have a link in common. */
static gboolean
share_link(const RelataActor *a, const RelataActor *b)
{
  for (guint i = 0; a->links != NULL && i < a->links->len; i++)
    for (guint k = 0; b->links != NULL && k < b->links->len; k++) {
      const RelataLink *left = &g_array_index(a->links, RelataLink, i);
      const RelataLink *right = &g_array_index(b->links, RelataLink, k);
      if (g_ascii_strcasecmp(left->key, right->key) == 0 && strcmp(left->value, right->value) == 0)
        return TRUE;
    }
  return FALSE;
}

static RelataActor *
record_at(const RelataIdentity *identity, guint record)
{
  return &g_array_index(identity->corpus->actors, RelataActor, record);
}

/* Returns the other number that a mark has in the registry of its link i, or NULL: which is meant cannot be
 * known, so that neither unites. */
static const char *
contradiction(RelataIdentity *identity, const RelataActor *actor, guint i)
{
  const Reference own = reference_of(identity->corpus, &g_array_index(actor->links, RelataLink, i));
  for (guint k = 0; actor->registry == NULL && own.registry != NULL && k < actor->links->len; k++) {
    const Reference other = reference_of(identity->corpus, &g_array_index(actor->links, RelataLink, k));
    if (other.registry == own.registry && other.value != own.value)
      return other.value;
  }
  return NULL;
}

static void
report_contradictions(RelataIdentity *identity, guint record)
{
  const RelataActor *actor = record_at(identity, record);
  for (guint i = 0; actor->links != NULL && i < actor->links->len; i++) {
    const Reference own = reference_of(identity->corpus, &g_array_index(actor->links, RelataLink, i));
    const char *other = contradiction(identity, actor, i);
    if (other == NULL || strcmp(own.value, other) > 0) /* once for the two */
      continue;
    relata_diagnose(identity->diagnostics, RELATA_WARNING, "reference-conflict", &actor->where,
                    "remove the one that is not meant",
                    "'%s' has two numbers in %s, '%s' and '%s': they do not decide who it is", actor->name,
                    own.registry, own.value, other);
  }
}

/* Adds the badges of links. A registered actor that bears two numbers of one registry says that both are one:
 * `first` leads from each to the first. */
static void
take_links(RelataIdentity *identity, guint record, GHashTable *first)
{
  const RelataActor *actor = record_at(identity, record);
  for (guint i = 0; actor->links != NULL && i < actor->links->len; i++) {
    const Reference reference = reference_of(identity->corpus, &g_array_index(actor->links, RelataLink, i));
    if (reference.registry == NULL || reference.page)
      continue;
    const char *value = reference.value;
    g_autofree char *key = g_strconcat(reference.registry, "\t", value, NULL);
    const char *known = g_hash_table_lookup(first, key);
    const RelataBadge badge = {record, reference.registry, known != NULL ? known : value};
    g_array_append_val(identity->badges, badge);
  }
}

/* Notes which numbers registered actors say to be one. */
static void
take_double_numbers(RelataIdentity *identity, guint record, GHashTable *first)
{
  const RelataActor *actor = record_at(identity, record);
  for (guint i = 0; actor->links != NULL && i < actor->links->len; i++)
    for (guint k = 0; k < i; k++) {
      const Reference a = reference_of(identity->corpus, &g_array_index(actor->links, RelataLink, k));
      const Reference b = reference_of(identity->corpus, &g_array_index(actor->links, RelataLink, i));
      if (a.registry == NULL || a.registry != b.registry || a.value == b.value)
        continue;
      g_autofree char *key = g_strconcat(a.registry, "\t", a.value, NULL);
      const char *known = g_hash_table_lookup(first, key);
      g_hash_table_insert(first, g_strconcat(b.registry, "\t", b.value, NULL),
                          (gpointer)(known != NULL ? known : a.value));
      break;
    }
}

/* ── Ids ── */

/* Gives a record the id that an actor has in its corpus. */
static void
take_id(RelataIdentity *identity, guint record, const RelataActor *actor)
{
  RelataCorpus *corpus = identity->corpus;
  g_autofree char *registry =
      *actor->registry != '\0' ? g_strdup_printf("the ids of %s", actor->registry) : g_strdup("their ids");
  const RelataBadge badge = {record, relata_corpus_intern(corpus, registry),
                             relata_corpus_intern(corpus, actor->id)};
  g_array_append_val(identity->badges, badge);
}

void
relata_identity_take_badges(RelataIdentity *identity)
{
  const GArray *sameness = identity->corpus->identity.sameness;
  g_autoptr(GHashTable) first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < identity->n; i++)
    if (record_at(identity, i)->registry != NULL)
      take_double_numbers(identity, i, first);
    else
      report_contradictions(identity, i);
  for (guint i = 0; i < identity->n; i++) {
    const RelataActor *actor = record_at(identity, i);
    if (actor->registry != NULL)
      take_id(identity, i, actor);
    take_links(identity, i, first);
  }
  for (guint i = 0; sameness != NULL && i < sameness->len;
       i++) { /* marks have the ids that N lines give them */
    const RelataSameness *one = &g_array_index(sameness, RelataSameness, i);
    if (one->step == RELATA_BY_ID && record_at(identity, one->a)->registry != NULL)
      take_id(identity, one->b, record_at(identity, one->a));
  }
}

/* Returns whether what the record is called is a name. An id in its place is one where it has two letters in
 * a row ("isis-k"), but not a number that a program gave ("0", "n12"). */
static gboolean
has_name(const RelataActor *actor)
{
  if (actor->name != actor->id)
    return TRUE;
  for (const char *at = actor->id; *at != '\0'; at = g_utf8_next_char(at))
    if (g_unichar_isalpha(g_utf8_get_char(at)) && g_unichar_isalpha(g_utf8_get_char(g_utf8_next_char(at))))
      return TRUE;
  return FALSE;
}

/* Returns whether the two records say one name: the name or a strong alias of either. */
static gboolean
share_name(RelataIdentity *identity, const RelataActor *a, const RelataActor *b)
{
  const guint n_a = a->aliases != NULL ? a->aliases->len : 0, n_b = b->aliases != NULL ? b->aliases->len : 0;
  for (guint i = 0; i <= n_a; i++)
    for (guint k = 0; k <= n_b; k++) {
      const RelataAlias *left = i < n_a ? &g_array_index(a->aliases, RelataAlias, i) : NULL;
      const RelataAlias *right = k < n_b ? &g_array_index(b->aliases, RelataAlias, k) : NULL;
      if ((left != NULL && !left->strong) || (right != NULL && !right->strong))
        continue;
      if ((left == NULL && !has_name(a)) || (right == NULL && !has_name(b)))
        continue;
      const char *key = relata_identity_spelling(identity, left != NULL ? left->name : a->name);
      if (key != NULL && key == relata_identity_spelling(identity, right != NULL ? right->name : b->name))
        return TRUE;
    }
  return FALSE;
}

static gint
compare_ids(gconstpointer a, gconstpointer b, gpointer data)
{
  const RelataIdentity *identity = data;
  const guint left = *(const guint *)a, right = *(const guint *)b;
  const int by_id = strcmp(record_at(identity, left)->id, record_at(identity, right)->id);
  return by_id != 0 ? by_id : left < right ? -1 : left > right;
}

/* Proposes what is one id in several corpora: records that are declared and say one name or one link; and a
 * reference to an id that its own corpus does not declare, where all who do declare it are one. */
static void
propose_equal_ids(RelataIdentity *identity, const guint *records, guint n)
{
  const char *id = record_at(identity, records[0])->id;
  g_autofree char *reason = g_strdup_printf("the id '%s' in %u corpora", id, n);
  const char *interned = relata_corpus_intern(identity->corpus, reason);
  guint first = RELATA_NONE;
  gboolean all_one = TRUE;
  for (guint i = 0; i < n; i++) {
    const RelataActor *actor = record_at(identity, records[i]);
    if (!actor->declared)
      continue;
    gboolean known = first == RELATA_NONE;
    first = first == RELATA_NONE ? records[i] : first;
    for (guint k = 0; k < i; k++) {
      const RelataActor *other = record_at(identity, records[k]);
      if (!other->declared || !(share_name(identity, actor, other) || share_link(actor, other)))
        continue;
      relata_identity_propose(identity, records[k], records[i], interned, actor->where);
      known = TRUE;
    }
    all_one &= known;
  }
  if (!all_one)
    relata_diagnose(identity->diagnostics, RELATA_WARNING, "shared-id",
                    &record_at(identity, records[n - 1])->where,
                    "give both one name or one link where they are one",
                    "'%s' is an id in several corpora, without a name in common: they are kept apart", id);
  for (guint i = 0; i < n && all_one; i++)
    relata_identity_propose(identity, first != RELATA_NONE ? first : records[0], records[i], interned,
                            record_at(identity, records[i])->where);
}

static void
propose_shared_ids(RelataIdentity *identity)
{
  g_autoptr(GArray) registered = g_array_new(FALSE, FALSE, sizeof(guint));
  const char *registry = NULL;
  gboolean several = FALSE;
  for (guint i = 0; i < identity->n; i++) {
    const char *own = record_at(identity, i)->registry;
    if (own == NULL)
      continue;
    several |= registry != NULL && own != registry;
    registry = own;
    g_array_append_val(registered, i);
  }
  if (!several)
    return;
  g_array_sort_with_data(registered, compare_ids, identity);
  const guint *all = (const guint *)(gconstpointer)registered->data;
  for (guint i = 0, end; i < registered->len; i = end) {
    for (end = i + 1; end < registered->len &&
                      strcmp(record_at(identity, all[i])->id, record_at(identity, all[end])->id) == 0;)
      end++;
    if (end - i > 1)
      propose_equal_ids(identity, all + i, end - i);
  }
}

static void
propose_links(RelataIdentity *identity)
{
  g_autoptr(GHashTable) first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < identity->n; i++) {
    const RelataActor *actor = record_at(identity, i);
    for (guint k = 0; actor->links != NULL && k < actor->links->len; k++) {
      const Reference reference = reference_of(identity->corpus, &g_array_index(actor->links, RelataLink, k));
      if (reference.registry == NULL || contradiction(identity, actor, k) != NULL)
        continue;
      g_autofree char *key = g_strdup_printf("%s:%s", reference.registry, reference.value);
      const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(first, key));
      if (known > 0)
        relata_identity_propose(identity, known - 1, i, relata_corpus_intern(identity->corpus, key),
                                actor->where);
      else
        g_hash_table_insert(first, g_steal_pointer(&key), GUINT_TO_POINTER(i + 1));
    }
  }
}

static void
propose_sameness(RelataIdentity *identity, RelataIdentityStep step)
{
  const GArray *all = identity->corpus->identity.sameness;
  for (guint i = 0; all != NULL && i < all->len; i++) {
    const RelataSameness *sameness = &g_array_index(all, RelataSameness, i);
    if (sameness->step == step)
      relata_identity_propose(identity, sameness->a, sameness->b, sameness->reason, sameness->where);
  }
}

void
relata_identity_propose_ids(RelataIdentity *identity)
{
  propose_shared_ids(
      identity); /* first by themselves: an id means one actor, whatever marks are said to be it */
  relata_identity_close_step(identity, RELATA_BY_ID);
  propose_sameness(identity, RELATA_BY_ID);
  propose_links(identity);
}

/* ── Annotations ── */

void
relata_identity_propose_equivalents(RelataIdentity *identity)
{
  RelataCorpus *corpus = identity->corpus;
  propose_sameness(identity, RELATA_BY_EQUIVALENCE);
  for (guint i = 0; i < corpus->claims->len; i++) {
    const RelataClaim *claim = relata_corpus_claim(corpus, i);
    const RelataRelationType *type = relata_schema_relation_type(corpus->schema, claim->type);
    if (!type->same || claim->said.stance != RELATA_AFFIRMS || claim->said.certainty != RELATA_CERTAIN ||
        claim->said.by != RELATA_NONE || claim->said.by_text != NULL)
      continue;
    g_autofree char *reason = g_strdup_printf("'%s' (%s)", claim->said.id, type->label);
    relata_identity_propose(identity, claim->from, claim->to, relata_corpus_intern(corpus, reason),
                            claim->said.where);
  }
}
