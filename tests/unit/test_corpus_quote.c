/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Quotations and their texts: what is folded, what is not, where words end, which place is taken. */
#include "corpus/quote.h"
#include "corpus/quote_fold.h"
#include "many.h"

#include <string.h>

typedef struct {
  RelataText *text;
  RelataQuotes *quotes;
} Indexed;

static Indexed
indexed(const char *words)
{
  Indexed indexed = {relata_text_new(words, strlen(words)), NULL};
  indexed.quotes = relata_quotes_new(indexed.text);
  return indexed;
}

static void
indexed_clear(Indexed *indexed)
{
  relata_quotes_free(indexed->quotes);
  relata_text_free(indexed->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Indexed, indexed_clear)

/* Returns what the document has for the quotation, or NULL. */
static char *
taken(const char *text, const char *quote, RelataQuoteFit *fit)
{
  g_auto(Indexed) document = indexed(text);
  const RelataQuoteFound found = relata_quotes_find(document.quotes, quote, NULL, NULL);
  if (fit != NULL)
    *fit = found.fit;
  g_assert_cmpint(found.fit != RELATA_QUOTE_ABSENT, ==, relata_span_is_set(found.span));
  g_assert_cmpuint(found.n_places > 0, ==, found.fit != RELATA_QUOTE_ABSENT);
  return relata_span_is_set(found.span) ? relata_text_slice(document.text, found.span) : NULL;
}

typedef struct {
  const char *text, *quote;
  const char *words; /* the document's own; NULL: not there */
  RelataQuoteFit fit;
} Case;

static void
check(const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++) {
    RelataQuoteFit fit;
    g_test_message("'%s' in '%s'", cases[i].quote, cases[i].text);
    g_autofree char *words = taken(cases[i].text, cases[i].quote, &fit);
    g_assert_cmpstr(words, ==, cases[i].words);
    g_assert_cmpint(fit, ==, cases[i].fit);
  }
}

#define ABSENT RELATA_QUOTE_ABSENT
#define ELIDED RELATA_QUOTE_ELIDED
#define FOLDED RELATA_QUOTE_FOLDED
#define EXACT  RELATA_QUOTE_EXACT

static void
test_folded(void)
{
  static const Case cases[] = {
      {"The US left Kabul.", "The US left Kabul.", "The US left Kabul.", EXACT},
      {"The US left Kabul.", "  US left\n", "US left", EXACT},
      /* White space of all kinds, and its absence at the ends. */
      {"a b\n c\t\td", "a b c d", "a b\n c\t\td", FOLDED},
      {"a b c", "a\r\n  b\u00A0c", "a b c", FOLDED},
      {"a\u202Fb\u2003c\u3000d\xC2\x85"
       "e",
       "a b c d e",
       "a\u202Fb\u2003c\u3000d\xC2\x85"
       "e",
       FOLDED},
      {"ab c", "a b c", NULL, ABSENT},
      /* Case: full folding, in both directions, final sigma, ligatures. */
      {"STRASSE und Straße", "straße UND strasse", "STRASSE und Straße", FOLDED},
      {"ΟΔΥΣΣΕΥΣ ήρθε", "Οδυσσεύς", NULL, ABSENT}, /* the accent counts */
      {"ΟΔΟΣ μου", "οδος ΜΟΥ", "ΟΔΟΣ μου", FOLDED},
      {"the e\uFB03cient o\uFB03ce", "the efficient office", "the e\uFB03cient o\uFB03ce", FOLDED},
      {"КАБУЛ пал", "Кабул пал", "КАБУЛ пал", FOLDED},
      /* Composition. */
      {"Cafe\u0301 Ngo\u0302 \u1EC7", "Caf\u00E9 Ng\u00F4 e\u0323\u0302", "Cafe\u0301 Ngo\u0302 \u1EC7",
       FOLDED},
      {"caf\u00E9 noir", "cafe\u0301 noir", "caf\u00E9 noir", FOLDED},
      {"caf\u00E9 noir", "cafe noir", NULL, ABSENT},
      {"cafe\u0301", "cafe", NULL, ABSENT},
      {"\uD55C\uAE00 \uB9D0", "\u1112\u1161\u11AB\u1100\u1173\u11AF \u1106\u1161\u11AF",
       "\uD55C\uAE00 \uB9D0", FOLDED},
      /* Quotation marks, with and without blanks inside, nested, and around the whole. */
      {"He said \u201Cwe \u2018won\u2019\u201D today", "He said \"we 'won'\" today",
       "He said \u201Cwe \u2018won\u2019\u201D today", FOLDED},
      {"Il dit \u00AB\u00A0oui\u00A0\u00BB hier", "Il dit \u201Coui\u201D hier",
       "Il dit \u00AB\u00A0oui\u00A0\u00BB hier", FOLDED},
      {"Er sagt \u00BBja\u00AB dann", "er sagt \u201Eja\u201C dann", "Er sagt \u00BBja\u00AB dann", FOLDED},
      {"Kabul\u2019s airport", "Kabul's airport", "Kabul\u2019s airport", FOLDED},
      {"We won today, he said", "\u201CWe won today\u201D", "We won today", FOLDED},
      {"\u201CWe won,\u201D he said", "\"We won,\" he said", "\u201CWe won,\u201D he said", FOLDED},
      {"the so-called \"state\" fell", "the so-called state fell", NULL, ABSENT},
      /* Dashes, also spaced and doubled. */
      {"ISIS\u2011K \u2014 a branch", "ISIS-K - a branch", "ISIS\u2011K \u2014 a branch", FOLDED},
      {"it fell\u2014fast", "it fell -- fast", "it fell\u2014fast", FOLDED},
      {"at \u22125 degrees", "at -5 degrees", "at \u22125 degrees", FOLDED},
      {"2020\u20132021 saw", "2020-2021 saw", "2020\u20132021 saw", FOLDED},
      {"ISISK", "ISIS-K", NULL, ABSENT},
      /* What cannot be seen. */
      {"Afghani\u00ADstan fell", "Afghanistan fell", "Afghani\u00ADstan fell", FOLDED},
      {"Afghanistan fell", "\uFEFFAfgha\u200Bnistan\u200E fell", "Afghanistan fell", FOLDED},
      /* Nothing else is. */
      {"fully vaccinated", "fully, vaccinated", NULL, ABSENT},
      {"They attacked us", "They attacked them", NULL, ABSENT},
      {"10\u00B2 men", "102 men", NULL, ABSENT},
      {"the US army", "the U.S. army", NULL, ABSENT},
  };
  check(cases, G_N_ELEMENTS(cases));
}

/* Hyphens at the ends of lines, of the text or of the quotation: there or not. */
static void
test_breaks(void)
{
  static const Case cases[] = {
      {"the bomb-\ning raid", "the bombing raid", "the bomb-\ning raid", FOLDED},
      {"the US-\nled force", "the US-led force", "the US-\nled force", FOLDED},
      {"the US-\nled bomb-\ning raid", "the US-led bombing raid", "the US-\nled bomb-\ning raid", FOLDED},
      {"the US-\nled bomb-\ning raid", "the us-led BOMBING", "the US-\nled bomb-\ning", FOLDED},
      {"the bombing raid", "the bomb-\n   ing raid", "the bombing raid", FOLDED},
      {"the US-led raid", "the US-\nled raid", "the US-led raid", FOLDED},
      {"a bom-\nbing raid", "a bomb-\ning raid", "a bom-\nbing raid", FOLDED},
      {"the bomb\u00AD\ning raid", "the bombing raid", "the bomb\u00AD\ning raid", FOLDED},
      {"the bomb\u2010\r\n  ing raid", "the bombing raid", "the bomb\u2010\r\n  ing raid", FOLDED},
      {"das Be-\nwu\u00DFtsein, f\u00FCr-\nwahr", "Bewusstsein, f\u00FCrwahr",
       "Be-\nwu\u00DFtsein, f\u00FCr-\nwahr", FOLDED},
      {"the bomb-\ning of the port \u2014 it fell \u2013 began", "bombing of the port -- it fell-began",
       "bomb-\ning of the port \u2014 it fell \u2013 began", FOLDED},
      {"the bomb-\ning of the port", "bombing \u2026 port", "bomb-\ning of the port", ELIDED},
      {"the bomb-\ning \u2014 of the port", "bombing -- \u2026 port", "bomb-\ning \u2014 of the port",
       ELIDED},
      {"it fell \u2014 the bomb-\ning", "\u2014 the bombing", "\u2014 the bomb-\ning", FOLDED},
      {"the bomb-\ning \u2014 it fell", "the bombing \u2014", "the bomb-\ning \u2014", FOLDED},
      {"the bomb-\ning, it fell", "the bombing \u2014", NULL, ABSENT},
      {"at \u22125 degrees bomb-\ning", "-5 degrees", "\u22125 degrees", FOLDED},
      {"at \u22125 degrees bomb-\ning", "5 degrees", NULL, ABSENT},
      {"the \u201Cbomb-\ning\u201D raid", "\"bombing\"", "\u201Cbomb-\ning\u201D", FOLDED},
      {"the bombing, the bomb-\ning", "the bombing", "the bombing", EXACT},
      /* Only there: every other hyphen counts, in other words of the same text too. */
      {"the bomb-ing raid", "the bombing raid", NULL, ABSENT},
      {"the bombing raid", "the bomb-ing raid", NULL, ABSENT},
      {"a co-op, bomb-\ning", "a coop, bombing", NULL, ABSENT},
      {"a coop, bomb-\ning", "a co-op, bombing", NULL, ABSENT},
      {"a re-sign-\ning man", "a resigning man", NULL, ABSENT},
      {"from 14-\n15 men", "from 14-15 men", "from 14-\n15 men", FOLDED},
      {"from 14-\n15 men", "from 1415 men", NULL, ABSENT},
      {"ISIS-\nK won", "ISIS-K won", "ISIS-\nK won", FOLDED},
      {"ISIS-\nK won", "ISISK won", NULL, ABSENT},
      {"they fought -\nand lost", "they foughtand lost", NULL, ABSENT},
      {"they fought\nand lost", "they foughtand lost", NULL, ABSENT},
      {"the bomb\u2014\ning", "the bombing", NULL, ABSENT},
      /* Half of such a word is half a word. */
      {"the bomb-\ning raid", "the bomb", NULL, ABSENT},
      {"the bomb-\r\n\t ing raid", "ing raid", NULL, ABSENT},
      {"the bomb\u00AD\ning raid", "the bomb", NULL, ABSENT},
      {"the bomb\u00AD\ning raid", "ing raid", NULL, ABSENT},
      {"the US-\nled force", "the US", NULL, ABSENT},
      {"they fought -\nand lost", "and lost", "and lost", EXACT},
  };
  check(cases, G_N_ELEMENTS(cases));
  g_auto(Indexed) document = indexed("The bomb-\ning of Marens, the bombing of Baltrum.");
  g_assert_cmpuint(relata_quotes_find(document.quotes, "bombing", NULL, " of marens").span.start, ==, 4);
  g_assert_cmpuint(relata_quotes_find(document.quotes, "BOMBING of", NULL, NULL).n_places, ==, 2);
  g_assert_cmpuint(relata_quotes_find(document.quotes, "bombing", "the ", " of baltrum").span.start, ==, 29);
  g_assert_cmpuint(
      relata_quotes_find(document.quotes, "the bombing of Marens", NULL, ", the bombing").span.start, ==, 0);
  g_auto(Indexed) whole = indexed("The bomb-\ning");
  g_assert_true(relata_quotes_covers(whole.quotes, "the bombing"));
  g_assert_false(relata_quotes_covers(whole.quotes, "bombing"));
}

static void
test_elided(void)
{
  static const Case cases[] = {
      {"The US left Kabul in August.", "The US \u2026 in August", "The US left Kabul in August", ELIDED},
      {"The US left Kabul in August.", "The US [...] Kabul (\u2026) August.", "The US left Kabul in August.",
       ELIDED},
      {"The US left Kabul in August.", "the us . . . august", "The US left Kabul in August", ELIDED},
      {"The US left Kabul in August.", "\u2026left Kabul...", "left Kabul", ELIDED},
      {"The US left Kabul in August.", "\"The US [\u2026] Kabul\"", "The US left Kabul", ELIDED},
      {"The US left Kabul in August.", "in August \u2026 The US", NULL, ABSENT},
      {"The US left Kabul in August.", "US \u2026 US", NULL, ABSENT},
      {"The US left Kabul in August.", "The US \u2026 Kabul \u2026 July", NULL, ABSENT},
      /* The ellipsis stands in the text itself. */
      {"We wait\u2026 and see", "We wait ... and see", "We wait\u2026 and see", FOLDED},
      {"He said [...] that", "said [\u2026] that", "said [...] that", FOLDED},
      /* What denies the quotation is not left out … */
      {"A did not attack B.", "A did \u2026 attack B", NULL, ABSENT},
      {"A did \u201Cnot\u201D attack B.", "A did [\u2026] attack B", NULL, ABSENT},
      {"A did not at any time attack B.", "A did ... attack B", NULL, ABSENT},
      {"A did, as it says itself, not attack B.", "A did ... attack B", NULL, ABSENT},
      {"A did not, as it says itself, attack B.", "A did ... attack B", NULL, ABSENT},
      {"A had still not been seen.", "A had ... seen", NULL, ABSENT},
      {"A didn't attack B.", "A ... attack B", NULL, ABSENT},
      {"A, they say, didn\u2019t attack B.", "A ... attack B", NULL, ABSENT},
      {"A attacked C, but not B.", "A attacked ... B", NULL, ABSENT},
      {"There were no survivors.", "There were ... survivors", NULL, ABSENT},
      {"A hat B in diesem Jahr nicht angegriffen.", "A hat B ... angegriffen", NULL, ABSENT},
      {"A griff B NICHT an.", "A griff B ... an", NULL, ABSENT},
      {"A n\u2019a pas attaqu\u00E9 B.", "A ... attaqu\u00E9 B", NULL, ABSENT},
      {"A n'a attaqu\u00E9 B.", "A ... attaqu\u00E9 B", NULL, ABSENT},
      {"A no atac\u00F3 a B.", "A ... atac\u00F3 a B", NULL, ABSENT},
      {"A jam\u00E1s atac\u00F3 a B.", "A ... atac\u00F3 a B", NULL, ABSENT},
      /* … but what denies something else may be, and what denies and is quoted. */
      {"Officials who could not be named said that A fell.", "Officials ... said that A fell",
       "Officials who could not be named said that A fell", ELIDED},
      {"It was, not surprisingly, false.", "It was ... false", "It was, not surprisingly, false", ELIDED},
      {"It fell. Nobody was there to see it. They fled.", "It fell ... They fled",
       "It fell. Nobody was there to see it. They fled", ELIDED},
      {"A did not ever attack B.", "A did not ... attack B", "A did not ever attack B", ELIDED},
      {"A did not attack B. A did then attack B.", "A did ... attack B", "A did then attack B", ELIDED},
      {"the no-\nrth gate", "the ... gate", "the no-\nrth gate", ELIDED},
      {"A did ne-\nver attack B.", "A did ... attack B", NULL, ABSENT},
      {"A knotted rope", "A ... rope", "A knotted rope", ELIDED},
      /* The shortest passage is meant. */
      {"A boy ran. A boy fell down.", "A boy \u2026 down", "A boy fell down", ELIDED},
      {"He hit her. She hit him, and him.", "hit \u2026 him", "hit him", ELIDED},
      /* A later place of one part lets the next one be near enough. */
      {"one x two x three", "one \u2026 x \u2026 three", "one x two x three", ELIDED},
      /* One blank line may be between two parts, more may not. */
      {"It fell.\n\nThey fled.", "It fell \u2026 They fled", "It fell.\n\nThey fled", ELIDED},
      {"It fell.\n\nSo.\n\nThey fled.", "It fell \u2026 They fled", NULL, ABSENT},
      {"It fell.\r\n \r\nThey fled.", "It fell \u2026 They fled", "It fell.\r\n \r\nThey fled", ELIDED},
  };
  check(cases, G_N_ELEMENTS(cases));
  for (guint n = RELATA_QUOTE_MOST_LEFT_OUT - 1; n <= RELATA_QUOTE_MOST_LEFT_OUT; n++) {
    g_autofree char *filling = g_strnfill(n - 1, 'x'); /* and a blank on each side */
    g_autofree char *text = g_strdup_printf("begin %s end", filling);
    g_autofree char *words = taken(text, "begin \u2026 end", NULL);
    g_assert_cmpint(words != NULL, ==, n + 1 <= RELATA_QUOTE_MOST_LEFT_OUT);
  }
}

/* A quotation that stops within a word or a number says something else. */
static void
test_boundaries(void)
{
  static const struct {
    const char *text, *quote;
    gboolean stands;
  } cases[] = {
      {"in the USA now", "in the US", FALSE},
      {"in the US.", "in the US", TRUE},
      {"abuse", "us", FALSE},
      {"pledged to ISIS-K", "pledged to ISIS", FALSE},
      {"non-combatants died", "combatants died", FALSE},
      {"anti\u2010Taliban forces", "Taliban forces", FALSE},
      {"in Kabul\u2014the third", "in Kabul", TRUE},
      {"in Kabul -- the third", "the third", TRUE},
      {"they can't go", "they can", FALSE},
      {"they can\u2019t go", "they can", FALSE},
      {"Kabul's airport", "Kabul", TRUE},
      {"l'attaque de Kaboul", "attaque de Kaboul", TRUE},
      {"il n'attaque personne", "attaque personne", FALSE},
      {"said O'Brien", "Brien", FALSE},
      {"paid \u20AC14.2 million", "paid \u20AC14", FALSE},
      {"paid \u20AC14.2 million", "2 million", FALSE},
      {"killed 1,200 men", "killed 1", FALSE},
      {"killed 1,200 men", "200 men", FALSE},
      {"killed 12, wounded 20", "killed 12", TRUE},
      {"at 10:30 today", "at 10", FALSE},
      {"fell to -5 degrees", "5 degrees", FALSE},
      {"fell to \u22125 degrees", "5 degrees", FALSE},
      {"in 2020\u20132021 only", "in 2020", FALSE},
      {"rose by 5% then", "rose by 5", FALSE},
      {"the U.S. army", "the U", FALSE},
      {"it ended.The army", "The army", TRUE},
      {"the 14th of May", "the 14", FALSE},
      {"a_b", "a", FALSE},
      {"(the US)", "the US", TRUE},
      {"\u7F8E\u56FD\u519B\u961F\u64A4\u51FA", "\u519B\u961F", TRUE},
      {"US\u8ECD\u304C", "US", TRUE},
      {"\u0915\u0941\u0932 \u0905", "\u0915\u0932", FALSE},
      {"\u0915\u0941\u0932 \u0905", "\u0915", FALSE},
      {"stra\u00DFe", "stras", FALSE},
      {"a \u00DF b", "s b", FALSE},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_test_message("'%s' in '%s'", cases[i].quote, cases[i].text);
    g_autofree char *words = taken(cases[i].text, cases[i].quote, NULL);
    g_assert_cmpint(words != NULL, ==, cases[i].stands);
  }
}

static void
test_places(void)
{
  g_auto(Indexed) document = indexed("the US won. \u201CThe us\u201D lost. And the US drew.");
  static const struct {
    const char *quote, *prefix, *suffix;
    guint start, n;
    gboolean out_of_context;
  } cases[] = {
      {"the US", NULL, NULL, 0, 2, FALSE}, /* the two that are written so */
      {"THE US", NULL, NULL, 0, 3, FALSE},
      {"the US", NULL, " drew", 31, 1, FALSE},
      {"the US", "and ", NULL, 31, 1, FALSE},
      {"the US", "AND", "DREW.", 31, 1, FALSE},
      {"the US", "won. \"", "\" lost", 13, 1, FALSE},
      {"the US", "won", "drew", 0, 2, TRUE},
      {"the US", "this is longer than all that is before it in the whole of the text", NULL, 0, 2, TRUE},
      {"the US", "", "", 0, 2, FALSE},
      {"US \u2026 drew", NULL, NULL, 35, 1, FALSE},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    const RelataQuoteFound found =
        relata_quotes_find(document.quotes, cases[i].quote, cases[i].prefix, cases[i].suffix);
    g_test_message("case %u", i);
    g_assert_cmpuint(found.span.start, ==, cases[i].start);
    g_assert_cmpuint(found.n_places, ==, cases[i].n);
    g_assert_cmpint(found.out_of_context, ==, cases[i].out_of_context);
  }
}

static void
test_covers(void)
{
  static const struct {
    const char *text, *quote;
    gboolean covers;
  } cases[] = {
      {"The US\n left", "the us left", TRUE},      {"The US left Kabul", "The US \u2026 Kabul", TRUE},
      {"The US left Kabul", "The US left", FALSE}, {"\u201CThe US left\u201D", "the US left", TRUE},
      {"The US left", "\"The US left\"", TRUE},    {"The US left", "The US stayed", FALSE},
      {" The US left ", "The US left", TRUE},      {"", "x", FALSE},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_auto(Indexed) document = indexed(cases[i].text);
    g_assert_cmpint(relata_quotes_covers(document.quotes, cases[i].quote), ==, cases[i].covers);
  }
}

static void
test_nearest(void)
{
  g_auto(Indexed) document =
      indexed("Harbour contract\n\nThe port paid Baltrum. Baltrum belongs to Joris Kade, a man "
              "of Marens. The mayor of Marens resigned.");
  static const struct {
    const char *quote, *passage;
  } cases[] = {
      {"Baltrum is the property of the criminal Joris Kade",
       "Baltrum belongs to Joris Kade, a man of Marens."},
      {"The mayor of Marens did not resign", "The mayor of Marens resigned."},
      {"Something else entirely", NULL},
      {"", NULL},
      {"\u2026!?", NULL},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    const RelataSpan span = relata_quotes_nearest(document.quotes, cases[i].quote);
    g_autofree char *passage = relata_span_is_set(span) ? relata_text_slice(document.text, span) : NULL;
    if (cases[i].passage == NULL)
      g_assert_null(passage);
    else
      g_assert_nonnull(strstr(passage, cases[i].passage));
  }
}

/* Nothing that is quoted or indexed does harm. */
static void
test_hostile(void)
{
  static const char *const nothing[] = {
      "",  " ",  "\n", "...", "\u2026", "[\u2026]", "(...)", "\u2026 \u2026", "\"",      "\"\"", "\"\u2026\"",
      "-", "--", "!?", ".",   "\u00AD", "\u0301",   "[",     "]\u2026[",      "\" \" \""};
  static const char *const texts[] = {"",       " ",     "a",        "\u2026",       "\u0301",
                                      "\"\"\"", "- - -", "a\u2026a", "!?.-\"\u2026", "\u20AC"};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_auto(Indexed) document = indexed(texts[i]);
    for (guint k = 0; k < G_N_ELEMENTS(nothing); k++) {
      g_assert_cmpint(relata_quotes_find(document.quotes, nothing[k], nothing[k], nothing[k]).fit, ==,
                      ABSENT);
      g_assert_false(relata_span_is_set(relata_quotes_nearest(document.quotes, nothing[k])));
      g_assert_false(relata_quotes_covers(document.quotes, nothing[k]));
    }
    const RelataQuoteFound found =
        relata_quotes_find(document.quotes, "longer than \u2026 the text", "x", NULL);
    g_assert_cmpint(found.fit, ==, ABSENT);
  }
  g_auto(Indexed) symbol = indexed("he paid in \u20AC");
  g_assert_cmpint(relata_quotes_find(symbol.quotes, "\u20AC", NULL, NULL).fit, ==, EXACT);
}

static char *
repeated(const char *unit, guint n)
{
  GString *text = g_string_sized_new(strlen(unit) * n);
  for (guint i = 0; i < n; i++)
    g_string_append(text, unit);
  return g_string_free(text, FALSE);
}

/* What repeats itself costs no more than its length: else this does not end before CTest ends it. */
static void
test_repeating(void)
{
  static const char *const units[] = {"a ",     "a",     "a \u2026 ",     "\u20AC", "\"a\" ", ". ",  "a-",
                                      "\u0301", "a\n\n", "\u1EC7\u0301 ", "a-\n",   "\n",     "-\n "};
  const guint length = many(5000);
  for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
    g_autofree char *text = repeated(units[i], length);
    g_auto(Indexed) document = indexed(text);
    for (guint n = 1; n < length; n *= 12) {
      g_autofree char *same = repeated(units[i], n);
      g_autofree char *other = g_strconcat(same, "b", NULL);
      g_autofree char *elided = g_strconcat(same, " \u2026 ", same, " \u2026 b", NULL);
      const char *const quotes[] = {same, other, elided};
      for (guint k = 0; k < G_N_ELEMENTS(quotes); k++) {
        const gint64 since = g_get_monotonic_time();
        relata_quotes_find(document.quotes, quotes[k], "a", "a");
        relata_quotes_nearest(document.quotes, quotes[k]);
        g_test_message("unit %u, %u times, quote %u: %.3f s", i, n, k,
                       (double)(g_get_monotonic_time() - since) / 1e6);
      }
    }
  }
}

/* Folding by parts is folding of the whole: from any unit on, the output is the same. */
static void
test_walk(void)
{
  const char *text =
      "Il \u00AB\u00A0dit \u2018oui\u2019\u00A0\u00BB \u2014 e\u0301t\u00E9 . . . fin\u2026 A\u00ADb  c\n\nd -- e";
  RelataFoldCache *cache = relata_fold_cache_new();
  g_autoptr(GString) whole = g_string_new(NULL);
  RelataFolder folder = {.cache = cache, .at = text};
  g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(RelataFolder));
  while (relata_folder_next(&folder, whole))
    g_array_append_val(starts, folder);
  g_assert_cmpstr(whole->str, ==, "il\"dit\"oui\"-e\u0301te\u0301\u2026fin\u2026ab c d-e");
  for (guint i = 0; i < starts->len; i++) {
    const RelataFolder *unit = &g_array_index(starts, RelataFolder, i);
    g_autoptr(GString) rest = g_string_new(NULL);
    RelataFolder again = {.cache = cache, .at = unit->from};
    while (relata_folder_next(&again, rest))
      ;
    g_assert_cmpstr(rest->str, ==, whole->str + unit->start);
  }
  relata_fold_cache_free(cache);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/corpus/quote/folded", test_folded);
  g_test_add_func("/corpus/quote/breaks", test_breaks);
  g_test_add_func("/corpus/quote/elided", test_elided);
  g_test_add_func("/corpus/quote/boundaries", test_boundaries);
  g_test_add_func("/corpus/quote/places", test_places);
  g_test_add_func("/corpus/quote/covers", test_covers);
  g_test_add_func("/corpus/quote/nearest", test_nearest);
  g_test_add_func("/corpus/quote/hostile", test_hostile);
  g_test_add_func("/corpus/quote/repeating", test_repeating);
  g_test_add_func("/corpus/quote/walk", test_walk);
  return g_test_run();
}
