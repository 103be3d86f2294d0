/* SPDX-License-Identifier: GPL-2.0-or-later */
/* CSV (RFC 4180: CRLF, every cell in quotes), one line for each claim of each tie, including claims that deny
 * it.
 *
 * Columns: tie (its number in the network, from 1), claim (id), from, from_name, to, to_name, relation,
 * direction ("directed" or "symmetric"), document, published, when, by (actor id or words; "A > B" where A
 * says that B said it), place, stance, certainty, confidence, start, end, text, note, reliability,
 * credibility, misquoted ("yes" where the quotation is not in the document). Unknown values are empty.
 *
 * Spreadsheets run cells that begin with = + - @ tab or carriage return as formulas, and the text comes from
 * strangers. So such a cell gets a leading apostrophe, which spreadsheets do not show and other readers can
 * remove. Control characters, which a terminal obeys and CSV cannot escape, are written as ⟨U+001B⟩; line
 * breaks and tabs stay. */
#include "corpus/grade.h"
#include "write/formats.h"
#include "write/sink.h"

#include <csv.h>
#include <math.h>
#include <string.h>

/* Returns a copy in which control characters are shown. */
static char *
show_controls(const char *text)
{
  GString *shown = g_string_sized_new(strlen(text));
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    const gunichar c = g_utf8_get_char(text);
    if (g_unichar_iscntrl(c) && c != '\n' && c != '\t')
      g_string_append_printf(shown, "⟨U+%04X⟩", c);
    else
      g_string_append_unichar(shown, c);
  }
  return g_string_free(shown, FALSE);
}

static void
add_cell(GString *out, const char *written)
{
  g_autofree char *guarded = NULL, *shown = show_controls(written != NULL ? written : "");
  const char *text = shown;
  if (*text != '\0' && strchr("=+-@\t", *text) != NULL) {
    guarded = g_strconcat("'", text, NULL);
    text = guarded;
  }
  const gsize n = strlen(text), size = csv_write(NULL, 0, text, n), at = out->len;
  g_string_set_size(out, at + size);
  csv_write(out->str + at, size, text, n);
  g_string_append_c(out, ',');
}

static void
end_row(GString *out)
{
  g_string_truncate(out, out->len - 1);
  g_string_append(out, "\r\n");
}

static void
add_number(GString *out, gboolean known, guint number)
{
  g_autofree char *text = known ? g_strdup_printf("%u", number) : NULL;
  add_cell(out, text);
}

static void
add_speakers(GString *out, const RelataCorpus *corpus, const RelataStatement *said)
{
  g_autoptr(GString) speakers = g_string_new(NULL);
  for (const RelataSpeaker *outer = said->through; outer != NULL && outer->words != NULL; outer++)
    g_string_append_printf(speakers, "%s > ",
                           outer->by != RELATA_NONE ? relata_corpus_actor(corpus, outer->by)->id
                                                    : outer->words);
  if (said->by != RELATA_NONE || said->by_text != NULL)
    g_string_append(speakers,
                    said->by != RELATA_NONE ? relata_corpus_actor(corpus, said->by)->id : said->by_text);
  add_cell(out, speakers->str);
}

static void
add_grade(GString *out, const RelataCorpus *corpus, const RelataStatement *said)
{
  const RelataGrade grade = relata_corpus_grade(corpus, said);
  const char reliability[] = {grade.reliability, '\0'};
  add_cell(out, reliability);
  add_number(out, grade.credibility != 0, grade.credibility);
}

static void
add_claim(GString *out, const RelataNetwork *network, guint tie_number, const RelataClaim *claim)
{
  const RelataCorpus *corpus = network->corpus;
  const RelataStatement *said = &claim->said;
  const RelataActor *from = relata_corpus_actor(corpus, claim->from),
                    *to = relata_corpus_actor(corpus, claim->to);
  const RelataRelationType *relation = relata_schema_relation_type(relata_corpus_schema(corpus), claim->type);
  const RelataDocument *document =
      said->document != RELATA_NONE ? relata_corpus_document(corpus, said->document) : NULL;
  g_autofree char *evidence = relata_corpus_evidence(corpus, said);
  gboolean placed = relata_span_is_set(said->span);
  char confidence[G_ASCII_DTOSTR_BUF_SIZE] = "";
  if (!isnan(said->confidence))
    g_ascii_formatd(confidence, sizeof confidence, "%.15g", said->confidence);
  add_number(out, TRUE, tie_number);
  add_cell(out, said->id);
  add_cell(out, from->id);
  add_cell(out, from->name);
  add_cell(out, to->id);
  add_cell(out, to->name);
  add_cell(out, relation->id);
  add_cell(out, relation->symmetric ? "symmetric" : "directed");
  add_cell(out, document != NULL ? document->id : NULL);
  add_cell(out, document != NULL ? document->published.edtf : NULL);
  add_cell(out, said->when.edtf);
  add_speakers(out, corpus, said);
  add_cell(out, said->place != RELATA_NONE ? relata_corpus_actor(corpus, said->place)->id : said->place_text);
  add_cell(out, relata_stance_name(said->stance));
  add_cell(out, relata_certainty_name(said->certainty));
  add_cell(out, confidence);
  add_number(out, placed, said->span.start);
  add_number(out, placed, said->span.end);
  add_cell(out, evidence);
  add_cell(out, said->note);
  add_grade(out, corpus, said);
  add_cell(out, said->misquoted ? "yes" : NULL);
  end_row(out);
}

gboolean
relata_write_csv(const RelataNetwork *network, RelataSink *sink, GError **error)
{
  g_return_val_if_fail(network != NULL && sink != NULL, FALSE);
  static const char *const columns[] = {
      "tie",      "claim",     "from", "from_name", "to",          "to_name",     "relation",  "direction",
      "document", "published", "when", "by",        "place",       "stance",      "certainty", "confidence",
      "start",    "end",       "text", "note",      "reliability", "credibility", "misquoted"};
  GString *out = sink->text;
  for (guint i = 0; i < G_N_ELEMENTS(columns); i++)
    add_cell(out, columns[i]);
  end_row(out);
  for (guint i = 0; i < network->n_ties; i++)
    for (guint j = 0; j < network->ties[i].n_claims; j++) {
      add_claim(out, network, i + 1, relata_network_claim(network, &network->ties[i], j));
      if (!relata_sink_pass(sink, error))
        return FALSE;
    }
  return TRUE;
}
