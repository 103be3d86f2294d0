/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A mapping says what the columns of a table mean: which documents, actors, events, claims and figures a row
 * gives. It is a JSON file (data/schemas/mapping.schema.json); those of well-known tables are built in
 * (data/mappings), and one for plain columns is made from their names (read/table/mapping_guess.c). */
#ifndef RELATA_READ_TABLE_MAPPING_H
#define RELATA_READ_TABLE_MAPPING_H

#include "read/json/json_records.h"
#include "read/table/table.h"
#include "text/date_pattern.h"

G_BEGIN_DECLS

typedef struct {
  const char *literal; /* NULL: a column */
  guint column;        /* its index among the mapping's columns; RELATA_NONE: the value that is formatted */
  gboolean date;       /* what stands in it is written as EDTF, if its form has one meaning: "{day|date}" */
} RelataTemplatePiece;

/* The columns that text is made of: "{dyad_st_year}-{dyad_st_month}". */
typedef struct {
  GArray *pieces; /* of RelataTemplatePiece */
} RelataTemplate;

typedef struct {
  RelataTemplate of;
  const char *equals; /* NULL: not asked for */
  GPtrArray *in;      /* const char *; NULL: not asked for */
  GRegex *matches;    /* NULL: not asked for */
  int empty;          /* 1 must be empty, 0 must not be, −1 not asked for */
} RelataCondition;

/* What a value is made of. */
typedef struct RelataMappingValue RelataMappingValue;
struct RelataMappingValue {
  gboolean is_field; /* it is what stands in one column, and nothing is done with it */
  GPtrArray *list;   /* RelataMappingValue: their values one after another; NULL: made as the rest says */
  RelataTemplate from;
  GHashTable *table; /* what each word means; "*" is all else; NULL: what it says */
  GRegex *extract;   /* its first group is the value; NULL: all is */
  const char *split; /* a separator of several values; NULL: one */
  GPtrArray *dates;  /* const char *, patterns; NULL: no date, or one whose form has one meaning */
  gboolean has_format;
  RelataTemplate format; /* of each piece */
  gboolean trim;
  const char *otherwise;         /* where it is empty; NULL: then there is none */
  GArray *conditions;            /* of RelataCondition; NULL: none */
  RelataMappingValue *precision; /* of a date: "~", "month" or "year"; NULL: as written */
  const cJSON *at;
};

/* Somebody whom a row names. */
typedef struct {
  const char *place; /* the name by which claims mean it: "a" */
  RelataMappingValue *id, *name, *aliases, *weak_aliases, *type, *description;
  GPtrArray *links; /* RelataMappingValue, and before each its registry's name in link_keys */
  GPtrArray *link_keys;
} RelataActorPlace;

typedef struct {
  RelataMappingValue *id, *title, *publisher, *published, *url, *author, *origin, *language;
  RelataMappingValue *otherwise; /* of rows that name none: document_default */
  gboolean zip;
} RelataDocumentPlace;

typedef struct {
  RelataMappingValue *type, *when, *text, *by, *stance, *certainty, *confidence, *note, *where;
  guint from, to; /* places of actors */
  gboolean of_event;
  GArray *conditions;
  RelataMappingValue *undirected; /* "true": the relation has no direction in this row */
} RelataClaimPlace;

typedef struct {
  RelataMappingValue *id, *type, *label, *place, *when, *text;
  GPtrArray *roles;    /* const char * */
  GArray *role_places; /* of guint: places of actors */
} RelataEventPlace;

typedef struct {
  RelataMappingValue *measure, *min, *max, *best, *unit, *when, *by, *text;
  guint of; /* a place of actors, or RELATA_NONE: the row's event */
} RelataFigurePlace;

/* Rows, or actors, that are left out. */
typedef struct {
  const char *word; /* why, in messages: "no first actor" */
  guint place;      /* RELATA_NONE: the row */
  guint same[2];    /* places of two whom the row says to be one, perhaps; RELATA_NONE: it does not */
  GArray *conditions;
} RelataSkip;

typedef struct {
  const char *name;    /* "acled", or the file's */
  GPtrArray *match;    /* const char *: columns that a table of this kind has; NULL: any table */
  guint match_columns; /* or how many, where it has no header; 0: any number */
  RelataDialect dialect;
  const char *encoding; /* NULL: UTF-8, or what is asked for */
  gboolean elsewhere;   /* it is of several tables, and the file is none of them */
  gboolean headless;    /* the first row is no header */
  GPtrArray *header;    /* const char *: the names of the columns, where it has none; or NULL */
  guint skip_lines;
  GHashTable *null; /* words that mean "empty" */
  gboolean ids;     /* what names an actor is an id, also where it is a column alone */
  RelataDocumentPlace document;
  GArray *actors; /* of RelataActorPlace */
  gboolean has_event;
  RelataEventPlace event;
  GArray *claims;      /* of RelataClaimPlace */
  GArray *figures;     /* of RelataFigurePlace */
  GArray *skips;       /* of RelataSkip */
  const cJSON *schema; /* NULL: none */
  GPtrArray *columns;  /* const char *: all that it names */
  RelataJson *json;    /* its tree, which all this borrows from */
  char *bytes;
  GStringChunk *strings;
  GPtrArray *values; /* all of RelataMappingValue, owned */
} RelataMapping;

/* Parses a mapping for a table, of which `file` is the file's name: it counts where the mapping is one of
 * several tables, and may be NULL. Takes ownership of the bytes. NULL after reporting what is wrong. Free
 * with relata_mapping_free(). */
RelataMapping *relata_mapping_parse(char *bytes, gsize n, const char *name, const char *shown,
                                    const char *file, RelataDiagnostics *diagnostics);
void relata_mapping_free(RelataMapping *mapping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RelataMapping, relata_mapping_free)

/* Returns whether the table that the input begins is of the kind that the mapping is for. */
gboolean relata_mapping_fits(const RelataMapping *mapping, const RelataInput *input);

/* The mappings that are built in (data/mappings); the table ends with a row without a name. */
typedef struct {
  const char *name; /* "acled" */
  const unsigned char *bytes;
  gsize n;
} RelataMappingSource;
extern const RelataMappingSource relata_mapping_sources[];

/* Returns a mapping that is built in, by its name; NULL where there is none. Newly allocated. */
RelataMapping *relata_mapping_built_in(const char *name);

/* Returns, as JSON, the mapping of a table: the first built-in one that fits it, else what the names of its
 * columns and its first rows suggest, with a "?" where a person has to decide. NULL where they do not even
 * say who is related to whom. *name is what it is called. Newly allocated; the name is borrowed for ever.
 * Reads only what the input holds. */
char *relata_mapping_propose(const RelataInput *input, const char **name);
/* Does the second of these. */
char *relata_mapping_guess(const RelataInput *input, const char **name);

/* ── A row under a mapping ── */

/* The most values of a cell that is split, and the most claims of a row: a few kilobytes must not become
 * millions of claims. */
#define RELATA_MAPPING_MOST 100000

/* A date that was read lately: a table has few days, and many rows of each. */
typedef struct {
  const RelataMappingValue *value;
  char *text, *edtf; /* owned */
  RelataWritten written;
  gboolean timed;
} RelataKeptDate;

#define RELATA_KEPT_DATES_OF_TABLE 8192

typedef struct {
  const RelataMapping *mapping;
  const guint *field_of; /* the mapping's column → the table's, or RELATA_NONE */
  const char *const *fields;
  guint n;
  RelataAccount *account; /* counts times of day that are dropped; may be NULL */
  GPtrArray *made;        /* texts that are not as they stand in a field, owned until the next row */
  GPtrArray *values;      /* for relata_mapping_value() */
  RelataKeptDate *dates;  /* RELATA_KEPT_DATES_OF_TABLE, by the hash of the text */
} RelataMappedRow;

/* Make and free what a row needs; the rest of its members is set by the caller. */
void relata_mapped_row_init(RelataMappedRow *row);
void relata_mapped_row_clear(RelataMappedRow *row);

/* Begins a row: what the functions below gave of the one before is gone. */
void relata_mapped_row_begin(RelataMappedRow *row, const char *const *fields, guint n);

/* Puts the values (const char *, borrowed until the next row) that the row gives into the array, which
 * ends behind RELATA_MAPPING_MOST of a cell; NULL for value gives none. */
void relata_mapping_values(const RelataMappingValue *value, RelataMappedRow *row, GPtrArray *values);
/* Returns the first of them, borrowed, or NULL. */
const char *relata_mapping_value(const RelataMappingValue *value, RelataMappedRow *row);
/* Returns the date, EDTF: of one value, or of two the interval. NULL where there is none; *wrong, newly
 * allocated, is then what could not be read as one, or NULL. An interval of one day is that day, unless it is
 * of a state. */
char *relata_mapping_date(const RelataMappingValue *value, RelataMappedRow *row, gboolean state,
                          char **wrong);
/* Returns whether all conditions hold; none always do. */
gboolean relata_mapping_holds(const GArray *conditions, const RelataMappedRow *row);
/* Returns whether the value is one column and nothing else: what it holds is a name, and no id. */
gboolean relata_mapping_is_column(const RelataMappingValue *value);

G_END_DECLS

#endif
