/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which claims events give without a rule, by what their roles mean; and why events give none. */
#include "event_corpus.h"

#include "text/name.h"
#include "text/words.h"

/* Without a rule: the relation of the event's own name. */
static void
test_default(void)
{
  begin();
  add_event("e1", "Threatens", "Speaker1=a Hearer=b Hearer2=c By=d When=e Place=f");
  add_event("e2", "Threatens",
            "Target=b Agent=a Cause=c");   /* Agent and Cause come first wherever they stand */
  add_event("e3", "Threatens", "Agent=a"); /* nobody is threatened */
  add_event("e4", "Threatens", "");
  assert_claims("a threatens b, a threatens c, a threatens b, c threatens b");
  g_assert_cmpuint(relata_corpus_n_tieless(corpus, RELATA_TIELESS_FEW), ==, 2);
  end();
}

/* Each gives one tie, from a to b, in whichever order the roles stand. */
static void
test_direction(void)
{
  static const char *const roles[][2] = {
      {"Attacker", "Target"},
      {"giver3", "RECIPIENT"},
      {"Source", "Target"},
      {"SourceActor", "target-id"},
      {"Arg0", "Arg2"},
      {"ARG1", "ARG2"},
      {"From", "To"},
      {"Speaker", "Topic"},
      {"Killer-Arg", "Person-Arg"},
      {"PerpOrg", "HumTgt"},
      {"Täter", "Opfer"},
      {"Tater", "Opfer"},
      {"Источник", "Цель"},
      {"攻击者", "受害者"},
      {"agresor", "victima"},
      {"Whistler", "Whistled"},
      {"Company", "Defendant"},
      {"evt089arg01killer", "evt089arg02victim"},
      {"head_of_attack", "Target"},
      {"Agent", "Co-Patient"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(roles); i++)
    for (guint turned = 0; turned < 2; turned++) {
      begin();
      g_autofree char *arguments = g_strdup_printf("%s=%s %s=%s", roles[i][turned], turned ? "b" : "a",
                                                   roles[i][!turned], turned ? "a" : "b");
      g_test_message("%s", arguments);
      add_event("e1", "act", arguments);
      assert_claims("a act b");
      end();
    }
}

/* Fillers of one role, and roles of which nothing says who acts, are tied with each other, without a
 * direction. */
static void
test_no_direction(void)
{
  static const struct {
    const char *arguments, *claims;
    gboolean undecided;
  } cases[] = {
      {"Entity=a Entity2=b", "a -act- b", FALSE},
      {"Person=a Person2=b Person3=c", "a -act- b, a -act- c, b -act- c", FALSE},
      {"Party1=a Party2=b Place=c Time=d", "a -act- b", FALSE},
      {"Arg=a Arg2=b", "a -act- b", FALSE}, /* as brat numbers equal roles */
      {"Theme=a Theme2=b", "a -act- b", FALSE},
      {"Negotiator=a Negotiator2=b Topic=c", "a -act- b", FALSE},
      {"Husband=a Wife=b", "a -act- b", TRUE},
      {"Buyer=a Seller=b", "a -act- b", FALSE},
      {"Entity=a Entity2=b Entity3=a", "a -act- b", FALSE},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    begin();
    g_test_message("%s", cases[i].arguments);
    add_event("e1", "act", cases[i].arguments);
    assert_claims(cases[i].claims);
    g_autofree char *said = messages("undirected-events");
    g_assert_cmpint(*said != '\0', ==, cases[i].undecided);
    end();
  }
}

/* Several on both sides: who does it acts upon who undergoes it, and nobody upon his like. */
static void
test_sides(void)
{
  begin();
  add_event("e1", "attack", "Target=c Attacker=a Attacker2=b Target2=d Weapon=w Origin=o");
  assert_claims("a attack c, a attack d, b attack c, b attack d");
  end();
  begin(); /* a buyer and a seller act upon the goods, and upon each other */
  add_event("e1", "sale", "Buyer=a Seller=b Artifact=c");
  assert_claims("a sale b, b sale a, a sale c, b sale c");
  end();
  begin(); /* parties stay parties beside a host */
  add_event("e1", "talks", "Participant=a Participant2=b Organizer=c");
  assert_claims("a talks b, b talks a, c talks a, c talks b");
  end();
}

/* A Source beside a Target acts; beside somebody who acts, or alone, it says so. A Speaker acts where nobody
 * else does. */
static void
test_sources(void)
{
  begin();
  add_event("e1", "verbal", "Target=a Source=b");
  add_event("e2", "verbal", "Source=c Attacker=a Target=b");
  add_event("e3", "verbal", "Source=c Victim=b");
  add_event("e4", "verbal", "Speaker=c Attacker=a Victim=b");
  assert_claims("b verbal a, a verbal b, a verbal b");
  const RelataEvent *acts = relata_corpus_event(corpus, 0), *says = relata_corpus_event(corpus, 1);
  g_assert_true(relata_corpus_is_party(corpus, acts, 1));
  g_assert_false(relata_corpus_is_party(corpus, says, 0));
  end();
  begin(); /* a schema that says who says so says it for all */
  static const char *const by[] = {"Herald", NULL};
  relata_schema_set_role(relata_corpus_schema(corpus), RELATA_ROLE_BY, by);
  add_event("e1", "verbal", "Source=b Target=a Herald=c");
  assert_claims("b verbal a");
  end();
}

/* Those on one side of an act upon others do nothing with each other. */
static void
test_one_side(void)
{
  begin();
  add_event("e1", "attack", "Attacker=a Attacker2=b");
  add_event("e2", "attack", "Victim=a Victim2=b");
  add_event("e3", "arrest", "Person=a Person2=b"); /* other arrests have somebody who arrests */
  add_event("e4", "arrest", "Agent=c Person=a");
  add_event("e5", "visit", "Person=a Person2=a");
  assert_claims("c arrest a");
  g_assert_cmpuint(relata_corpus_n_tieless(corpus, RELATA_TIELESS_ONE_SIDE), ==, 3);
  g_assert_cmpuint(relata_corpus_n_tieless(corpus, RELATA_TIELESS_FEW), ==, 1); /* it is one filler */
  g_autofree char *said = messages("events-without-ties");
  g_assert_cmpstr(
      said, ==,
      "4 of 5 events give no tie: 1 names fewer than two actors who take part, 3 have only actors who "
      "do it together or undergo it together\n");
  end();
}

/* Where relations are declared, event types still give ties, unless the schema lists their rules. */
static void
test_default_of_declared(void)
{
  begin();
  RelataSchema *schema = relata_corpus_schema(corpus);
  relata_schema_declare_relation_type(schema, "attacks", NOWHERE);
  relata_schema_declare_relation_type(schema, "alliance", NOWHERE)->symmetric = TRUE;
  add_event("e1", "meeting", "Entity=a Entity2=b");
  add_event("e2", "attacks", "Agent=a Target=b");
  add_event("e3", "alliance", "Agent=a Target=b");
  add_event("e4", "death", "Agent=a Victim=b");
  relata_schema_declare_event_type(schema, "death", NOWHERE)->rules_said = TRUE;
  assert_claims("a -meeting- b, a attacks b, a -alliance- b");
  g_assert_cmpuint(relata_corpus_n_tieless(corpus, RELATA_TIELESS_SCHEMA), ==, 1);
  const guint meeting = relata_schema_find_relation_type(schema, "meeting");
  g_assert_true(relata_schema_relation_type(schema, meeting)->declared);
  end();
}

/* What has no direction holds in both, where the relation has one. */
static void
test_mixed(void)
{
  begin();
  add_event("e1", "fight", "Entity=a Entity2=b");
  add_event("e2", "fight", "Agent=c Target=d");
  assert_claims("a fight b, b fight a, c fight d");
  g_assert_cmpstr(relata_corpus_claim(corpus, 1)->said.id, ==, "e1.2");
  end();
}

/* An event that names one actor at both ends, and nobody else, relates it with itself. */
static void
test_loops(void)
{
  begin();
  add_event("e1", "fight", "Agent=a Target=a");
  add_event("e2", "fight", "Agent=b Target=b Target2=c");
  add_event("e3", "fight", "Agent=d");
  add_event("e4", "denial", "Agent=d Theme=@e3");
  assert_claims("a fight a, b fight c");
  g_assert_cmpuint(relata_corpus_n_tieless(corpus, RELATA_TIELESS_SELF), ==, 1);
  end();
}

/* Why rules give nothing. */
static void
test_tieless_by_rule(void)
{
  begin();
  add_rule("praise", "supports: Agent > Theme");
  add_event("e1", "praise", "Agent=a Place=b");
  add_event("e2", "praise", "Agent=a Agent2=b");
  add_event("e3", "praise", "Agent=a Theme=a");
  add_event("e4", "praise", "Agent=a Theme=b");
  add_event("e5", "praise", "Agent=c Theme=@e6"); /* praises what it did itself: not itself */
  add_event("e6", "praise", "Agent=c Place=b");
  add_event("e7", "praise", "Agent=a Agent2=b Theme=a"); /* there are others: no loop */
  assert_claims("a supports a, a supports b, b supports a");
  g_assert_cmpuint(relata_corpus_n_tieless(corpus, RELATA_TIELESS_FEW), ==, 2);
  g_assert_cmpuint(relata_corpus_n_tieless(corpus, RELATA_TIELESS_RULES), ==, 1);
  g_assert_cmpuint(relata_corpus_n_tieless(corpus, RELATA_TIELESS_SELF), ==, 1);
  end();
}

/* A crowd without a rule: as many as may be, and one more. */
static void
test_default_crowds(void)
{
  begin();
  GString *arguments = g_string_new("Host=only");
  for (guint i = 0; i < 142; i++) /* 142 · 141 / 2 = 10,011 */
    g_string_append_printf(arguments, " Person=a%u", i);
  add_event("e1", "meeting", arguments->str + strlen("Host=only "));
  g_string_assign(arguments, "Person=a0");
  for (guint i = 1; i < 100; i++)
    g_string_append_printf(arguments, " Person=a%u", i);
  add_event("e2", "meeting", arguments->str);
  g_string_free(arguments, TRUE);
  relata_corpus_finish(corpus, diagnostics);
  g_assert_cmpuint(relata_corpus_n_claims(corpus), ==, 100 * 99 / 2);
  g_assert_cmpuint(relata_corpus_n_tieless(corpus, RELATA_TIELESS_CROWD), ==, 1);
  g_autofree char *said = messages("too-many-pairs");
  g_assert_cmpstr(said, ==, "event 'e1' relates more than 10000 pairs of actors: it gives no claims\n");
  end();
}

/* An event without rules, as an argument, stands for those who undergo it. */
static void
test_default_as_argument(void)
{
  begin();
  add_event("e1", "regulation", "Cause=a Theme=@e2");
  add_event("e2", "binding", "Theme=b Theme2=c");
  add_event("e3", "report", "Reporter=d Event=@e4");
  add_event("e4", "attack", "Attacker=a Target=b");
  assert_claims("a regulation b, a regulation c, b -binding- c, d report b, a attack b");
  end();
}

/* Remembers a word without its marks; the same word with another meaning is a mistake of the list. */
static void
check_word(const char *words, const char *value, gpointer seen)
{
  static const char *const parts[] = {"does",   "agent",    "undergoes", "theme", "aim",   "deals", "speaks",
                                      "by",     "source",   "from",      "topic", "alike", "time",  "place",
                                      "beside", "numbered", "person",    "any",   NULL};
  g_autofree char *folded = relata_name_fold(words);
  const char *known = g_hash_table_lookup(seen, folded);
  if (!g_strv_contains(parts, value) || (known != NULL && strcmp(known, value) != 0))
    g_error("roles.txt: '%s' is '%s', and '%s' before", words, value, known != NULL ? known : "");
  if (*words != '-')
    g_hash_table_insert(seen, g_steal_pointer(&folded), (gpointer)value);
}

static void
test_list(void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  relata_words_each("roles", check_word, seen);
  g_assert_cmpuint(g_hash_table_size(seen), >, 1000);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/corpus/roles/default", test_default);
  g_test_add_func("/corpus/roles/direction", test_direction);
  g_test_add_func("/corpus/roles/no-direction", test_no_direction);
  g_test_add_func("/corpus/roles/sides", test_sides);
  g_test_add_func("/corpus/roles/sources", test_sources);
  g_test_add_func("/corpus/roles/one-side", test_one_side);
  g_test_add_func("/corpus/roles/default-of-declared", test_default_of_declared);
  g_test_add_func("/corpus/roles/mixed", test_mixed);
  g_test_add_func("/corpus/roles/loops", test_loops);
  g_test_add_func("/corpus/roles/tieless-by-rule", test_tieless_by_rule);
  g_test_add_func("/corpus/roles/default-crowds", test_default_crowds);
  g_test_add_func("/corpus/roles/default-as-argument", test_default_as_argument);
  g_test_add_func("/corpus/roles/list", test_list);
  return g_test_run();
}
