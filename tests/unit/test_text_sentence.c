/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where sentences begin and end, in any script: one row for each rule. */
#include "text/sentence.h"

#include <string.h>

/* In each, the sentence around the words between ‹ and › is what stands between ⟦ and ⟧. */
static const struct {
  const char *rule, *example;
} rows[] = {
    {"a full stop before a capital", "⟦The ‹Taliban› took Kabul.⟧ Then it was quiet."},
    {"a full stop before a capital", "It was quiet. ⟦Then ‹they› came.⟧"},
    {"not before a small letter", "⟦It rose by approx. three ‹feet›.⟧ Then it fell."},
    {"before a number", "⟦The ‹shelling› went on.⟧ 13 people died."},
    {"before other signs", "⟦It ‹cost› much.⟧ $500 was paid."},
    {"the whole, where nothing ends it", "⟦No end and no ‹beginning›⟧"},
    {"several, where they are asked for", "All. ⟦‹Both sentences. Are› spanned here.⟧ And not this."},
    {"no white space at the ends", "  ⟦  ‹x›  ⟧  "},

    {"a line break alone ends none", "⟦Ann Roe met\nBob ‹Doe› in Elbonia.⟧ They talked."},
    {"a line break alone ends none",
     "⟦The leader of the\nRed ‹militia› left\nfor the north.⟧\nHe came back."},
    {"a line break alone ends none", "⟦One\r\n‹two›\r\nthree.⟧\r\nFour."},
    {"a stop at a line's end", "One line.\r\n⟦Another ‹line›.⟧\r\nThird."},
    {"a blank line ends one", "A heading\n\n⟦The ‹text› of it.⟧"},
    {"a blank line ends one", "⟦A ‹heading›⟧\r\n \t\r\nThe text of it."},
    {"a form feed ends one", "A page\f⟦Another ‹page›⟧"},
    {"a heading before a paragraph in one line",
     "The fall of Grund \n⟦The ‹Red› militia took the town of Grund in the early morning of a day in May, and its leader "
     "said so on the radio in the evening, before the whole country.⟧ Nobody answered."},

    {"titles", "⟦A man known as Mr. ‹Q› spoke.⟧ Nobody heard him."},
    {"titles", "⟦Dr. Kade, Gen. Roe and Prof. ‹Doe› came.⟧ They ate."},
    {"titles", "⟦The ex-Gen. ‹Roe› came.⟧ He ate."},
    {"single initials", "⟦J. Kade ‹warned› of it.⟧ He did."},
    {"single initials", "⟦It was J. R. R. ‹Kade›.⟧ He left."},
    {"single initials", "⟦He read J.-P. ‹Roe›.⟧ He liked it."},
    {"single initials", "⟦\u00c9. Roe ‹came›.⟧ He ate."},
    {"single initials", "⟦E\u0301. Roe ‹came›.⟧ He ate."},
    {"single initials",
     "⟦\u0410. \u0421. \u041a\u0430\u0434\u0435 ‹\u043f\u0440\u0438\u0448\u0451\u043b›.⟧ \u041e\u043d \u0435\u043b."},
    {"stops within abbreviations", "⟦The U.S. ‹forces› left.⟧ Others stayed."},
    {"stops within abbreviations", "⟦The U.S. Army left in ‹August›.⟧ Others stayed."},
    {"stops within abbreviations", "⟦They ‹left› the U.S.⟧ The others stayed."},
    {"stops within abbreviations", "⟦Some, e.g. Ann ‹Roe›, left.⟧ Others stayed."},
    {"numbers", "⟦Some 3.5 ‹million› fled.⟧ More followed."},
    {"numbers", "⟦See no. 5 of the ‹list›.⟧ It is long."},
    {"numbers", "⟦They ‹killed› 13.⟧ The army denied it."},
    {"numbers", "⟦It was on 26 ‹August› 2021.⟧\n13 soldiers died."},
    {"numbers", "⟦They ‹killed› 13.⟧ 18 were wounded."},
    {"numbers", "⟦1. The ‹army› left.⟧ 2. The militia came."},
    {"addresses", "⟦See www.example.org/News.html for ‹more›.⟧ It is free."},
    {"addresses", "⟦It ‹says› so at example.org.⟧ Others deny it."},

    {"marks other than the full stop", "⟦Was ‹it› they?!⟧ Yes."},
    {"marks other than the full stop", "⟦Was it ‹they›‽⟧ Yes."},
    {"an ellipsis", "⟦He ‹waited› …⟧ Nobody came."},
    {"an ellipsis", "⟦He waited... and ‹left›.⟧ Nobody came."},
    {"an ellipsis", "He waited... ⟦‹Nobody› came.⟧"},
    {"quotation marks and brackets close with it", "⟦\"Who are ‹they›?\"⟧ The answer came late."},
    {"quotation marks and brackets close with it", "⟦He asked: \"‹who›?\" and left.⟧ Nobody knew."},
    {"quotation marks and brackets close with it", "⟦«Nous ‹partons›.»⟧ Ils partirent."},
    {"quotation marks and brackets close with it", "⟦(He ‹left›.)⟧ She stayed."},
    {"quotation marks and brackets open the next", "He left. ⟦“We ‹stay›,” she said.⟧"},
    {"footnotes close with it", "⟦He ‹left›.[12]⟧ She stayed."},
    {"footnotes close with it", "He left.² ⟦She ‹stayed›.⟧"},

    {"German: ordinals", "⟦Am 3. Oktober ‹kam› er.⟧ Sie ging."},
    {"German: ordinals", "⟦Er kam am 3. 10. 2021 nach ‹Grund›.⟧ Sie ging."},
    {"German: ordinals", "⟦Im 19. Jahrhundert ‹kam› er.⟧ Sie ging."},
    {"German: ordinals", "⟦Er führte die 2. Armee nach ‹Grund›.⟧ Sie floh."},
    {"German: years are none", "⟦Er ‹kam› im Jahr 2021.⟧ Sie ging."},
    {"German: abbreviations", "⟦Einige, z. B. Ann ‹Roe›, kamen.⟧ Sie aßen."},
    {"German: abbreviations", "⟦Einige, z.B. Ann ‹Roe›, kamen.⟧ Sie aßen."},
    {"German: abbreviations", "⟦Um 50 v. Chr. ‹kam› er.⟧ Sie ging."},
    {"German: abbreviations", "⟦Nr. 5 und Abs. 3 ‹gelten›.⟧ Mehr nicht."},
    {"German: quotation marks", "⟦„Wir ‹gehen›.“⟧ Sie blieb."},

    {"Spanish: abbreviations", "⟦El Sr. Roe y la Dra. ‹Doe› vinieron.⟧ Comieron."},
    {"Spanish: abbreviations", "⟦Las tropas de EE. UU. ‹salieron›.⟧ Otras no."},
    {"Spanish: inverted marks", "Vinieron. ⟦¿Quién ‹es›?⟧ Nadie."},

    {"Chinese", "⟦红军‹进攻›北城。⟧蓝军撤退。"},
    {"Chinese", "红军进攻北城。⟦蓝军‹撤退›！⟧谁知道？"},
    {"Chinese: quotation marks close with it", "⟦他说：“我们‹走›。”⟧她留下了。"},
    {"Chinese: a comma ends none", "⟦红军进攻北城，蓝军‹撤退›。⟧"},
    {"Chinese: a line break alone ends none", "⟦红军进攻\n‹北城›。⟧"},
    {"Japanese", "⟦赤軍は‹北›へ進んだ。⟧青軍は退いた。"},
    {"Japanese: half width", "⟦赤軍は‹北›へ進んだ｡⟧青軍は退いた｡"},
    {"wide full stops", "⟦红军‹进攻›北城．⟧蓝军撤退．"},
    {"wide full stops in numbers", "⟦约１．５万‹人›逃走。⟧其他人留下。"},
    {"Korean", "⟦붉은 군대가 ‹북쪽›으로 갔다.⟧ 푸른 군대는 물러났다."},

    {"Arabic", "⟦هاجمت ‹القوات› المدينة.⟧ ثم انسحبت."},
    {"Arabic", "⟦‹هل› هو؟⟧ نعم هو."},
    {"Arabic: initials", "⟦جاء د. ‹أحمد› اليوم.⟧ ثم ذهب."},
    {"Urdu", "⟦فوج ‹شہر› میں آئی۔⟧ پھر چلی گئی۔"},
    {"Hebrew", "⟦הצבא ‹נכנס› לעיר.⟧ אחר כך יצא."},
    {"Hindi", "⟦सेना ‹शहर› में आई।⟧ फिर चली गई।"},
    {"Hindi: full stops", "⟦सेना ‹शहर› में है.⟧ फिर चली गई."},
    {"Hindi: titles and initials", "⟦डॉ. ए. पी. ‹काडे› आए।⟧ फिर गए।"},
    {"Bengali", "⟦সেনা ‹শহরে› এল।⟧ তারপর গেল।"},
    {"Vietnamese", "⟦Quân đỏ vào ‹TP. Hồ Chí Minh›.⟧ Quân xanh rút."},
    {"Vietnamese: words of one letter", "⟦Họ đã ‹đồng› ý.⟧ Anh đi."},
    {"Armenian", "⟦Բանակը ‹մտավ› քաղաք։⟧ Հետո գնաց։"},
    {"Amharic", "⟦ሠራዊቱ ‹ወደ› ከተማ ገባ።⟧ ከዚያም ሄደ።"},
    {"Burmese", "⟦တပ်မတော် ‹မြို့›သို့ဝင်သည်။⟧ ထို့နောက် ထွက်သည်။"},
    {"Georgian has no capitals", "⟦ჯარი ‹ქალაქში› შევიდა.⟧ მერე წავიდა."},
    {"Russian: abbreviations", "⟦В 2014 г. Армия ‹ушла›.⟧ Она не вернулась."},
    {"Greek", "⟦Ο στρατός ‹μπήκε›.⟧ Μετά έφυγε."},
};

/* Returns the row's text without the marks; at[] are their positions. */
static char *
unmarked(const char *example, guint at[4])
{
  static const char *const marks[] = {"⟦", "⟧", "‹", "›"};
  GString *plain = g_string_new(NULL);
  guint position = 0;
  for (const char *c = example; *c != '\0'; c = g_utf8_next_char(c)) {
    gboolean is_mark = FALSE;
    for (guint m = 0; m < 4; m++)
      if (g_str_has_prefix(c, marks[m])) {
        at[m] = position;
        is_mark = TRUE;
      }
    if (is_mark)
      continue;
    g_string_append_unichar(plain, g_utf8_get_char(c));
    position++;
  }
  return g_string_free(plain, FALSE);
}

static void
assert_covers(const RelataText *text, RelataSpan span, const guint at[4])
{
  g_autofree char *expected = relata_text_slice(text, (RelataSpan){at[0], at[1]});
  g_autofree char *sentence = relata_text_slice(text, span);
  g_assert_cmpstr(g_strstrip(sentence), ==, g_strstrip(expected));
}

static void
test_rows(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    guint at[4] = {0};
    g_autofree char *bytes = unmarked(rows[i].example, at);
    g_test_message("%s: %s", rows[i].rule, rows[i].example);
    g_autoptr(RelataText) text = relata_text_new(bytes, strlen(bytes));
    assert_covers(text, relata_text_sentence(text, (RelataSpan){at[2], at[3]}), at);
    /* All sentences of a text are found as one is, but for white space that the span itself begins with. */
    RelataSentences *sentences = relata_sentences_new(text);
    assert_covers(text, relata_sentences_widen(sentences, (RelataSpan){at[2], at[3]}), at);
    relata_sentences_free(sentences);
  }
}

/* Returns the length of the sentence around the middle of a text. */
static guint
length_in_the_middle(const char *bytes)
{
  g_autoptr(RelataText) text = relata_text_new(bytes, strlen(bytes));
  guint middle = relata_text_length(text) / 2;
  while (g_unichar_isspace(g_utf8_get_char(bytes + relata_text_byte_of(text, middle))))
    middle++;
  const RelataSpan found = relata_text_sentence(text, (RelataSpan){middle, middle + 1});
  g_assert_cmpuint(found.start, <=, middle);
  g_assert_cmpuint(found.end, >, middle);
  return found.end - found.start;
}

static char *
repeated(const char *words, guint n)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < n; i++)
    g_string_append(text, words);
  return g_string_free(text, FALSE);
}

/* Never a whole paragraph, whatever it is that hides its sentences. */
static void
test_too_long(void)
{
  static const char *const hidden[] = {
      "the red militia left for the north. nobody went with them. ", /* no capitals */
      "Mr. ",
      "the red militia left, the blue army came; ",
      "red militia and blue army and ",
      "line upon line\n",
      "红军进攻北城，蓝军撤退，",
      "\u0e01\u0e2d\u0e07\u0e17\u0e31\u0e1e\u0e41\u0e14\u0e07 ", /* Thai has no full stop */
  };
  for (guint i = 0; i < G_N_ELEMENTS(hidden); i++) {
    g_autofree char *text = repeated(hidden[i], 3000 / (guint)g_utf8_strlen(hidden[i], -1));
    g_test_message("%s", hidden[i]);
    g_assert_cmpuint(length_in_the_middle(text), <=, 500);
    g_assert_cmpuint(length_in_the_middle(text), >=, 20);
  }
  /* What has no place to be parted stays whole, and evidence always holds what it is evidence of. */
  g_autofree char *solid = repeated("x", 3000);
  g_assert_cmpuint(length_in_the_middle(solid), ==, 3000);
  g_autofree char *long_text = repeated("red and blue, ", 300);
  g_autoptr(RelataText) text = relata_text_new(long_text, strlen(long_text));
  const RelataSpan wide = relata_text_sentence(text, (RelataSpan){10, 3000});
  g_assert_cmpuint(wide.start, <=, 10);
  g_assert_cmpuint(wide.end, >=, 3000);
  g_assert_cmpuint(wide.end, <=, 3500);
}

/* Cuts at the best kind of place: the stop of an abbreviation here, though commas are nearer to the middle.
 */
static void
test_best_place(void)
{
  g_autofree char *clauses = repeated("red and blue, ", 30);
  g_autofree char *text = g_strconcat(clauses, "said Mr. Kade, ", clauses, NULL);
  g_autoptr(RelataText) whole = relata_text_new(text, strlen(text));
  const guint at = (guint)(strstr(text, "Kade") - text);
  const RelataSpan after = relata_text_sentence(whole, (RelataSpan){at, at + 4});
  g_assert_cmpuint(after.start, ==, at);
}

static char *
random_text(GRand *rand, guint length)
{
  static const char *const pieces[] = {"a",   "B",    "z",  ".",    "!",  "?",      " ",      " ",
                                       "\n",  "\r\n", "3",  "\"",   "(",  ")",      "\u00e9", "।",
                                       "。",  "字",   "Mr", "U.S.", ",",  "\u00a0", "\u0301", "\u2026",
                                       "[1]", "|",    "-",  "م",    "\t", "\f"};
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < length; i++)
    g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
  return g_string_free(text, FALSE);
}

/* Returns a part of a text without the white space at its ends, of any kind. */
static char *
trimmed(const RelataText *text, guint start, guint end)
{
  const char *bytes = relata_text_bytes(text);
  while (start < end && g_unichar_isspace(g_utf8_get_char(bytes + relata_text_byte_of(text, start))))
    start++;
  while (end > start && g_unichar_isspace(g_utf8_get_char(bytes + relata_text_byte_of(text, end - 1))))
    end--;
  return relata_text_slice(text, (RelataSpan){start, end});
}

/* Whatever the text: the sentence holds what it is to hold, save white space, and stays within the text;
 * asked for again it is the same, and all sentences together hold all but white space. */
static void
test_holds(void)
{
  GRand *rand = g_rand_new_with_seed(3);
  for (guint i = 0; i < 3000; i++) {
    g_autofree char *bytes = random_text(rand, (guint)g_rand_int_range(rand, 1, i % 100 == 0 ? 2000 : 60));
    g_autoptr(RelataText) text = relata_text_new(bytes, strlen(bytes));
    const guint length = relata_text_length(text);
    const guint start = (guint)g_rand_int_range(rand, 0, (gint32)length);
    const guint end = (guint)g_rand_int_range(rand, (gint32)start + 1, (gint32)length + 1);
    g_autofree char *word = trimmed(text, start, end);
    const RelataSpan found = relata_text_sentence(text, (RelataSpan){start, end});
    g_assert_cmpuint(found.start, <=, found.end);
    g_assert_cmpuint(found.end, <=, length);
    g_autofree char *sentence = relata_text_slice(text, found);
    if (*sentence == '\0')
      continue;
    g_assert_nonnull(strstr(sentence, word));
    g_assert_false(g_unichar_isspace(g_utf8_get_char(sentence)));
    const RelataSpan again = relata_text_sentence(text, found);
    g_assert_cmpuint(again.start, ==, found.start);
    g_assert_cmpuint(again.end, ==, found.end);
    RelataSentences *sentences = relata_sentences_new(text);
    const RelataSpan same = relata_sentences_widen(sentences, found);
    g_assert_cmpuint(same.start, ==, found.start);
    g_assert_cmpuint(same.end, ==, found.end);
    relata_sentences_free(sentences);
  }
  g_rand_free(rand);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text/sentence/rows", test_rows);
  g_test_add_func("/text/sentence/too-long", test_too_long);
  g_test_add_func("/text/sentence/best-place", test_best_place);
  g_test_add_func("/text/sentence/holds", test_holds);
  return g_test_run();
}
