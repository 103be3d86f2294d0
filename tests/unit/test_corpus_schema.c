/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The schema: types are found under any spelling, used before they are declared, and kinds of each other. */
#include "corpus/schema.h"
#include "corpus/schema_internal.h"

#define NOWHERE  ((RelataPlace){NULL, 0, 0})
#define AT(line) ((RelataPlace){"schema.json", line, 1})

static void
test_use_and_declare(void)
{
  g_autoptr(RelataSchema) schema = relata_schema_new();
  g_assert_cmpuint(relata_schema_find_relation_type(schema, "attacks"), ==, RELATA_NONE);
  g_assert_false(relata_schema_declares_relations(schema));
  const guint used = relata_schema_use_relation_type(schema, "Claims_Responsibility", AT(3));
  g_assert_cmpuint(relata_schema_find_relation_type(schema, "claims responsibility"), ==, used);
  g_assert_cmpuint(relata_schema_use_relation_type(schema, "claims-responsibility", AT(4)), ==, used);
  const RelataRelationType *type = relata_schema_relation_type(schema, used);
  g_assert_cmpstr(type->id, ==, "claims-responsibility");
  g_assert_cmpstr(type->label, ==, "claims responsibility");
  g_assert_cmpstr(type->inverse, ==, "(claims responsibility)");
  g_assert_false(type->symmetric || type->declared);
  g_assert_true(type->event); /* as its name says: test_corpus_state_words.c */
  g_assert_cmpint(type->sign, ==, 0);
  g_assert_cmpuint(type->parent, ==, RELATA_NONE);
  g_assert_cmpuint(type->where.line, ==, 3);
  g_assert_false(relata_schema_declares_relations(schema));

  RelataRelationType *declared = relata_schema_declare_relation_type(schema, "CLAIMS-RESPONSIBILITY", AT(9));
  g_assert_true(declared == type);
  g_assert_cmpuint(declared->where.line, ==, 9);
  g_assert_null(relata_schema_declare_relation_type(schema, "claims_responsibility", AT(10)));
  g_assert_true(relata_schema_declares_relations(schema));
  g_assert_false(relata_schema_declares_actor_types(schema));
  /* The tables are apart. */
  g_assert_cmpuint(relata_schema_find_event_type(schema, "claims-responsibility"), ==, RELATA_NONE);
  g_assert_cmpuint(relata_schema_relation_types(schema)->len, ==, 1);
  g_assert_cmpuint(relata_schema_event_types(schema)->len, ==, 0);
}

static void
test_defaults(void)
{
  g_autoptr(RelataSchema) schema = relata_schema_new();
  const RelataActorType *actor =
      relata_schema_actor_type(schema, relata_schema_use_actor_type(schema, "Armed_group", NOWHERE));
  g_assert_cmpstr(actor->label, ==, "armed group");
  g_assert_cmpstr(actor->plural, ==, "armed groups");
  g_assert_cmpstr(relata_schema_plural(schema, "מקום"), ==, "מקום"); /* an s is English */
  g_assert_cmpint(actor->shape, ==, RELATA_SHAPE_BOX);
  const RelataMeasure *measure =
      relata_schema_measure(schema, relata_schema_use_measure(schema, "killed", NOWHERE));
  g_assert_cmpstr(measure->unit, ==, "");
  const RelataEventType *event =
      relata_schema_event_type(schema, relata_schema_use_event_type(schema, "bombing", NOWHERE));
  g_assert_cmpuint(event->rules->len, ==, 0);
  g_assert_nonnull(relata_schema_declare_mark(schema, "Date", RELATA_MARK_WHEN, NOWHERE));
  g_assert_null(relata_schema_declare_mark(schema, "date", RELATA_MARK_PLACE, NOWHERE));
  const guint mark = relata_schema_find_mark(schema, "DATE");
  g_assert_cmpint(g_array_index(relata_schema_marks(schema), RelataMark, mark).means, ==, RELATA_MARK_WHEN);
  for (guint i = 0; i < RELATA_N_SHAPES; i++)
    g_assert_nonnull(relata_shape_names[i]);
  g_assert_null(relata_shape_names[RELATA_N_SHAPES]);
  g_assert_cmpstr(relata_line_names[RELATA_LINE_BOLD], ==, "bold");
}

static void
test_rules(void)
{
  g_autoptr(RelataSchema) schema = relata_schema_new();
  const guint event = relata_schema_use_event_type(schema, "bombing", NOWHERE);
  const guint attacks = relata_schema_use_relation_type(schema, "attacks", NOWHERE);
  char role[] = "Agent";
  const char *const from[] = {role, "Cause", NULL}, *const to[] = {"Target", NULL};
  relata_schema_add_rule(schema, event, attacks, from, to);
  role[0] = '!'; /* role names are copied */
  const RelataClaimRule *rule =
      &g_array_index(relata_schema_event_type(schema, event)->rules, RelataClaimRule, 0);
  g_assert_cmpuint(rule->relation, ==, attacks);
  g_assert_cmpuint(rule->from->len, ==, 2);
  g_assert_cmpstr(g_ptr_array_index(rule->from, 0), ==, "Agent");
  g_assert_cmpstr(g_ptr_array_index(rule->to, 0), ==, "Target");
}

static void
test_roles(void)
{
  g_autoptr(RelataSchema) schema = relata_schema_new();
  g_assert_true(relata_schema_role_is(schema, "By", RELATA_ROLE_BY));
  g_assert_true(relata_schema_role_is(schema, "source2", RELATA_ROLE_BY));
  g_assert_true(relata_schema_role_is(schema, "DATE", RELATA_ROLE_WHEN));
  g_assert_true(relata_schema_role_is(schema, "Location3", RELATA_ROLE_PLACE));
  g_assert_false(relata_schema_role_is(schema, "Agent", RELATA_ROLE_BY));
  g_assert_false(relata_schema_role_is(schema, "Bystander", RELATA_ROLE_BY));
  g_assert_false(relata_schema_role_is(schema, "B", RELATA_ROLE_BY));
  g_assert_false(relata_schema_role_is(schema, "By", RELATA_ROLE_WHEN));
  g_assert_false(relata_schema_role_is(schema, "", RELATA_ROLE_BY));
  g_assert_false(relata_schema_role_is(schema, "42", RELATA_ROLE_BY));
  const char *const speakers[] = {"Speaker", NULL}, *const none[] = {NULL};
  relata_schema_set_role(schema, RELATA_ROLE_BY, speakers);
  g_assert_true(relata_schema_role_is(schema, "Speaker", RELATA_ROLE_BY));
  g_assert_false(relata_schema_role_is(schema, "By", RELATA_ROLE_BY));
  relata_schema_set_role(schema, RELATA_ROLE_PLACE, none);
  g_assert_false(relata_schema_role_is(schema, "Place", RELATA_ROLE_PLACE));
}

static void
test_hierarchy(void)
{
  g_autoptr(RelataSchema) schema = relata_schema_new();
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  const guint hostility = relata_schema_use_relation_type(schema, "hostility", NOWHERE);
  const guint attacks = relata_schema_use_relation_type(schema, "attacks", NOWHERE);
  const guint bombs = relata_schema_use_relation_type(schema, "bombs", NOWHERE);
  const guint other = relata_schema_use_relation_type(schema, "supports", NOWHERE);
  relata_schema_declare_relation_type(schema, "attacks", NOWHERE)->parent = hostility;
  relata_schema_declare_relation_type(schema, "bombs", NOWHERE)->parent = attacks;
  relata_schema_check(schema, diagnostics);
  g_assert_cmpuint(relata_diagnostics_n_kept(diagnostics), ==, 0);
  g_assert_true(relata_schema_relation_is_a(schema, bombs, hostility));
  g_assert_true(relata_schema_relation_is_a(schema, bombs, bombs));
  g_assert_false(relata_schema_relation_is_a(schema, hostility, bombs));
  g_assert_false(relata_schema_relation_is_a(schema, other, hostility));
  g_assert_false(relata_schema_relation_is_a(schema, RELATA_NONE, hostility));
}

/* A kind reports as its parent does, unless it says so itself; a kind of a part is none. */
static void
test_reporting(void)
{
  static const struct {
    const char *id, *parent;
    gboolean says, reporting, is;
  } rows[] = {{"comments", "speaks", FALSE, FALSE, TRUE}, /* before its parent */
              {"speaks", NULL, TRUE, TRUE, TRUE},          {"accuses", "comments", TRUE, FALSE, FALSE},
              {"charges", "accuses", FALSE, FALSE, FALSE}, {"quotes", "charges", TRUE, TRUE, TRUE},
              {"attacks", NULL, FALSE, FALSE, FALSE}};
  g_autoptr(RelataSchema) schema = relata_schema_new();
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    relata_schema_use_relation_type(schema, rows[i].id, NOWHERE);
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    RelataRelationType *type = relata_schema_declare_relation_type(schema, rows[i].id, NOWHERE);
    type->reporting_said = rows[i].says;
    type->reporting = rows[i].reporting;
    type->part = i == 1;
    if (rows[i].parent != NULL)
      type->parent = relata_schema_find_relation_type(schema, rows[i].parent);
  }
  relata_schema_check(schema, diagnostics);
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_assert_cmpint(relata_schema_relation_type(schema, i)->reporting, ==, rows[i].is);
    g_assert_cmpint(relata_schema_relation_type(schema, i)->part, ==, i == 1);
  }
}

/* A circle is said, and cut: asking afterwards ends. */
static void
test_circular_parents(void)
{
  g_autoptr(RelataSchema) schema = relata_schema_new();
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  static const char *const ids[] = {"a", "b", "c", "d", "self"};
  guint index[G_N_ELEMENTS(ids)];
  for (guint i = 0; i < G_N_ELEMENTS(ids); i++)
    index[i] = relata_schema_use_actor_type(schema, ids[i], NOWHERE);
  /* a → b → c → a; d → a leads into the circle without being of it. */
  static const guint parents[] = {1, 2, 0, 0, 4};
  for (guint i = 0; i < G_N_ELEMENTS(ids); i++)
    relata_schema_declare_actor_type(schema, ids[i], AT(i + 1))->parent = index[parents[i]];
  relata_schema_check(schema, diagnostics);
  g_assert_cmpuint(relata_diagnostics_count(diagnostics, RELATA_ERROR_IN_DATA), ==, 2);
  g_assert_cmpstr(relata_diagnostics_get(diagnostics, 0)->code, ==, "circular-parent");
  g_assert_cmpstr(relata_diagnostics_get(diagnostics, 0)->file, ==, "schema.json");
  g_assert_cmpstr(relata_diagnostics_get(diagnostics, 1)->message, ==, "type 'self' is a kind of itself");
  for (guint i = 0; i < G_N_ELEMENTS(ids); i++)
    g_assert_true(relata_schema_actor_type_is_a(schema, index[i], index[i]));
  g_assert_true(relata_schema_actor_type_is_a(schema, index[3], index[0]));
  g_assert_false(relata_schema_actor_type_is_a(schema, index[4], index[0]));
}

/* A circle that no check has cut yet: asking ends, with what the links say. */
static void
test_circle_before_check(void)
{
  g_autoptr(RelataSchema) schema = relata_schema_new();
  const guint a = relata_schema_use_actor_type(schema, "a", NOWHERE);
  const guint b = relata_schema_use_actor_type(schema, "b", NOWHERE);
  const guint other = relata_schema_use_actor_type(schema, "other", NOWHERE);
  relata_schema_declare_actor_type(schema, "a", NOWHERE)->parent = b;
  relata_schema_declare_actor_type(schema, "b", NOWHERE)->parent = a;
  g_assert_true(relata_schema_actor_type_is_a(schema, a, b));
  g_assert_false(relata_schema_actor_type_is_a(schema, a, other));
  const guint r = relata_schema_use_relation_type(schema, "r", NOWHERE);
  const guint s = relata_schema_use_relation_type(schema, "s", NOWHERE);
  relata_schema_declare_relation_type(schema, "r", NOWHERE)->parent = r;
  g_assert_false(relata_schema_relation_is_a(schema, r, s));
}

/* Long chains, of which one ends in a circle that its first type is not of. Squared it would take minutes. */
static void
test_long_chain(void)
{
  enum { LENGTH = 100000 };
  g_autoptr(RelataSchema) schema = relata_schema_new();
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  for (guint i = 0; i < LENGTH; i++) {
    g_autofree char *id = g_strdup_printf("t%u", i);
    RelataRelationType *relation = relata_schema_declare_relation_type(schema, id, AT(i));
    relation->parent = i + 1 < LENGTH ? i + 1 : RELATA_NONE;
    RelataActorType *actor = relata_schema_declare_actor_type(schema, id, AT(i));
    actor->parent = i + 1 < LENGTH ? i + 1 : 7;
  }
  relata_schema_check(schema, diagnostics);
  g_assert_cmpuint(relata_diagnostics_n_kept(diagnostics), ==, 1);
  g_assert_cmpstr(relata_diagnostics_get(diagnostics, 0)->message, ==, "type 't7' is a kind of itself");
  g_assert_true(relata_schema_relation_is_a(schema, 0, LENGTH - 1)); /* as deep as there are types */
  g_assert_false(relata_schema_relation_is_a(schema, LENGTH - 1, 0));
  g_assert_true(relata_schema_actor_type_is_a(schema, 0, 7));
  g_assert_false(relata_schema_actor_type_is_a(schema, 0, 8));
  g_assert_true(relata_schema_actor_type_is_a(schema, LENGTH - 1, 7));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/corpus/schema/use-and-declare", test_use_and_declare);
  g_test_add_func("/corpus/schema/defaults", test_defaults);
  g_test_add_func("/corpus/schema/rules", test_rules);
  g_test_add_func("/corpus/schema/roles", test_roles);
  g_test_add_func("/corpus/schema/hierarchy", test_hierarchy);
  g_test_add_func("/corpus/schema/reporting", test_reporting);
  g_test_add_func("/corpus/schema/circular-parents", test_circular_parents);
  g_test_add_func("/corpus/schema/circle-before-check", test_circle_before_check);
  g_test_add_func("/corpus/schema/long-chain", test_long_chain);
  return g_test_run();
}
