/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ends of states that were once written for "when the text said so" are counted, once for the corpus. */
#include "small_corpus.h"

/* A claim of "leads", or with `event` of "meets", in a document of its own. */
static void
add(RelataCorpus *corpus, const char *document, const char *published, const char *when, gboolean event)
{
  const guint index = small_claim(corpus, "a", event ? "meets" : "leads", "b", document);
  RelataClaim *claim = (RelataClaim *)(gsize)relata_corpus_claim(corpus, index);
  gboolean again;
  claim->said.id = relata_corpus_intern(corpus, document);
  RelataDocument *found = relata_corpus_declare_document(corpus, document, SMALL_NOWHERE, &again);
  g_assert_true(published == NULL ||
                relata_date_parse(relata_corpus_intern(corpus, published), &found->published, NULL));
  g_assert_true(when == NULL ||
                relata_date_parse(relata_corpus_intern(corpus, when), &claim->said.when, NULL));
}

static const RelataDiagnostic *
find_note(const RelataDiagnostics *diagnostics)
{
  const RelataDiagnostic *found = NULL;
  for (guint i = 0; i < relata_diagnostics_n_kept(diagnostics); i++) {
    const RelataDiagnostic *one = relata_diagnostics_get(diagnostics, i);
    if (!g_str_equal(one->code, "open-beginning"))
      continue;
    g_assert_null(found); /* once */
    found = one;
  }
  return found;
}

static RelataCorpus *
new_corpus(void)
{
  RelataCorpus *corpus = relata_corpus_new();
  relata_schema_declare_relation_type(relata_corpus_schema(corpus), "meets", SMALL_NOWHERE)->event = TRUE;
  return corpus;
}

static void
test_rows(void)
{
  static const struct {
    const char *published, *when;
    gboolean event, noted;
  } rows[] = {
      {"2021-08-30", "../2021-08", FALSE, TRUE},
      {"2021-08-30", "../2021", FALSE, TRUE},
      {"2021-08-30", "../2021-08-30", FALSE, TRUE},
      {"2021-08-30~", "../2021-08-26", FALSE, TRUE},
      {"2021-09-03", "../2021-08", FALSE, TRUE},
      {"2021-09-20", "../2021-08", FALSE, FALSE},
      {"2021-08-30", "../2021-08-22", FALSE, FALSE},
      {"2021-08-30", "../2020-06", FALSE, FALSE},
      {"2021-08-30", "../2021-09", FALSE, FALSE},
      {"2021-08", "../2021-08-10", FALSE, TRUE},
      {"2021-08-30", "/2021-08", FALSE, FALSE},
      {"2021-08-30", "2021-08", FALSE, FALSE},
      {"2021-08-30", "2020/2021-08", FALSE, FALSE},
      {"2021-08-30", NULL, FALSE, FALSE},
      {NULL, "../2021-08", FALSE, FALSE},
      {"2021-08-30", "../2021-08", TRUE, FALSE}, /* an event by then is no state */
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_test_message("%s in %s", rows[i].when, rows[i].published);
    g_autoptr(RelataCorpus) corpus = new_corpus();
    g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
    add(corpus, "d", rows[i].published, rows[i].when, rows[i].event);
    relata_corpus_finish(corpus, diagnostics);
    g_assert_cmpint(find_note(diagnostics) != NULL, ==, rows[i].noted);
  }
}

static void
test_words(void)
{
  g_autoptr(RelataCorpus) corpus = new_corpus();
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  add(corpus, "d0", "2021-08-30", "2021-08", FALSE);
  add(corpus, "d1", "2021-08-30", "../2021-08", FALSE);
  add(corpus, "d2", "2021-08-31", "../2021-08", FALSE);
  relata_corpus_finish(corpus, diagnostics);
  const RelataDiagnostic *note = find_note(diagnostics);
  g_assert_nonnull(note);
  g_assert_cmpint((int)note->severity, ==, (int)RELATA_NOTE);
  g_assert_cmpstr(note->message, ==,
                  "2 claims of a state say that it ended about when the document was published, such as 'd1' "
                  "by '../2021-08'");
  g_assert_cmpstr(note->hint, ==, "if it still held then, write '2021-08', or no date");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/corpus/open-beginning/rows", test_rows);
  g_test_add_func("/corpus/open-beginning/words", test_words);
  return g_test_run();
}
