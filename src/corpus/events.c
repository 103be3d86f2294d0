/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Derives claims from events: one for each pair of actors whom a rule of the schema, or else the meaning of
 * their roles, relates. Counts the events that give none, and why. */
#include "corpus/events.h"
#include "corpus/internal.h"
#include "corpus/schema_internal.h"
#include "text/message.h"

#include <string.h>

/* What is known of the events of one type. */
typedef struct {
  guint sides;     /* those on which a role of some event stands, as bits */
  guint relation;  /* what they give where no rule speaks of them; RELATA_NONE until one gives something */
  guint undecided; /* the first of them whose roles do not say who acts, or RELATA_NONE */
} OfType;

typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
  OfType *types; /* by event type */
  GArray *given; /* of Given, in the order of events */
  GArray *made;  /* guint: relation types that only events give */
} Giver;

/* A pair that an event relates. All are found before the first claim is made: whether a relation has a
 * direction is known only then. */
typedef struct {
  guint event, relation;
  RelataPair pair;
} Given;

static void
add_given(Giver *giver, guint event, guint relation, const RelataPairs *pairs)
{
  for (guint i = 0; i < pairs->pairs->len; i++) {
    const Given given = {event, relation, g_array_index(pairs->pairs, RelataPair, i)};
    g_array_append_val(giver->given, given);
  }
}

static void
report_crowd(const Giver *giver, guint index)
{
  const RelataEvent *event = relata_corpus_event(giver->corpus, index);
  relata_diagnose(giver->diagnostics, RELATA_WARNING, "too-many-pairs", &event->said.where,
                  "name the groups as actors instead",
                  "event '%s' relates more than %d pairs of actors: it gives no claims", event->said.id,
                  RELATA_MAX_PAIRS);
}

/* Adds the pairs of one rule. */
static RelataTieless
add_pairs_of_rule(const RelataCorpus *corpus, const RelataEvent *event, const RelataClaimRule *rule,
                  RelataPairs *pairs)
{
  RelataTieless why = RELATA_TIELESS_RULES;
  RelataActorSet from = relata_actor_set_new(corpus), to = relata_actor_set_new(corpus);
  relata_actor_set_add_roles(&from, event, rule->from);
  relata_actor_set_add_roles(&to, event, rule->to);
  const guint64 n = (guint64)from.actors->len * to.actors->len;
  if (n > RELATA_MAX_PAIRS)
    why = RELATA_TIELESS_CROWD;
  for (guint i = 0; n <= RELATA_MAX_PAIRS && i < from.actors->len; i++)
    for (guint k = 0; k < to.actors->len; k++)
      relata_pairs_add(pairs, g_array_index(from.actors, guint, i), g_array_index(to.actors, guint, k),
                       FALSE);
  pairs->loops = TRUE; /* where the rule relates nobody with another */
  for (guint i = 0; n > 0 && n <= RELATA_MAX_PAIRS && pairs->pairs->len == 0 && i < from.actors->len; i++) {
    gconstpointer actor = GUINT_TO_POINTER(g_array_index(from.actors, guint, i) + 1);
    if (g_hash_table_contains(from.named, actor) && g_hash_table_contains(to.named, actor))
      relata_pairs_add(pairs, g_array_index(from.actors, guint, i), g_array_index(from.actors, guint, i),
                       FALSE);
  }
  if (n > 0 && n <= RELATA_MAX_PAIRS)
    why = pairs->pairs->len > 0 ? RELATA_N_TIELESS : RELATA_TIELESS_SELF;
  relata_actor_set_clear(&from);
  relata_actor_set_clear(&to);
  return why;
}

/* Returns RELATA_N_TIELESS where a rule gives something; else the reason that says most. */
static RelataTieless
apply_rules(Giver *giver, guint index, const GArray *rules)
{
  RelataTieless why = RELATA_TIELESS_SCHEMA;
  gboolean gave = FALSE;
  for (guint i = 0; i < rules->len; i++) {
    const RelataClaimRule *rule = &g_array_index(rules, RelataClaimRule, i);
    RelataPairs pairs = relata_pairs_new();
    const RelataTieless reason =
        add_pairs_of_rule(giver->corpus, relata_corpus_event(giver->corpus, index), rule, &pairs);
    add_given(giver, index, rule->relation, &pairs);
    if (reason == RELATA_TIELESS_CROWD)
      report_crowd(giver, index);
    gave = gave || reason == RELATA_N_TIELESS;
    why = why == RELATA_TIELESS_SCHEMA ? reason : MAX(why, reason);
    relata_pairs_clear(&pairs);
  }
  if (!gave && why == RELATA_TIELESS_RULES) {
    g_autoptr(GArray) parties = relata_corpus_event_parties(giver->corpus, index);
    why = parties->len < 2 ? RELATA_TIELESS_FEW : why;
  }
  return gave ? RELATA_N_TIELESS : why;
}

static gint
compare_pairs(gconstpointer a, gconstpointer b, gpointer corpus)
{
  const RelataPair *left = a, *right = b;
  const gint from =
      strcmp(relata_corpus_actor(corpus, left->from)->id, relata_corpus_actor(corpus, right->from)->id);
  return from != 0
             ? from
             : strcmp(relata_corpus_actor(corpus, left->to)->id, relata_corpus_actor(corpus, right->to)->id);
}

/* Puts the pairs, and the two of a pair without a direction, into the order of ids: the order in which a line
 * lists its arguments changes nothing. */
static void
sort_pairs(RelataCorpus *corpus, RelataPairs *pairs)
{
  for (guint i = 0; i < pairs->pairs->len; i++) {
    RelataPair *pair = &g_array_index(pairs->pairs, RelataPair, i);
    const guint from = pair->from;
    if (pair->mutual &&
        strcmp(relata_corpus_actor(corpus, from)->id, relata_corpus_actor(corpus, pair->to)->id) > 0) {
      pair->from = pair->to;
      pair->to = from;
    }
  }
  g_array_sort_with_data(pairs->pairs, compare_pairs, corpus);
}

/* Applies what the roles mean. The claims have the event type's name as relation type. */
static RelataTieless
apply_roles(Giver *giver, guint index, guint type)
{
  RelataCorpus *corpus = giver->corpus;
  OfType *of_type = &giver->types[type];
  RelataPairs pairs = relata_pairs_new();
  const RelataTieless why =
      relata_event_add_pairs(corpus, relata_corpus_event(corpus, index), of_type->sides, &pairs);
  if (pairs.pairs->len > 0 && of_type->relation == RELATA_NONE) {
    gboolean is_new;
    of_type->relation = relata_schema_relation_of_event_type(corpus->schema, type, &is_new);
    if (is_new)
      g_array_append_val(giver->made, of_type->relation);
  }
  if (why == RELATA_TIELESS_CROWD)
    report_crowd(giver, index);
  sort_pairs(corpus, &pairs);
  if (pairs.undecided && of_type->undecided == RELATA_NONE)
    of_type->undecided = index;
  add_given(giver, index, of_type->relation, &pairs);
  relata_pairs_clear(&pairs);
  return why;
}

/* Returns which events have claims of their own, as their source states them: those give no others. */
static gboolean *
events_with_claims(const RelataCorpus *corpus)
{
  gboolean *own = g_new0(gboolean, (gsize)corpus->events->len + 1);
  for (guint i = 0; i < corpus->claims->len; i++) {
    const guint event = g_array_index(corpus->claims, RelataClaim, i).event;
    if (event != RELATA_NONE)
      own[event] = TRUE;
  }
  return own;
}

static void
find_pairs(Giver *giver, guint index)
{
  RelataCorpus *corpus = giver->corpus;
  const RelataEvent *event = relata_corpus_event(corpus, index);
  if (event->type == RELATA_NONE) {
    relata_diagnose(giver->diagnostics, RELATA_ERROR_IN_DATA, "unknown-reference", &event->said.where, NULL,
                    "no event '%s'", event->said.id);
    return;
  }
  const RelataEventType *type = relata_schema_event_type(corpus->schema, event->type);
  const gboolean by_rule = type->rules_said || type->rules->len > 0;
  const RelataTieless why =
      by_rule ? apply_rules(giver, index, type->rules) : apply_roles(giver, index, event->type);
  if (why != RELATA_N_TIELESS)
    corpus->tieless[why]++;
}

/* Makes those relations symmetric that have no direction in any event that gives them. */
static void
settle_directions(const Giver *giver)
{
  const guint n = relata_schema_relation_types(giver->corpus->schema)->len;
  g_autofree gboolean *directed = g_new0(gboolean, (gsize)n + 1);
  for (guint i = 0; i < giver->given->len; i++) {
    const Given *given = &g_array_index(giver->given, Given, i);
    directed[given->relation] |= !given->pair.mutual;
  }
  for (guint i = 0; i < giver->made->len; i++) {
    const guint relation = g_array_index(giver->made, guint, i);
    if (!directed[relation])
      relata_schema_make_symmetric(giver->corpus->schema, relation);
  }
}

static void
add_claim(RelataCorpus *corpus, const Given *given, guint from, guint to, guint *n)
{
  const RelataEvent *event = relata_corpus_event(corpus, given->event);
  RelataClaim claim = {event->said, given->relation, from, to, given->event};
  if (++*n > 1) {
    g_autofree char *id = g_strdup_printf("%s.%u", event->said.id, *n);
    claim.said.id = relata_corpus_intern(corpus, id);
  }
  relata_corpus_add_claim(corpus, &claim);
}

/* What has no direction in a relation that has one holds in both. */
static void
add_claims(const Giver *giver)
{
  RelataCorpus *corpus = giver->corpus;
  guint n = 0, of = RELATA_NONE;
  for (guint i = 0; i < giver->given->len; i++) {
    const Given *given = &g_array_index(giver->given, Given, i);
    n = given->event == of ? n : 0;
    of = given->event;
    add_claim(corpus, given, given->pair.from, given->pair.to, &n);
    if (given->pair.mutual && given->pair.from != given->pair.to &&
        !relata_schema_relation_type(corpus->schema, given->relation)->symmetric)
      add_claim(corpus, given, given->pair.to, given->pair.from, &n);
  }
}

static void
report_tieless(const Giver *giver)
{
  g_autofree char *words = relata_corpus_tieless_in_words(giver->corpus);
  if (words != NULL)
    relata_diagnose(giver->diagnostics, RELATA_NOTE, "events-without-ties", NULL,
                    "a rule of its type in a schema says whom an event relates", "%s", words);
}

/* Lists "deal (buyer, seller)": an event's type and roles, each once. */
static void
list_roles(RelataListing *listing, const RelataCorpus *corpus, const RelataEvent *event)
{
  g_autoptr(GString) roles = g_string_new(NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  g_autofree RelataPart *parts = relata_event_parts(corpus->schema, event);
  for (guint i = 0; i < event->arguments->len; i++) {
    const RelataRole *role = g_array_index(event->arguments, RelataArgument, i).meaning;
    if (relata_part_side(parts[i]) == RELATA_SIDE_NEITHER && g_hash_table_add(seen, role->stem))
      g_string_append_printf(roles, "%s%s", roles->len > 0 ? ", " : "", role->name);
  }
  relata_listing_add(listing, "%s (%s)", relata_schema_event_type(corpus->schema, event->type)->id,
                     roles->str);
}

static void
report_undecided(const Giver *giver, guint n_types)
{
  RelataListing listing = RELATA_LISTING(relata_diagnostics_most_listed(giver->diagnostics));
  for (guint i = 0; i < n_types; i++)
    if (giver->types[i].undecided != RELATA_NONE)
      list_roles(&listing, giver->corpus, relata_corpus_event(giver->corpus, giver->types[i].undecided));
  g_autofree char *words = relata_listing_end(&listing);
  if (listing.n > 0)
    relata_diagnose(giver->diagnostics, RELATA_NOTE, "undirected-events", NULL,
                    "list the roles in annotation.conf, the acting one first, or give the type a rule in a "
                    "schema",
                    "nothing says which role acts, so that these ties have no direction: %s", words);
}

void
relata_events_give_claims(RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  const guint n_types = relata_schema_event_types(corpus->schema)->len;
  g_autofree OfType *types = g_new0(OfType, (gsize)n_types + 1);
  Giver giver = {corpus, diagnostics, types, g_array_new(FALSE, FALSE, sizeof(Given)),
                 g_array_new(FALSE, FALSE, sizeof(guint))};
  for (guint i = 0; i < n_types; i++)
    types[i].relation = types[i].undecided = RELATA_NONE;
  for (guint i = 0; i < corpus->events->len; i++) {
    const RelataEvent *event = relata_corpus_event(corpus, i);
    if (event->type != RELATA_NONE)
      types[event->type].sides |= relata_event_sides(corpus->schema, event);
  }
  g_autofree gboolean *own = events_with_claims(corpus);
  for (guint i = 0; i < corpus->events->len; i++)
    if (!own[i])
      find_pairs(&giver, i);
  settle_directions(&giver);
  add_claims(&giver);
  report_tieless(&giver);
  report_undecided(&giver, n_types);
  g_array_unref(giver.given);
  g_array_unref(giver.made);
}
