/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "page/page_text.h"

#include "text/display.h"

#include <string.h>

struct RelataPageMarks {
  const RelataCorpus *corpus;
  guint n_documents;
  GArray **of; /* by document: its marks (RelataPageMark) by start; NULL: none */
};

static int
compare_marks(gconstpointer a, gconstpointer b)
{
  const RelataPageMark *one = a, *other = b;
  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->end != other->end) /* of marks with the same start, the longest comes first */
    return one->end > other->end ? -1 : 1;
  return one->actor < other->actor ? -1 : one->actor > other->actor;
}

RelataPageMarks *
relata_page_marks_new(const RelataCorpus *corpus)
{
  RelataPageMarks *marks = g_new0(RelataPageMarks, 1);
  marks->corpus = corpus;
  marks->n_documents = relata_corpus_n_documents(corpus);
  marks->of = g_new0(GArray *, MAX(marks->n_documents, 1));
  for (guint i = 0; i < relata_corpus_n_mentions(corpus); i++) {
    const RelataMention *mention = relata_corpus_mention(corpus, i);
    GArray **of = &marks->of[mention->document];
    if (*of == NULL)
      *of = g_array_new(FALSE, FALSE, sizeof(RelataPageMark));
    for (guint j = 0; j < mention->n_spans; j++) {
      const RelataPageMark mark = {mention->spans[j].start, mention->spans[j].end, mention->actor};
      g_array_append_val(*of, mark);
    }
  }
  for (guint i = 0; i < marks->n_documents; i++)
    if (marks->of[i] != NULL)
      g_array_sort(marks->of[i], compare_marks);
  return marks;
}

void
relata_page_marks_free(RelataPageMarks *marks)
{
  if (marks == NULL)
    return;
  for (guint i = 0; i < marks->n_documents; i++)
    if (marks->of[i] != NULL)
      g_array_unref(marks->of[i]);
  g_free(marks->of);
  g_free(marks);
}

/* Returns the index of the first mark that begins at `start` or later. */
static guint
lower_bound(const GArray *marks, guint start)
{
  guint low = 0, high = marks->len;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (g_array_index(marks, RelataPageMark, middle).start < start)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Appends the text from *at to `end`, safe to show and in one line. Sets *at to `end`. */
static void
append_piece(GString *text, const char **at, const char *end)
{
  g_autofree char *piece = g_strndup(*at, (gsize)(end - *at));
  g_strdelimit(piece, "\t\n\r", ' ');
  g_autofree char *safe = relata_display_lines(piece);
  g_string_append(text, safe);
  *at = end;
}

char *
relata_page_marks_text(const RelataPageMarks *marks, const RelataStatement *said, const char *evidence,
                       GArray **found)
{
  GString *text = g_string_new(NULL);
  *found = g_array_new(FALSE, FALSE, sizeof(RelataPageMark));
  const char *at = evidence;
  const GArray *of = said->document != RELATA_NONE ? marks->of[said->document] : NULL;
  guint reached = said->span.start; /* the offset in the document's text that corresponds to `at` */
  /* Only evidence that was taken from the text has positions in it. */
  const gboolean placed = of != NULL && relata_span_is_set(said->span) &&
                          relata_corpus_document(marks->corpus, said->document)->text != NULL;
  const guint last = placed ? reached + (guint)g_utf8_strlen(evidence, -1) : reached;
  for (guint i = placed ? lower_bound(of, reached) : 0; placed && i < of->len; i++) {
    const RelataPageMark *mark = &g_array_index(of, RelataPageMark, i);
    if (mark->start >= last)
      break;
    if (mark->start < reached)
      continue;
    const guint end = MIN(mark->end, last);
    append_piece(text, &at, g_utf8_offset_to_pointer(at, mark->start - reached));
    RelataPageMark shown = {.start = (guint)g_utf8_strlen(text->str, -1), .actor = mark->actor};
    append_piece(text, &at, g_utf8_offset_to_pointer(at, end - mark->start));
    shown.end = (guint)g_utf8_strlen(text->str, -1);
    g_array_append_val(*found, shown);
    reached = end;
  }
  append_piece(text, &at, at + strlen(at));
  return g_string_free(text, FALSE);
}

char *
relata_page_text_without_markup(const GString *json)
{
  GString *safe = g_string_sized_new(json->len);
  for (const char *at = json->str; *at != '\0';) {
    const gsize n = strcspn(at, "<");
    g_string_append_len(safe, at, (gssize)n);
    at += n;
    if (*at == '<') {
      g_string_append(safe, "\\u003c");
      at++;
    }
  }
  return g_string_free(safe, FALSE);
}
