/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads what brat's attributes, notes and references say about a statement: when, by whom, how certainly. */
#include "read/brat/brat.h"

#include "read/statement.h"
#include "text/message.h"
#include "text/name.h"

#include <string.h>

typedef enum {
  KEY_WHEN,
  KEY_BY,
  KEY_STANCE,
  KEY_CERTAINTY,
  KEY_CONFIDENCE,
  KEY_CREDIBILITY,
  KEY_PLACE,
  KEY_NOTE,
  N_KEYS, /* those of any statement; the rest belong to figures */
  KEY_MIN = N_KEYS,
  KEY_MAX,
  KEY_BEST,
  KEY_CLAIM,
  KEY_UNIT,
  KEY_MEASURE,
  N_FIGURE_KEYS
} Key;

static const char *const keys[N_FIGURE_KEYS] = {"when",        "by",    "stance", "certainty", "confidence",
                                                "credibility", "place", "note",   "min",       "max",
                                                "best",        "claim", "unit",   "measure"};
static const RelataSaidKey said_keys[N_KEYS] = {
    RELATA_SAID_WHEN,       RELATA_SAID_BY,          RELATA_SAID_STANCE, RELATA_SAID_CERTAINTY,
    RELATA_SAID_CONFIDENCE, RELATA_SAID_CREDIBILITY, RELATA_SAID_PLACE,  RELATA_SAID_NOTE};

typedef struct {
  const RelataBratReader *reader;
  const RelataBratRecord *subject;
  RelataStating stating;
  RelataFigure *figure; /* or NULL */
  GString *note;
  guint given; /* keys, as bits */
} Facts;

static void
warn_of_value(const Facts *facts, const RelataPlace *where, const char *hint, const char *key,
              const char *value)
{
  relata_diagnose(facts->reader->diagnostics, RELATA_ERROR_IN_DATA, "wrong-value", where, hint,
                  "%s: \"%s\" cannot be '%s'", facts->subject->id, key, value);
}

static void
set_number(const Facts *facts, Key key, const char *value, const RelataPlace *where)
{
  double min, max;
  if (!relata_brat_read_range(value, &min, &max) || !(min == max))
    warn_of_value(facts, where, "write a number", keys[key], value);
  else
    *(key == KEY_MIN   ? &facts->figure->min
      : key == KEY_MAX ? &facts->figure->max
                       : &facts->figure->best) = min;
}

static void
set_measure(const Facts *facts, const char *value, const RelataPlace *where)
{
  const RelataSchema *schema = facts->reader->schema;
  const guint measure = relata_schema_find_measure(schema, value);
  if (measure != RELATA_NONE) {
    facts->figure->measure = measure;
    return;
  }
  const GArray *measures = relata_schema_measures(schema);
  g_autofree const char **ids = g_new(const char *, measures->len + 1);
  for (guint i = 0; i < measures->len; i++)
    ids[i] = g_array_index(measures, RelataMeasure, i).id;
  g_autofree char *hint = relata_hint(value, ids, measures->len, '\'');
  warn_of_value(facts, where, hint, "measure", value);
}

/* The id of a claim in the same file may stand without its document. */
static void
set_claim(const Facts *facts, const char *value)
{
  g_autofree char *whole = g_strconcat(facts->reader->id, ":", value, NULL);
  facts->figure->of_claim =
      relata_corpus_intern(facts->reader->corpus, strchr(value, ':') != NULL ? value : whole);
}

static void
add_note(Facts *facts, const char *text)
{
  if (facts->note->len > 0 && *text != '\0')
    g_string_append(facts->note, "; ");
  g_string_append(facts->note, text);
}

static void
set_said(Facts *facts, RelataSaidKey key, const char *value, const RelataPlace *where)
{
  const RelataValue said = {.text = value, .at = where};
  if (key == RELATA_SAID_BY)
    relata_statement_set_speakers(&facts->stating, &said);
  else
    relata_statement_set(&facts->stating, key, &said);
}

static void
set(Facts *facts, Key key, const char *value, const RelataPlace *where)
{
  if (key != KEY_NOTE && (facts->given & 1u << key) != 0) {
    relata_diagnose(facts->reader->diagnostics, RELATA_WARNING, "given-twice", where, NULL,
                    "%s: %s is given before: '%s' is left out", facts->subject->id, keys[key], value);
    return;
  }
  facts->given |= 1u << key;
  g_assert(key < N_KEYS || facts->figure != NULL); /* other keys are not known of what is no figure */
  if (key == KEY_NOTE)
    add_note(facts, value);
  else if (key < N_KEYS)
    set_said(facts, said_keys[key], value, where);
  else if (key == KEY_UNIT)
    facts->figure->unit = relata_corpus_intern(facts->reader->corpus, value);
  else if (key == KEY_MEASURE)
    set_measure(facts, value, where);
  else if (key == KEY_CLAIM)
    set_claim(facts, value);
  else
    set_number(facts, key, value, where);
}

/* Returns the length of the key in "key=" at the beginning of a part, or 0. *value is what follows the
 * sign. */
static gsize
key_length(const char *part, const char *end, const char **value)
{
  const char *at = part;
  while (at < end && (g_ascii_isalpha(*at) || *at == '_' || *at == '-'))
    at++;
  const gsize n = (gsize)(at - part);
  while (at < end && *at == ' ')
    at++;
  *value = at + 1;
  return at < end && *at == '=' ? n : 0;
}

static guint
key_of(const char *part, gsize n, guint n_keys)
{
  for (guint i = 0; i < n_keys; i++)
    if (strlen(keys[i]) == n && g_ascii_strncasecmp(part, keys[i], n) == 0)
      return i;
  return n_keys;
}

/* Finds the next part of a note, which ends before a ';'. FALSE at the end. */
static gboolean
next_part(const char **at, const char **part, const char **end)
{
  if (*at == NULL)
    return FALSE;
  *part = *at + strspn(*at, " \t");
  const char *stop = strchr(*part, ';');
  *end = stop != NULL ? stop : *part + strlen(*part);
  *at = stop != NULL ? stop + 1 : NULL;
  return TRUE;
}

/* A place in a note that only moves forward: columns cost O(note) in total. */
typedef struct {
  const char *at;
  RelataPlace place;
} Position;

static const RelataPlace *
move_to(Position *position, const char *to)
{
  position->place.column += (guint)g_utf8_strlen(position->at, (gssize)(to - position->at));
  position->at = to;
  return &position->place;
}

static void
report_key(Facts *facts, Position *position, const char *part, gsize n, guint n_keys)
{
  g_autofree char *written = g_strndup(part, n);
  g_autofree char *hint = relata_hint(written, keys, n_keys, '\'');
  relata_diagnose(facts->reader->diagnostics, RELATA_WARNING, "unknown-key", move_to(position, part), hint,
                  "%s: a note has no key '%s'", facts->subject->id, written);
}

/* Reads "when=2021; by=joe-biden". A part without a key belongs to the value before it. A text without any
 * known key is kept whole as a note. */
static void
read_note(Facts *facts, const RelataBratRecord *record)
{
  const guint n_keys = facts->figure != NULL ? N_FIGURE_KEYS : N_KEYS;
  const char *at = record->value, *part, *end, *value;
  gboolean any = FALSE;
  while (next_part(&at, &part, &end)) {
    const gsize n = key_length(part, end, &value);
    any |= n > 0 && key_of(part, n, n_keys) < n_keys;
  }
  if (!any) {
    g_autofree char *text = g_strstrip(g_strdup(record->value));
    add_note(facts, text);
    return;
  }
  Position position = {record->value, record->value_where};
  at = record->value;
  gboolean more = next_part(&at, &part, &end);
  while (more) {
    const gsize n = key_length(part, end, &value);
    const char *from = n > 0 ? value + strspn(value, " \t") : part;
    const char *key = part, *stop = end, *next_value;
    while ((more = next_part(&at, &part, &end)) && key_length(part, end, &next_value) == 0)
      stop = end;
    g_autofree char *text = from < stop ? g_strchomp(g_strndup(from, (gsize)(stop - from))) : g_strdup("");
    const guint known = n > 0 ? key_of(key, n, n_keys) : KEY_NOTE;
    if (known == n_keys)
      report_key(facts, &position, key, n, n_keys);
    else if (n > 0 || *text != '\0')
      set(facts, (Key)known, text, move_to(&position, MIN(from, stop)));
  }
}

/* Returns what an attribute says whose values are relata's own, or RELATA_N_SAID. */
static RelataSaidKey
own_attribute(const char *type)
{
  if (g_ascii_strcasecmp(type, "Attribution") == 0)
    return RELATA_SAID_BY;
  return g_ascii_strcasecmp(type, "Credibility") == 0 ? RELATA_SAID_CREDIBILITY : RELATA_N_SAID;
}

static void
read_attribute(Facts *facts, const RelataBratRecord *record)
{
  RelataDiagnostics *diagnostics = facts->reader->diagnostics;
  if (record->value != NULL && record->value == facts->subject->type)
    return; /* it is the type */
  const RelataSaidKey own = own_attribute(record->type);
  const RelataAttributeMeaning meaning =
      own != RELATA_N_SAID ? RELATA_ATTRIBUTE_MEANT
                           : relata_attribute_apply(record->type, record->value, &facts->stating.said);
  if (own != RELATA_N_SAID && record->value != NULL)
    set_said(facts, own, record->value, &record->value_where);
  else if (meaning == RELATA_ATTRIBUTE_UNKNOWN)
    relata_diagnose(diagnostics, RELATA_NOTE, "unknown-attribute", &record->type_where,
                    "known are Negation, Polarity, Speculation, Certainty, Modality, Realis and their like, "
                    "Attribution and Credibility",
                    "%s: the attribute %s has no meaning here and is left out", record->id, record->type);
  else if (record->value != NULL && meaning == RELATA_ATTRIBUTE_NO_VALUE)
    relata_diagnose(diagnostics, RELATA_WARNING, "unknown-value", &record->value_where,
                    "write Certain, Probable or Possible",
                    "%s: what %s '%s' means is not known: it is left out", record->id, record->type,
                    record->value);
  else if (meaning == RELATA_ATTRIBUTE_NO_VALUE || own != RELATA_N_SAID)
    relata_diagnose(diagnostics, RELATA_WARNING, "missing-field", &record->type_where, NULL,
                    "%s: the attribute %s needs a value: it is left out", record->id, record->type);
}

static void
read_attributes(Facts *facts, guint index)
{
  const RelataBratReader *reader = facts->reader;
  for (guint i = reader->first_about[index]; i != RELATA_NONE; i = reader->next_about[i])
    if (relata_brat_record(reader->brat, i)->kind == 'A')
      read_attribute(facts, relata_brat_record(reader->brat, i));
}

/* Begins a statement whose messages start with the record's id. */
static RelataStating
stating_of(const RelataBratReader *reader, const RelataBratRecord *record)
{
  RelataStating stating = relata_stating(reader->corpus, reader->diagnostics, record->where);
  stating.subject = record->id;
  return stating;
}

void
relata_brat_read_facts(const RelataBratReader *reader, const RelataBratRecord *record, guint index,
                       RelataStatement *said, RelataFigure *figure)
{
  Facts facts = {reader, record, stating_of(reader, record), figure, g_string_new(NULL), 0};
  facts.stating.said = *said;
  const RelataBratArgument *trigger =
      record->kind == 'E' && record->n > 0 ? relata_brat_argument(reader->brat, record, 0) : NULL;
  if (trigger != NULL && trigger->record != RELATA_NONE) /* some tools put an event's attributes there */
    read_attributes(&facts, trigger->record);
  read_attributes(&facts, index);
  for (guint i = reader->first_about[index]; i != RELATA_NONE; i = reader->next_about[i]) {
    const RelataBratRecord *about = relata_brat_record(reader->brat, i);
    if (about->kind == '#' && about->value != NULL)
      read_note(&facts, about);
  }
  if (facts.note->len > 0)
    set_said(&facts, RELATA_SAID_NOTE, facts.note->str, NULL);
  g_string_free(facts.note, TRUE);
  *said = facts.stating.said;
}

char *
relata_brat_words(const RelataBratRecord *mark)
{
  return relata_name_line(mark->value != NULL ? mark->value : "");
}

/* Reads a date from an N line, a note or a text. FALSE where it cannot be read. */
static gboolean
check_date(const RelataBratReader *reader, const RelataBratRecord *record, const char *value,
           RelataDate *date)
{
  g_autofree char *trimmed = g_strstrip(g_strdup(value));
  RelataStating stating = stating_of(reader, record);
  relata_statement_set(&stating, RELATA_SAID_WHEN,
                       &(RelataValue){.text = trimmed, .at = &record->value_where});
  *date = stating.said.when;
  return relata_date_is_set(date);
}

gboolean
relata_brat_date_of(const RelataBratReader *reader, guint mark, RelataDate *date)
{
  for (guint i = reader->first_about[mark]; i != RELATA_NONE; i = reader->next_about[i]) {
    const RelataBratRecord *about = relata_brat_record(reader->brat, i);
    if (about->kind == 'N' && g_ascii_strcasecmp(about->database, "edtf") == 0)
      return check_date(reader, about, about->value, date);
    if (about->kind == '#' && about->value != NULL && g_ascii_strncasecmp(about->value, "when=", 5) == 0) {
      g_autofree char *value = g_strndup(about->value + 5, strcspn(about->value + 5, ";"));
      return check_date(reader, about, value, date);
    }
  }
  const RelataBratRecord *record = relata_brat_record(reader->brat, mark);
  g_autofree char *words = relata_brat_words(record);
  g_autofree char *edtf = relata_brat_read_date(words);
  if (edtf != NULL)
    return check_date(reader, record, edtf, date);
  if (*words != '\0') {
    g_autofree char *hint = g_strdup_printf("give the date: N1\tReference %s edtf:2021-08-26", record->id);
    relata_diagnose(reader->diagnostics, RELATA_WARNING, "no-date", &record->value_where, hint,
                    "%s: the text does not say the whole date", record->id);
  }
  return FALSE;
}
