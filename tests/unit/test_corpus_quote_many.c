/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A thousand quotations in which a number, a name, a negation, an opposite or a dropped word makes another
 * sense: none is accepted. A thousand faithful ones, wrapped, quoted, cased, composed and elided otherwise
 * than the text: all are found, where they were taken from. The texts are made here, so where everything
 * stands is known. Every other one divides words at the ends of its lines. */
#include "corpus/quote.h"

#include <string.h>

#define N_QUOTES    1000
#define N_DOCUMENTS 20
#define N_SENTENCES 120

static const char *const names[] = {"Joris Kade",      "Elke Vossen",        "Mira Falk",   "Paul Ohm",
                                    "ISIS\u2011K",     "the Taliban",        "José Núñez",  "General D'Ambra",
                                    "Müller",          "the Port Authority", "Šahbāz Khān", "a US-led force",
                                    "an air-sea group"};
static const char *const acts[][2] = {
    {"attacked", "defended"}, {"bought", "sold"},    {"praised", "condemned"}, {"joined", "left"},
    {"raised", "lowered"},    {"freed", "arrested"}, {"admitted", "denied"},   {"supported", "opposed"}};
static const char *const objects[] = {
    "the harbour",   "a bank in Zürich",           "the airport\u2019s north gate",
    "two convoys",   "the \u201Cblack\u201D fund", "a court \u2014 the highest \u2014",
    "the old bridge"};
static const char *const tails[] = {"before the vote",      "according to records",
                                    "in the second week",   "as both had agreed",
                                    "while others watched", "at the minister's request"};

/* A sentence of a text, and the words that a quotation of it could change. */
typedef struct {
  const char *name, *act, *opposite;
  guint number;
  gboolean denied;
  char *words;
  char *written; /* as it stands in the text */
  guint start;   /* in the text, in code points */
} Sentence;

typedef struct {
  RelataText *text;
  RelataQuotes *quotes;
  Sentence sentences[N_SENTENCES];
} Document;

#define PICK(random, list) ((list)[g_rand_int_range(random, 0, G_N_ELEMENTS(list))])

static char *
sentence_words(const Sentence *sentence, const char *object, const char *tail)
{
  return g_strdup_printf("%s %s%s %s with %u men %s", sentence->name, sentence->denied ? "never " : "",
                         sentence->act, object, sentence->number, tail);
}

/* Divides words, and lines after hyphens, where a typesetter might. */
static char *
break_words(const char *words, GRand *random)
{
  GString *broken = g_string_new(NULL);
  gunichar before = ' ';
  gboolean divided = FALSE; /* once is enough for one word */
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    const gboolean within = g_unichar_islower(before) && g_unichar_islower(c);
    const gboolean here = within && !divided && g_rand_int_range(random, 0, 9) == 0;
    divided = (divided && g_unichar_isalpha(c)) || here;
    if (here)
      g_string_append(broken, g_rand_boolean(random) ? "-\n" : "\u2010\r\n  ");
    else if (before == '-' && g_rand_boolean(random))
      g_string_append_c(broken, '\n');
    g_string_append_unichar(broken, c);
    before = c;
  }
  return g_string_free(broken, FALSE);
}

static void
write_document(Document *document, GRand *random, guint number)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < N_SENTENCES; i++) {
    Sentence *sentence = &document->sentences[i];
    const guint act = (guint)g_rand_int_range(random, 0, G_N_ELEMENTS(acts));
    const guint way = (guint)g_rand_int_range(random, 0, 2);
    sentence->name = PICK(random, names);
    sentence->act = acts[act][way];
    sentence->opposite = acts[act][!way];
    sentence->denied = g_rand_int_range(random, 0, 3) == 0;
    sentence->number =
        1000 + (number * N_SENTENCES + i) * 7; /* of this sentence only; no number is another's part */
    const char *object = PICK(random, objects);
    sentence->words = sentence_words(sentence, object, PICK(random, tails));
    sentence->written = number % 2 == 1 ? break_words(sentence->words, random) : g_strdup(sentence->words);
    sentence->start = (guint)g_utf8_strlen(text->str, (gssize)text->len);
    g_string_append_printf(text, "%s.%s", sentence->written, i % 5 == 4 ? "\n\n" : " ");
  }
  document->text = relata_text_new(text->str, text->len);
  document->quotes = relata_quotes_new(document->text);
}

static Document *
write_documents(GRand *random)
{
  Document *documents = g_new0(Document, N_DOCUMENTS);
  for (guint i = 0; i < N_DOCUMENTS; i++)
    write_document(&documents[i], random, i);
  return documents;
}

static void
free_documents(Document *documents)
{
  for (guint i = 0; i < N_DOCUMENTS; i++) {
    relata_quotes_free(documents[i].quotes);
    relata_text_free(documents[i].text);
    for (guint k = 0; k < N_SENTENCES; k++) {
      g_free(documents[i].sentences[k].words);
      g_free(documents[i].sentences[k].written);
    }
  }
  g_free(documents);
}

static char *
replace(const char *words, const char *old, const char *new)
{
  g_auto(GStrv) parts = g_strsplit(words, old, 2);
  g_assert_nonnull(parts[1]);
  return g_strconcat(parts[0], new, parts[1], NULL);
}

/* ── What says something else ────────────────────────────────────────────────────────────── */

static char *
swap_number(const Sentence *sentence, GRand *random)
{
  g_autofree char *old = g_strdup_printf("%u", sentence->number);
  g_autofree char *new = g_strdup_printf("%u", sentence->number + (guint)g_rand_int_range(random, 1, 7));
  return replace(sentence->words, old, new);
}

static char *
swap_name(const Sentence *sentence, GRand *random)
{
  const char *other = sentence->name;
  while (strcmp(other, sentence->name) == 0)
    other = PICK(random, names);
  return replace(sentence->words, sentence->name, other);
}

static char *
swap_negation(const Sentence *sentence, GRand *random)
{
  (void)random;
  g_autofree char *negated = g_strconcat("never ", sentence->act, NULL);
  return sentence->denied ? replace(sentence->words, negated, sentence->act)
                          : replace(sentence->words, sentence->act, negated);
}

static char *
swap_opposite(const Sentence *sentence, GRand *random)
{
  (void)random;
  return replace(sentence->words, sentence->act, sentence->opposite);
}

/* Leaves out what denies, with an ellipsis, and perhaps what stands after it. */
static char *
elide_negation(const Sentence *sentence, GRand *random)
{
  g_autofree char *negated = g_strconcat("never ", sentence->act, NULL);
  if (!sentence->denied)
    return swap_negation(sentence, random);
  return g_rand_boolean(random) ? replace(sentence->words, "never", "[\u2026]")
                                : replace(sentence->words, negated, "...");
}

/* Drops a word within, because what drops one at an end is still a quotation. */
static char *
drop_word(const Sentence *sentence, GRand *random)
{
  g_auto(GStrv) words = g_strsplit(sentence->words, " ", -1);
  const guint dropped = (guint)g_rand_int_range(random, 1, (gint)g_strv_length(words) - 1);
  GString *rest = g_string_new(NULL);
  for (guint i = 0; words[i] != NULL; i++)
    if (i != dropped)
      g_string_append_printf(rest, "%s%s", i > 0 ? " " : "", words[i]);
  return g_string_free(rest, FALSE);
}

static void
test_false(void)
{
  static char *(*const changes[])(const Sentence *, GRand *) = {swap_number,   swap_name, swap_negation,
                                                                swap_opposite, drop_word, elide_negation};
  g_autoptr(GRand) random = g_rand_new_with_seed(11);
  Document *documents = write_documents(random);
  guint n_near = 0;
  for (guint i = 0; i < N_QUOTES; i++) {
    Document *document = &documents[i % N_DOCUMENTS];
    const Sentence *sentence = &document->sentences[g_rand_int_range(random, 0, N_SENTENCES)];
    g_autofree char *quote = changes[i % G_N_ELEMENTS(changes)](sentence, random);
    const RelataQuoteFound found = relata_quotes_find(document->quotes, quote, NULL, NULL);
    if (found.fit != RELATA_QUOTE_ABSENT)
      g_error("accepted '%s' for '%s'", quote, sentence->words);
    /* The message names the sentence that was meant. */
    const RelataSpan near_by = relata_quotes_nearest(document->quotes, quote);
    g_assert_true(relata_span_is_set(near_by));
    n_near += near_by.start < sentence->start + (guint)g_utf8_strlen(sentence->written, -1) &&
              near_by.end > sentence->start;
  }
  /* Others may have more of its words, where the number is not among them. */
  g_assert_cmpuint(n_near, >=, N_QUOTES * 7 / 10);
  free_documents(documents);
}

/* ── What is faithful ────────────────────────────────────────────────────────────────────── */

static char *
rewrap(const char *words, GRand *random)
{
  static const char *const blanks[] = {"\n", "\r\n", "\u00A0", "  ", "\t", " \n    ", "\u2009"};
  GString *wrapped = g_string_new(NULL);
  for (const char *at = words; *at != '\0'; at++) {
    if (*at == ' ' && g_rand_boolean(random))
      g_string_append(wrapped, PICK(random, blanks));
    else
      g_string_append_c(wrapped, *at);
  }
  return g_string_free(wrapped, FALSE);
}

static char *
requote(const char *words, GRand *random)
{
  static const char *const open[] = {"\"", "\u00AB\u00A0", "\u201E", "\u2018", "\u2039"};
  static const char *const shut[] = {"\"", "\u00A0\u00BB", "\u201C", "\u2019", "\u203A"};
  static const char *const dashes[] = {" - ", "\u2014", " \u2013 ", "--"};
  const guint way = (guint)g_rand_int_range(random, 0, G_N_ELEMENTS(open));
  g_autoptr(GString) quoted = g_string_new(words);
  g_string_replace(quoted, "\u201C", open[way], 0);
  g_string_replace(quoted, "\u201D", shut[way], 0);
  g_string_replace(quoted, "\u2019", "'", 0);
  g_string_replace(quoted, " \u2014 ", PICK(random, dashes), 0);
  g_string_replace(quoted, "\u2011", g_rand_boolean(random) ? "-" : "\u2010", 0);
  return g_strdup_printf("%s%s%s", open[way], quoted->str, shut[way]);
}

static char *
recase(const char *words, GRand *random)
{
  return g_rand_boolean(random) ? g_utf8_strup(words, -1) : g_utf8_strdown(words, -1);
}

static char *
recompose(const char *words, GRand *random)
{
  g_autofree char *composed =
      g_utf8_normalize(words, -1, g_rand_boolean(random) ? G_NORMALIZE_NFD : G_NORMALIZE_NFC);
  GString *soft = g_string_new(NULL); /* with soft hyphens and byte order marks */
  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char(at)) {
    if (!g_unichar_ismark(g_utf8_get_char(at)) && g_rand_int_range(random, 0, 9) == 0)
      g_string_append(soft, g_rand_boolean(random) ? "\u00AD" : "\uFEFF");
    g_string_append_unichar(soft, g_utf8_get_char(at));
  }
  return g_string_free(soft, FALSE);
}

/* Leaves out words within, but not what denies, and the ends are as they were. */
static char *
elide(const char *words, GRand *random)
{
  static const char *const ellipses[] = {"\u2026", "...", "[\u2026]", "[...]", "(\u2026)", ". . ."};
  g_auto(GStrv) all = g_strsplit(words, " ", -1);
  const gint n = (gint)g_strv_length(all);
  gint from, to;
  gboolean denies;
  do {
    from = g_rand_int_range(random, 2, n - 4);
    to = g_rand_int_range(random, from, n - 4);
    denies = FALSE;
    for (gint i = from; i <= to; i++)
      denies = denies || g_str_equal(all[i], "never");
  } while (denies);
  GString *elided = g_string_new(NULL);
  for (gint i = 0; i < n; i++) {
    if (i < from || i > to)
      g_string_append_printf(elided, "%s%s", i > 0 ? " " : "", all[i]);
    else if (i == from)
      g_string_append_printf(elided, " %s", PICK(random, ellipses));
  }
  return g_string_free(elided, FALSE);
}

static void
test_faithful(void)
{
  static char *(*const changes[])(const char *, GRand *) = {rewrap, requote, recase, recompose, elide};
  g_autoptr(GRand) random = g_rand_new_with_seed(12);
  Document *documents = write_documents(random);
  for (guint i = 0; i < N_QUOTES; i++) {
    Document *document = &documents[i % N_DOCUMENTS];
    const Sentence *sentence = &document->sentences[g_rand_int_range(random, 0, N_SENTENCES)];
    /* One change, or two at once. */
    g_autofree char *once = changes[i % G_N_ELEMENTS(changes)](sentence->words, random);
    g_autofree char *twice = changes[i / 7 % 4](once, random);
    const char *quote = i % 2 == 0 ? once : twice;
    const RelataQuoteFound found = relata_quotes_find(document->quotes, quote, NULL, NULL);
    if (found.fit == RELATA_QUOTE_ABSENT)
      g_error("refused '%s' for '%s'", quote, sentence->words);
    g_autofree char *taken = relata_text_slice(document->text, found.span);
    /* Where the number was left out, a like sentence may be meant. */
    g_autofree char *number = g_strdup_printf("%u", sentence->number);
    if (strstr(quote, number) != NULL) {
      g_assert_cmpuint(found.span.start, ==, sentence->start);
      g_assert_cmpstr(taken, ==, sentence->written);
    }
  }
  free_documents(documents);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/corpus/quote/false", test_false);
  g_test_add_func("/corpus/quote/faithful", test_faithful);
  return g_test_run();
}
