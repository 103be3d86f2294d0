/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/statement.h"

#include "corpus/grade.h"
#include "corpus/layers.h"
#include "text/message.h"
#include "text/name.h"
#include "text/words.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

/* How many characters of an untrusted word a message shows. */
#define MOST_SHOWN 60

const char *const relata_said_words[RELATA_N_SAID + 1] = {
    "id", "document", "start",     "end",        "text", "prefix",      "suffix", "when",
    "by", "stance",   "certainty", "confidence", "note", "credibility", "place",  NULL};

RelataStating
relata_stating(RelataCorpus *corpus, RelataDiagnostics *diagnostics, RelataPlace where)
{
  RelataStating stating = {.corpus = corpus, .diagnostics = diagnostics, .said = RELATA_STATEMENT_INIT};
  stating.said.where = where;
  return stating;
}

static RelataPlace
place_of(const RelataStating *stating, gconstpointer at)
{
  if (at == NULL)
    return stating->said.where;
  return stating->place_of != NULL ? stating->place_of(stating->reader, at) : *(const RelataPlace *)at;
}

/* Reports an error. */
static void
report(const RelataStating *stating, gconstpointer at, const char *code, const char *hint,
       const char *message)
{
  const RelataPlace place = place_of(stating, at);
  const char *subject = stating->subject;
  relata_diagnose(stating->diagnostics, RELATA_ERROR_IN_DATA, code, &place, hint, "%s%s%s",
                  subject != NULL ? subject : "", subject != NULL ? ": " : "", message);
}

static gboolean complain(RelataStating *stating, gconstpointer at, const char *code, const char *hint,
                         const char *format, ...) G_GNUC_PRINTF(5, 6);

/* Reports an error for which the statement is left out, or the value that is being set. Always returns FALSE.
 */
static gboolean
complain(RelataStating *stating, gconstpointer at, const char *code, const char *hint, const char *format,
         ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  g_autofree char *whole = g_strconcat(message, stating->left_out, NULL);
  report(stating, at, code, hint, whole);
  stating->wrong = stating->wrong || stating->left_out == NULL;
  return FALSE;
}

static const char *
called(RelataSaidKey key, const RelataValue *value)
{
  return value->called != NULL ? value->called : relata_said_words[key];
}

/* Returns a value as messages show it. Newly allocated. */
static char *
shown(const RelataValue *value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  if (value->text == NULL)
    return g_strdup(g_ascii_formatd(number, sizeof number, "%.15g", value->number));
  return g_utf8_strlen(value->text, -1) <= MOST_SHOWN ? g_strdup(value->text)
                                                      : g_utf8_substring(value->text, 0, MOST_SHOWN);
}

/* Returns the words of a value. A number has none: reports it and returns NULL. */
static const char *
words_of(RelataStating *stating, RelataSaidKey key, const RelataValue *value)
{
  if (value->text == NULL)
    complain(stating, value->at, "wrong-type", NULL, "\"%s\" must be a string, not a number",
             called(key, value));
  return value->text;
}

/* Returns the number, or NAN where there is none. */
static double
number_of(const RelataValue *value)
{
  if (value->text == NULL)
    return value->number;
  char *end;
  const double number = g_ascii_strtod(value->text, &end);
  return end == value->text || *end != '\0' ? (double)NAN : number;
}

static gboolean
set_id(RelataStating *stating, RelataSaidKey key, const RelataValue *value)
{
  const char *id = words_of(stating, key, value);
  if (id == NULL)
    return FALSE;
  if (!relata_name_is_id(id))
    return complain(stating, value->at, "wrong-value", NULL, "\"%s\" must be " RELATA_NAME_ID_WORDS,
                    called(key, value));
  if (key == RELATA_SAID_ID)
    stating->said.id = relata_corpus_copy(stating->corpus, id);
  else
    stating->document = id;
  return TRUE;
}

static gboolean
set_offset(RelataStating *stating, RelataSaidKey key, const RelataValue *value)
{
  const double number = number_of(value);
  if (!(number >= 0 && number < (double)G_MAXUINT) || floor(number) < number) {
    g_autofree char *written = shown(value);
    return complain(stating, value->at, "wrong-value", NULL,
                    "\"%s\" must be a whole number from 0 to %u, not %s", called(key, value), G_MAXUINT - 1,
                    written);
  }
  *(key == RELATA_SAID_START ? &stating->said.span.start : &stating->said.span.end) = (guint)number;
  if (key == RELATA_SAID_END)
    stating->end_at = value->at;
  return TRUE;
}

static gboolean
set_words(RelataStating *stating, RelataSaidKey key, const RelataValue *value)
{
  RelataStatement *said = &stating->said;
  const struct {
    RelataSaidKey key;
    const char **field;
  } fields[] = {{RELATA_SAID_TEXT, &said->quote},
                {RELATA_SAID_PREFIX, &said->prefix},
                {RELATA_SAID_SUFFIX, &said->suffix},
                {RELATA_SAID_PLACE, &said->place_text},
                {RELATA_SAID_NOTE, &said->note}};
  const char *words = words_of(stating, key, value);
  if (words == NULL)
    return FALSE;
  if (key == RELATA_SAID_PLACE)
    said->place = RELATA_NONE; /* relata_corpus_finish() finds the actor, once all are known */
  for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
    if (fields[i].key == key)
      *fields[i].field = *words == '\0'            ? NULL
                         : key == RELATA_SAID_TEXT ? relata_corpus_copy(stating->corpus, words)
                                                   : relata_corpus_intern(stating->corpus, words);
  return TRUE;
}

/* Sets who says so, from the outermost to the deepest; relata_corpus_finish() finds the actors, once all are
 * known. */
static void
set_list(RelataStating *stating, const char *const *list)
{
  RelataStatement *said = &stating->said;
  g_autofree RelataSpeaker *outer = NULL;
  guint n_outer = 0;
  if (list[0] != NULL && list[1] != NULL) /* in most cases there is one */
    outer = g_new0(RelataSpeaker, g_strv_length((char **)list));
  for (; list[0] != NULL && list[1] != NULL; list++)
    outer[n_outer++] = (RelataSpeaker){RELATA_NONE, list[0]};
  said->by = RELATA_NONE;
  said->by_text = list[0] != NULL && *list[0] != '\0' ? relata_corpus_intern(stating->corpus, list[0]) : NULL;
  said->through = relata_corpus_intern_speakers(stating->corpus, outer, n_outer);
}

static gboolean
set_by(RelataStating *stating, RelataSaidKey key, const RelataValue *value)
{
  const char *const one[] = {value->text, NULL};
  if (value->list == NULL && words_of(stating, key, value) == NULL)
    return FALSE;
  if (value->list != NULL && value->list[0] == NULL)
    return complain(stating, value->at, "wrong-value", "leave it out where nobody is named",
                    "\"%s\" is a list that names nobody", called(key, value));
  for (const char *const *speaker = value->list; speaker != NULL && *speaker != NULL; speaker++)
    if (**speaker == '\0')
      return complain(stating, value->at, "wrong-value", "name each who passes it on, the outermost first",
                      "\"%s\" must be a list of names that are not empty", called(key, value));
  set_list(stating, value->list != NULL ? value->list : one);
  return TRUE;
}

static gboolean
set_credibility(RelataStating *stating, RelataSaidKey key, const RelataValue *value)
{
  const double number = number_of(value);
  if (!(number >= 1 && number <= 6) || floor(number) < number) {
    g_autofree char *written = shown(value);
    return complain(stating, value->at, "wrong-value", NULL,
                    "\"%s\" must be " RELATA_GRADE_CREDIBILITIES ", not %s", called(key, value), written);
  }
  stating->said.credibility = (guint)number;
  return TRUE;
}

static gboolean
set_when(RelataStating *stating, RelataSaidKey key, const RelataValue *value)
{
  g_autoptr(GError) error = NULL;
  RelataDate date;
  const gboolean is_text = value->text != NULL;
  if (is_text && relata_corpus_date(stating->corpus, value->text, &date, &error)) {
    stating->said.when = date;
    return TRUE;
  }
  return complain(stating, value->at, is_text ? "wrong-date" : "wrong-type", NULL, "\"%s\"%s%s",
                  called(key, value), is_text ? ": " : " ",
                  is_text ? error->message : "must be a string, not a number");
}

/* Sets a field that has a few possible words. */
static gboolean
set_choice(RelataStating *stating, RelataSaidKey key, const RelataValue *value)
{
  const gboolean is_stance = key == RELATA_SAID_STANCE;
  const char *words[RELATA_CERTAIN + 2] = {NULL};
  for (guint i = 0; i <= (is_stance ? (guint)RELATA_DENIES : (guint)RELATA_CERTAIN); i++)
    words[i] = is_stance ? relata_stance_name((RelataStance)i) : relata_certainty_name((RelataCertainty)i);
  const char *word = words_of(stating, key, value);
  if (word == NULL)
    return FALSE;
  if (is_stance ? relata_stance_parse(word, &stating->said.stance)
                : relata_certainty_parse(word, &stating->said.certainty))
    return TRUE;
  g_autofree char *written = shown(value);
  g_autofree char *hint = relata_hint_or_list(word, words);
  return complain(stating, value->at, "wrong-value", hint, "\"%s\" cannot be '%s'", called(key, value),
                  written);
}

static gboolean
set_confidence(RelataStating *stating, RelataSaidKey key, const RelataValue *value)
{
  const double confidence = number_of(value);
  if (!(confidence >= 0 && confidence <= 1)) {
    g_autofree char *written = shown(value);
    return complain(stating, value->at, "wrong-value", NULL, "\"%s\" must be from 0 to 1, not %s",
                    called(key, value), written);
  }
  stating->said.confidence = confidence;
  return TRUE;
}

/* Sets who annotated it: one name, or a list. */
static gboolean
set_layers(RelataStating *stating, RelataSaidKey key, const RelataValue *value)
{
  const char *const one[] = {value->text, NULL};
  if (value->list == NULL && words_of(stating, key, value) == NULL)
    return FALSE;
  const char *const *names = value->list != NULL ? value->list : one;
  guint n = 0;
  for (; names[n] != NULL; n++)
    if (!relata_name_is_id(names[n]))
      return complain(stating, value->at, "wrong-value", NULL,
                      "a name in \"%s\" must be " RELATA_NAME_ID_WORDS, called(key, value));
  stating->said.layers = relata_layers_intern(stating->corpus, names, n);
  return TRUE;
}

gboolean
relata_statement_set(RelataStating *stating, RelataSaidKey key, const RelataValue *value)
{
  typedef gboolean (*Setter)(RelataStating *, RelataSaidKey, const RelataValue *);
  static const Setter setters[RELATA_N_SAID] = {
      [RELATA_SAID_ID] = set_id,
      [RELATA_SAID_DOCUMENT] = set_id,
      [RELATA_SAID_START] = set_offset,
      [RELATA_SAID_END] = set_offset,
      [RELATA_SAID_TEXT] = set_words,
      [RELATA_SAID_PREFIX] = set_words,
      [RELATA_SAID_SUFFIX] = set_words,
      [RELATA_SAID_WHEN] = set_when,
      [RELATA_SAID_BY] = set_by,
      [RELATA_SAID_STANCE] = set_choice,
      [RELATA_SAID_CERTAINTY] = set_choice,
      [RELATA_SAID_CONFIDENCE] = set_confidence,
      [RELATA_SAID_NOTE] = set_words,
      [RELATA_SAID_CREDIBILITY] = set_credibility,
      [RELATA_SAID_PLACE] = set_words,
      [RELATA_SAID_LAYERS] = set_layers,
  };
  static const char *const left_out[RELATA_N_SAID] = {
      [RELATA_SAID_WHEN] = RELATA_DATE_LEFT_OUT,   [RELATA_SAID_BY] = RELATA_LEFT_OUT,
      [RELATA_SAID_CREDIBILITY] = RELATA_LEFT_OUT, [RELATA_SAID_PLACE] = RELATA_LEFT_OUT,
      [RELATA_SAID_LAYERS] = RELATA_LEFT_OUT,
  };
  stating->left_out = left_out[key];
  const gboolean good = setters[key](stating, key, value);
  stating->left_out = NULL;
  return good || left_out[key] != NULL;
}

gboolean
relata_statement_set_text(RelataStating *stating, RelataSaidKey key, const char *text)
{
  const RelataValue value = {.text = text};
  return text == NULL || *text == '\0' || relata_statement_set(stating, key, &value);
}

gboolean
relata_statement_set_speakers(RelataStating *stating, const RelataValue *value)
{
  g_auto(GStrv) speakers = g_strsplit(value->text, " > ", -1);
  for (char **speaker = speakers; *speaker != NULL; speaker++)
    g_strstrip(*speaker);
  const RelataValue list = {.list = (const char *const *)speakers, .called = value->called, .at = value->at};
  return relata_statement_set(stating, RELATA_SAID_BY,
                              speakers[0] != NULL && speakers[1] != NULL ? &list : value);
}

gboolean
relata_statement_end(RelataStating *stating)
{
  RelataStatement *said = &stating->said;
  const gboolean has_start = said->span.start != G_MAXUINT, has_end = said->span.end != G_MAXUINT;
  if (stating->wrong)
    return FALSE;
  if (has_start != has_end)
    return complain(stating, NULL, "missing-key", NULL, "\"%s\" needs \"%s\" beside it",
                    has_start ? "start" : "end", has_start ? "end" : "start");
  if (has_start && said->span.start >= said->span.end)
    return complain(stating, stating->end_at, "wrong-value",
                    "\"end\" is the first character after the evidence",
                    "\"end\" must be greater than \"start\", but %u is not greater than %u", said->span.end,
                    said->span.start);
  if (has_start && stating->document == NULL && said->document == RELATA_NONE)
    return complain(stating, NULL, "missing-key", NULL,
                    "\"start\" and \"end\" need \"document\" beside them");
  if (stating->document != NULL)
    said->document = relata_corpus_refer_document(stating->corpus, stating->document, said->where);
  return TRUE;
}

gboolean
relata_statement_add_claim(RelataStating *stating, const char *type, const char *from, const char *to)
{
  RelataCorpus *corpus = stating->corpus;
  const struct {
    const char *key, *id;
  } ids[] = {{"type", type}, {"from", from}, {"to", to}};
  for (guint i = 0; i < G_N_ELEMENTS(ids); i++)
    if (ids[i].id == NULL || !relata_name_is_id(ids[i].id))
      complain(stating, NULL, "wrong-value", NULL, "\"%s\" must be " RELATA_NAME_ID_WORDS, ids[i].key);
  if (!relata_statement_end(stating))
    return FALSE;
  const RelataPlace where = stating->said.where;
  RelataClaim claim = {.said = stating->said, .event = RELATA_NONE};
  claim.type = relata_schema_use_relation_type(relata_corpus_schema(corpus), type, where);
  claim.from = relata_corpus_refer_actor(corpus, from, where);
  claim.to = relata_corpus_refer_actor(corpus, to, where);
  relata_corpus_add_claim(corpus, &claim);
  return TRUE;
}

/* Returns a number from 0 to 1, of which one above 1 is of a hundred, as is one with the sign; else NAN. */
static double
share_of(const char *written)
{
  char *end;
  double share = g_ascii_strtod(written, &end);
  if (end == written)
    return NAN;
  while (*end == ' ')
    end++;
  const gboolean of_hundred = *end == '%' || (share > 1 && share <= 100);
  end += *end == '%' ? 1 : 0;
  share = of_hundred ? share / 100 : share;
  return *end == '\0' && share >= 0 && share <= 1 ? share : NAN;
}

void
relata_statement_set_sureness(RelataStating *stating, const char *written)
{
  if (written == NULL || *written == '\0')
    return;
  const double share = share_of(written);
  RelataCertainty certainty;
  const char *means =
      relata_certainty_parse(written, &certainty) ? written : relata_words_find("certainty", written);
  if (!isnan(share))
    stating->said.confidence = share;
  else if (means != NULL)
    relata_statement_set_text(stating, RELATA_SAID_CERTAINTY, means);
  else
    relata_diagnose(
        stating->diagnostics, RELATA_WARNING, "wrong-value", &stating->said.where,
        "a confidence is from 0 to 1, or of a hundred (85%); a certainty is possible, probable or certain",
        "'%.*s' does not say how sure it is: the claim is kept without it", MOST_SHOWN, written);
}
