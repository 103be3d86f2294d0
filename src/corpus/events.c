/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Derives claims from events: one for each pair of actors in the roles that a rule of the schema names. */
#include "corpus/internal.h"
#include "corpus/schema_internal.h"

#include "text/name.h"

#include <string.h>

/* Events may be arguments of events, and so on. Deeper ones are ignored, which bounds the stack; `seen`
 * bounds the work, because events may be arguments of each other. */
#define MAX_NESTING 16
/* An event with more pairs than this relates a crowd to a crowd, so it gives no claims. */
#define MAX_PAIRS 10000

typedef struct {
  const RelataCorpus *corpus;
  GArray *actors;    /* guint, each once, in order of discovery */
  GHashTable *known; /* the same, index + 1 */
  GHashTable *seen;  /* events already visited, index + 1 */
} Party;

static Party
party_new(const RelataCorpus *corpus)
{
  return (Party){corpus, g_array_new(FALSE, FALSE, sizeof(guint)), g_hash_table_new(NULL, NULL),
                 g_hash_table_new(NULL, NULL)};
}

static void
party_clear(Party *party)
{
  g_array_unref(party->actors);
  g_hash_table_unref(party->known);
  g_hash_table_unref(party->seen);
}

static gboolean
role_among(const char *role, const GPtrArray *roles)
{
  gsize n = strlen(role); /* Theme2 is Theme */
  while (n > 0 && g_ascii_isdigit(role[n - 1]))
    n--;
  for (guint i = 0; i < roles->len; i++) {
    const char *known = g_ptr_array_index(roles, i);
    if (g_ascii_strcasecmp(role, known) == 0 ||
        (strlen(known) == n && g_ascii_strncasecmp(role, known, n) == 0))
      return TRUE;
  }
  return FALSE;
}

static void
add_actor(Party *party, guint actor)
{
  if (g_hash_table_add(party->known, GUINT_TO_POINTER(actor + 1)))
    g_array_append_val(party->actors, actor);
}

/* Returns whether the role tells the speaker, the time or the place, and so names no party. */
static gboolean
is_circumstance(const RelataSchema *schema, const char *role)
{
  for (guint meaning = 0; meaning < RELATA_N_ROLE_MEANINGS; meaning++)
    if (relata_schema_role_is(schema, role, (RelataRoleMeaning)meaning))
      return TRUE;
  return FALSE;
}

static void collect(Party *party, const RelataEvent *event, const GPtrArray *roles, guint depth);

/* Adds the actors that an event stands for as an argument: those to whom it was done, else those who did
 * it. */
static void
collect_of_event(Party *party, guint index, guint depth)
{
  const RelataEvent *event = relata_corpus_event(party->corpus, index);
  if (depth > MAX_NESTING || event->type == RELATA_NONE ||
      !g_hash_table_add(party->seen, GUINT_TO_POINTER(index + 1)))
    return;
  const guint before = party->actors->len;
  const GArray *rules = relata_schema_event_type(party->corpus->schema, event->type)->rules;
  for (guint i = 0; i < rules->len; i++)
    collect(party, event, g_array_index(rules, RelataClaimRule, i).to, depth);
  for (guint i = 0; party->actors->len == before && i < rules->len; i++)
    collect(party, event, g_array_index(rules, RelataClaimRule, i).from, depth);
  for (guint i = 0; party->actors->len == before && rules->len == 0 && i < event->arguments->len; i++) {
    const RelataArgument *argument = &g_array_index(event->arguments, RelataArgument, i);
    if (argument->actor != RELATA_NONE && !is_circumstance(party->corpus->schema, argument->role))
      add_actor(party, argument->actor);
  }
}

static void
collect_argument(Party *party, const RelataArgument *argument, guint depth)
{
  if (argument->actor != RELATA_NONE)
    add_actor(party, argument->actor);
  else if (argument->event != RELATA_NONE)
    collect_of_event(party, argument->event, depth + 1);
}

/* Adds the actors in any of the roles. */
static void
collect(Party *party, const RelataEvent *event, const GPtrArray *roles, guint depth)
{
  for (guint i = 0; i < event->arguments->len; i++) {
    const RelataArgument *argument = &g_array_index(event->arguments, RelataArgument, i);
    if (role_among(argument->role, roles))
      collect_argument(party, argument, depth);
  }
}

typedef struct {
  RelataCorpus *corpus;
  RelataDiagnostics *diagnostics;
  guint event;
  guint n_claims;
} Giver;

static void
give(Giver *giver, guint relation, const GArray *from, const GArray *to)
{
  RelataCorpus *corpus = giver->corpus;
  if ((guint64)from->len * to->len > MAX_PAIRS) {
    const RelataEvent *event = relata_corpus_event(corpus, giver->event);
    relata_diagnose(giver->diagnostics, RELATA_WARNING, "too-many-pairs", &event->said.where,
                    "name the groups as actors instead",
                    "event '%s' relates %u actors with %u: it gives no claims", event->said.id, from->len,
                    to->len);
    return;
  }
  for (guint i = 0; i < from->len; i++)
    for (guint k = 0; k < to->len; k++) {
      const guint source = g_array_index(from, guint, i), target = g_array_index(to, guint, k);
      if (source == target) /* an event that involves an actor with itself relates it to nobody */
        continue;
      const RelataEvent *event = relata_corpus_event(corpus, giver->event);
      RelataClaim claim = {event->said, relation, source, target, giver->event};
      if (giver->n_claims++ > 0) {
        g_autofree char *id = g_strdup_printf("%s.%u", event->said.id, giver->n_claims);
        claim.said.id = relata_corpus_intern(corpus, id);
      }
      relata_corpus_add_claim(corpus, &claim);
    }
}

/* Applies the default where the type has no rule. The claims have the event type's name as relation type.
 * They lead from its Agent or Cause, else its first argument, to all other actors except those in roles of
 * speaker, time or place. */
static void
give_by_default(Giver *giver, const char *type_id)
{
  RelataCorpus *corpus = giver->corpus;
  const RelataEvent *event = relata_corpus_event(corpus, giver->event);
  guint relation = relata_schema_find_relation_type(corpus->schema, type_id);
  if (relation == RELATA_NONE && relata_schema_declares_relations(corpus->schema))
    return;
  g_autoptr(GPtrArray) agents = g_ptr_array_new();
  g_ptr_array_add(agents, (gpointer) "Agent");
  g_ptr_array_add(agents, (gpointer) "Cause");
  Party from = party_new(corpus), to = party_new(corpus);
  collect(&from, event, agents, 0);
  const gboolean has_agent = from.actors->len > 0;
  for (guint i = 0; i < event->arguments->len; i++) {
    const RelataArgument *argument = &g_array_index(event->arguments, RelataArgument, i);
    if (!is_circumstance(corpus->schema, argument->role) &&
        (!has_agent || !role_among(argument->role, agents)))
      collect_argument(from.actors->len == 0 ? &from : &to, argument, 0);
  }
  if (from.actors->len > 0 && to.actors->len > 0) {
    if (relation == RELATA_NONE)
      relation = relata_schema_use_relation_type(corpus->schema, type_id, event->said.where);
    relata_schema_guess_kind(corpus->schema, relation);
    give(giver, relation, from.actors, to.actors);
  }
  party_clear(&from);
  party_clear(&to);
}

GArray *
relata_corpus_event_stands_for(const RelataCorpus *corpus, guint event)
{
  g_return_val_if_fail(corpus != NULL && event < corpus->events->len, NULL);
  Party party = party_new(corpus);
  collect_of_event(&party, event, 0);
  GArray *actors = g_array_ref(party.actors);
  party_clear(&party);
  return actors;
}

GArray *
relata_corpus_event_parties(const RelataCorpus *corpus, guint index)
{
  g_return_val_if_fail(corpus != NULL && index < corpus->events->len, NULL);
  const RelataEvent *event = relata_corpus_event(corpus, index);
  Party party = party_new(corpus);
  for (guint i = 0; i < event->arguments->len; i++) {
    const RelataArgument *argument = &g_array_index(event->arguments, RelataArgument, i);
    if (!is_circumstance(corpus->schema, argument->role))
      collect_argument(&party, argument, 0);
  }
  GArray *actors = g_array_ref(party.actors);
  party_clear(&party);
  return actors;
}

void
relata_events_give_claims(RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  for (guint i = 0; i < corpus->events->len; i++) {
    const RelataEvent *event = relata_corpus_event(corpus, i);
    if (event->type == RELATA_NONE) {
      relata_diagnose(diagnostics, RELATA_ERROR_IN_DATA, "unknown-reference", &event->said.where, NULL,
                      "no event '%s'", event->said.id);
      continue;
    }
    const RelataEventType *type = relata_schema_event_type(corpus->schema, event->type);
    Giver giver = {corpus, diagnostics, i, 0};
    for (guint k = 0; k < type->rules->len; k++) {
      const RelataClaimRule *rule = &g_array_index(type->rules, RelataClaimRule, k);
      Party from = party_new(corpus), to = party_new(corpus);
      collect(&from, event, rule->from, 0);
      collect(&to, event, rule->to, 0);
      give(&giver, rule->relation, from.actors, to.actors);
      party_clear(&from);
      party_clear(&to);
    }
    if (type->rules->len == 0)
      give_by_default(&giver, type->id);
  }
}
