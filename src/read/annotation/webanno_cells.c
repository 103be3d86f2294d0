/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The cells of WebAnno TSV: annotations side by side ("a|b"), numbers that say which of them goes on in the
 * next row ("a[1]"), references ("1-2[1]"), and what they make in the model. */
#include "read/annotation/webanno_tsv.h"

#include <string.h>

/* More annotations of one layer in one row are not read. */
#define MOST_STACKED 1000

/* ── Words ── */

char *
relata_webanno_unescape(const char *written)
{
  static const char letters[] = "trnf", means[] = "\t\r\n\f";
  GString *text = g_string_new(NULL);
  for (const char *at = written; *at != '\0'; at++) {
    if (*at == '\\' && at[1] != '\0') {
      const char *letter = strchr(letters, *++at);
      g_string_append_c(text, letter != NULL ? means[letter - letters] : *at);
    } else {
      g_string_append_c(text, *at);
    }
  }
  return g_string_free(text, FALSE);
}

/* Returns the parts between separators that are not escaped. Free with g_strfreev(). */
static GStrv
split(const char *written, char separator)
{
  GPtrArray *parts = g_ptr_array_new();
  const char *from = written;
  const char *at = written;
  for (; *at != '\0'; at++) {
    if (*at == '\\' && at[1] != '\0') {
      at++;
    } else if (*at == separator && parts->len < MOST_STACKED) {
      g_ptr_array_add(parts, g_strndup(from, (gsize)(at - from)));
      from = at + 1;
    }
  }
  g_ptr_array_add(parts, g_strndup(from, (gsize)(at - from)));
  g_ptr_array_add(parts, NULL);
  return (GStrv)g_ptr_array_free(parts, FALSE);
}

/* Cuts the number off "value[12]", and returns it; "" where there is none. */
static const char *
cut_number(char *written)
{
  const gsize n = strlen(written);
  char *open = strrchr(written, '[');
  if (n < 3 || written[n - 1] != ']' || open == NULL || (open > written && open[-1] == '\\'))
    return "";
  if (strspn(open + 1, "0123456789_") != (gsize)(written + n - 1 - (open + 1)))
    return "";
  *open = '\0';
  written[n - 1] = '\0';
  return open + 1;
}

/* ── Annotations ── */

static char *
key_of(guint layer, const char *row, const char *number)
{
  return g_strdup_printf("%u %s %s", layer, row, number);
}

static const RelataWebannoLayer *
layer_at(const RelataWebanno *tsv, guint index)
{
  return &g_array_index(tsv->layers, RelataWebannoLayer, index);
}

static RelataWebannoAnnotation *
annotation_at(const RelataWebanno *tsv, guint index)
{
  return &g_array_index(tsv->annotations, RelataWebannoAnnotation, index);
}

static guint
find(const RelataWebanno *tsv, guint layer, const char *row, const char *number)
{
  g_autofree char *key = key_of(layer, row, number);
  return GPOINTER_TO_UINT(g_hash_table_lookup(tsv->at, key));
}

static void
enter(RelataWebanno *tsv, guint layer, const char *row, const char *number, guint annotation)
{
  g_autofree char *key = key_of(layer, row, number);
  if (!g_hash_table_contains(tsv->at, key))
    g_hash_table_insert(tsv->at, g_string_chunk_insert(tsv->strings, key), GUINT_TO_POINTER(annotation));
}

/* Adds an annotation, and returns its index + 1. */
static guint
add_annotation(RelataWebanno *tsv, guint layer, const char *type, const char *row, const char *number,
               guint n_values, RelataPlace where)
{
  const char *dot = strrchr(type, '.');
  const char *shown = dot != NULL ? dot + 1 : type;
  g_autofree char *id = *number != '\0' ? g_strdup_printf("%s:%s[%s]", row, shown, number)
                                        : g_strdup_printf("%s:%s", row, shown);
  RelataWebannoAnnotation added = {layer,
                                   type,
                                   g_string_chunk_insert(tsv->strings, id),
                                   row,
                                   g_string_chunk_insert(tsv->strings, number),
                                   -1,
                                   -1,
                                   tsv->values->len,
                                   where};
  g_ptr_array_set_size(tsv->values, (gint)(tsv->values->len + n_values));
  g_array_append_val(tsv->annotations, added);
  return tsv->annotations->len;
}

/* Widens the annotation by a row. */
static void
widen(RelataWebannoAnnotation *annotation, gint64 begin, gint64 end)
{
  if (begin < 0)
    return;
  annotation->begin = annotation->begin < 0 ? begin : MIN(annotation->begin, begin);
  annotation->end = MAX(annotation->end, end);
}

/* ── Rows ── */

/* The cells of a layer in a row. */
typedef struct {
  const RelataWebannoRow *row;
  guint layer;
  GStrv *parts; /* by column: what stands side by side in it */
  guint n;      /* the most of them */
} Cells;

/* Returns the number of the annotation k; of a link of a chain, which chain and which link. Empty where there
 * is none. Cuts it off. */
static const char *
number_of(const RelataWebanno *tsv, const Cells *cells, guint k, gboolean *is_there)
{
  const RelataWebannoLayer *layer = layer_at(tsv, cells->layer);
  const char *number = "";
  for (guint c = 0; c < layer->n; c++) {
    const RelataWebannoUse use = g_array_index(tsv->columns, RelataWebannoColumn, layer->first + c).use;
    char *part = k < g_strv_length(cells->parts[c]) ? cells->parts[c][k] : NULL;
    if (part == NULL || *part == '\0' || strcmp(part, "_") == 0)
      continue;
    *is_there = TRUE;
    char *arrow = use == RELATA_WEBANNO_CHAIN ? g_strrstr(part, "->") : NULL;
    if (arrow != NULL) {
      *arrow = '\0';
      number = arrow + 2;
    } else if (use != RELATA_WEBANNO_GOVERNOR && use != RELATA_WEBANNO_TARGETS) {
      const char *cut = cut_number(part);
      number = *number == '\0' ? cut : number;
    }
  }
  return number;
}

static void
set_values(const RelataWebanno *tsv, const Cells *cells, guint k, const RelataWebannoAnnotation *annotation)
{
  const RelataWebannoLayer *layer = layer_at(tsv, cells->layer);
  for (guint c = 0; c < layer->n; c++) {
    const char *part = k < g_strv_length(cells->parts[c]) ? cells->parts[c][k] : "_";
    if (*part != '\0' && strcmp(part, "_") != 0 && strcmp(part, "*") != 0)
      g_ptr_array_index(tsv->values, annotation->values + c) = g_string_chunk_insert(tsv->strings, part);
  }
}

static void
read_annotation(RelataWebanno *tsv, const Cells *cells, guint k)
{
  const RelataWebannoLayer *layer = layer_at(tsv, cells->layer);
  const RelataWebannoRow *row = cells->row;
  gboolean is_there = FALSE;
  const char *number = number_of(tsv, cells, k, &is_there);
  if (!is_there)
    return;
  g_autofree char *own =
      *number == '\0' && k > 0 ? g_strdup_printf("%u", k + 1) : NULL; /* tells two in one row apart */
  const gboolean numbered = *number != '\0' && layer->kind != RELATA_WEBANNO_RELATIONS;
  guint known = numbered ? find(tsv, cells->layer, "", number) : 0;
  if (known == 0) {
    known = add_annotation(tsv, cells->layer, layer->type, row->id, own != NULL ? own : number, layer->n,
                           row->where);
    set_values(tsv, cells, k, annotation_at(tsv, known - 1));
  }
  widen(annotation_at(tsv, known - 1), row->begin, row->end);
  if (numbered) {
    enter(tsv, cells->layer, "", number, known);
    enter(tsv, cells->layer, row->id, number, known);
  }
  enter(tsv, cells->layer, row->id, "", known);
}

void
relata_webanno_read_row(RelataWebanno *tsv, const RelataWebannoRow *row)
{
  g_auto(GStrv) written = g_strsplit(row->cells, "\t", -1);
  const guint n_written = g_strv_length(written);
  const RelataWebannoPlace place = {row->begin, row->end};
  g_array_append_val(tsv->spans, place);
  g_hash_table_insert(tsv->places, (gpointer)row->id, GUINT_TO_POINTER(tsv->spans->len));
  for (guint i = 0; i < tsv->layers->len; i++) {
    const RelataWebannoLayer *layer = layer_at(tsv, i);
    Cells cells = {row, i, g_new0(GStrv, layer->n), 0};
    for (guint c = 0; c < layer->n; c++) {
      cells.parts[c] = split(layer->first + c < n_written ? written[layer->first + c] : "_", '|');
      cells.n = MAX(cells.n, g_strv_length(cells.parts[c]));
    }
    for (guint k = 0; k < cells.n; k++)
      read_annotation(tsv, &cells, k);
    for (guint c = 0; c < layer->n; c++)
      g_strfreev(cells.parts[c]);
    g_free(cells.parts);
  }
}

/* ── References ── */

/* Returns the token itself as an annotation, as the end of a relation between annotations of a layer that the
 * head does not have, + 1; 0 where there is no such row. */
static guint
token_as(RelataWebanno *tsv, const char *row, const char *type)
{
  const guint place = GPOINTER_TO_UINT(g_hash_table_lookup(tsv->places, row));
  if (place == 0)
    return 0;
  guint known = find(tsv, G_MAXUINT, row, type);
  if (known == 0) {
    known = add_annotation(tsv, G_MAXUINT, type, g_string_chunk_insert(tsv->strings, row), "", 0,
                           (RelataPlace){tsv->uima->reading.input->shown, 0, 0});
    enter(tsv, G_MAXUINT, row, type, known);
    const RelataWebannoPlace *at = &g_array_index(tsv->spans, RelataWebannoPlace, place - 1);
    widen(annotation_at(tsv, known - 1), at->begin, at->end);
  }
  return known;
}

/* Returns the id of the annotation of a type in a row, of all its rows; where there is none, words that are
 * the id of nothing. */
static const char *
resolve(RelataWebanno *tsv, const char *row, const char *number, const char *type)
{
  const gboolean any = strcmp(type, "uima.tcas.Annotation") == 0;
  gboolean has_layer = any;
  if (strcmp(number, "0") == 0)
    number = "";
  for (guint i = 0; i < tsv->layers->len; i++) {
    const RelataWebannoLayer *layer = layer_at(tsv, i);
    if (layer->kind != RELATA_WEBANNO_SPANS || (!any && strcmp(layer->type, type) != 0))
      continue;
    has_layer = TRUE;
    const guint found = find(tsv, i, row, number);
    if (found > 0)
      return annotation_at(tsv, found - 1)->id;
  }
  const guint token = has_layer ? 0 : token_as(tsv, row, type);
  return token > 0 ? annotation_at(tsv, token - 1)->id : g_string_chunk_insert(tsv->strings, row);
}

/* ── Into the model ── */

static void
add_place(RelataUima *uima, gint64 begin, gint64 end)
{
  g_autofree char *from = g_strdup_printf("%" G_GINT64_FORMAT, begin);
  g_autofree char *to = g_strdup_printf("%" G_GINT64_FORMAT, end);
  relata_uima_add(uima, "begin", from);
  relata_uima_add(uima, "end", to);
}

/* The two cells of a slot: its column of targets, and what stands beside it. */
typedef struct {
  RelataWebanno *tsv;
  const RelataWebannoAnnotation *annotation;
  const RelataWebannoColumn *column;
  const char *roles;
} Slot;

/* Adds "Governor" and "Dependent": the row of a relation is that of its dependent. */
static void
add_ends(RelataWebanno *tsv, const RelataWebannoAnnotation *annotation, const char *type, const char *written)
{
  g_autofree char *governor = g_strdup(written);
  g_autofree char *numbers = g_strdup(cut_number(governor));
  char *second = strchr(numbers, '_');
  if (second != NULL)
    *second++ = '\0';
  relata_uima_add(tsv->uima, "Governor", resolve(tsv, governor, numbers, type));
  relata_uima_add(tsv->uima, "Dependent", resolve(tsv, annotation->row, second != NULL ? second : "", type));
}

/* Adds the links of a slot, "p1;p2" to "1-2[3];1-5", each a structure of its own, to which the host refers.
 */
static void
add_links(const Slot *slot, const char *targets)
{
  RelataWebanno *tsv = slot->tsv;
  g_auto(GStrv) roles = split(slot->roles != NULL ? slot->roles : "*", ';');
  g_auto(GStrv) written = split(targets, ';');
  const guint n_roles = g_strv_length(roles);
  for (guint i = 0; written[i] != NULL; i++) {
    const char *number = cut_number(written[i]);
    g_autofree char *id = g_strdup_printf("%s:%s:%u", slot->annotation->id, slot->column->name, i + 1);
    g_autofree char *type = g_strconcat(slot->annotation->type, ":", slot->column->name, NULL);
    g_autofree char *role =
        i < n_roles && strcmp(roles[i], "*") != 0 ? relata_webanno_unescape(roles[i]) : NULL;
    relata_uima_begin(tsv->uima, id, type, slot->annotation->where);
    relata_uima_add(tsv->uima, "role", role);
    relata_uima_add(tsv->uima, "target", resolve(tsv, written[i], number, slot->column->target));
  }
}

static void
refer_to_links(const Slot *slot, const char *targets)
{
  g_auto(GStrv) written = split(targets, ';');
  GString *ids = g_string_new(NULL);
  for (guint i = 0; written[i] != NULL; i++)
    g_string_append_printf(ids, "%s%s:%s:%u", i > 0 ? " " : "", slot->annotation->id, slot->column->name,
                           i + 1);
  relata_uima_add(slot->tsv->uima, slot->column->name, ids->str);
  g_string_free(ids, TRUE);
}

static void
add_value(RelataWebanno *tsv, const RelataWebannoAnnotation *annotation, guint c)
{
  const RelataWebannoColumn *column =
      &g_array_index(tsv->columns, RelataWebannoColumn, layer_at(tsv, annotation->layer)->first + c);
  const char *value = g_ptr_array_index(tsv->values, annotation->values + c);
  const Slot slot = {tsv, annotation, column, NULL};
  if (value == NULL || column->use == RELATA_WEBANNO_ROLES)
    return;
  if (column->use == RELATA_WEBANNO_GOVERNOR) {
    add_ends(tsv, annotation, column->target, value);
  } else if (column->use == RELATA_WEBANNO_TARGETS) {
    refer_to_links(&slot, value);
  } else {
    g_autofree char *text = relata_webanno_unescape(value);
    relata_uima_add(tsv->uima, column->name, text);
  }
}

/* Adds what an annotation refers to before it, and after it what refers to others. */
static void
add_structure(RelataWebanno *tsv, const RelataWebannoAnnotation *annotation, const char *next)
{
  const RelataWebannoLayer *layer = annotation->layer != G_MAXUINT ? layer_at(tsv, annotation->layer) : NULL;
  for (guint c = 0; layer != NULL && c < layer->n; c++) {
    const RelataWebannoColumn *column = &g_array_index(tsv->columns, RelataWebannoColumn, layer->first + c);
    const char *targets = g_ptr_array_index(tsv->values, annotation->values + c);
    if (column->use == RELATA_WEBANNO_TARGETS && targets != NULL)
      add_links(&(Slot){tsv, annotation, column, g_ptr_array_index(tsv->values, annotation->values + c - 1)},
                targets);
  }
  relata_uima_begin(tsv->uima, annotation->id, annotation->type, annotation->where);
  add_place(tsv->uima, annotation->begin, annotation->end);
  for (guint c = 0; layer != NULL && c < layer->n; c++)
    add_value(tsv, annotation, c);
  relata_uima_add(tsv->uima, "next", next);
}

/* ── Chains ── */

/* Returns the number of a link, "1-2", as chain and place in it. */
static void
read_link(const char *number, guint64 *chain, guint64 *place)
{
  char *end;
  *chain = g_ascii_strtoull(number, &end, 10);
  *place = *end == '-' ? g_ascii_strtoull(end + 1, NULL, 10) : 0;
}

static gint
compare_links(gconstpointer a, gconstpointer b)
{
  const RelataWebannoAnnotation *left = *(const RelataWebannoAnnotation *const *)a,
                                *right = *(const RelataWebannoAnnotation *const *)b;
  guint64 chains[2], places[2];
  read_link(left->number, &chains[0], &places[0]);
  read_link(right->number, &chains[1], &places[1]);
  if (left->layer != right->layer)
    return left->layer < right->layer ? -1 : 1;
  if (chains[0] != chains[1])
    return chains[0] < chains[1] ? -1 : 1;
  return places[0] < places[1] ? -1 : places[0] > places[1];
}

static gboolean
are_of_one_chain(const RelataWebannoAnnotation *a, const RelataWebannoAnnotation *b)
{
  guint64 chains[2], place;
  read_link(a->number, &chains[0], &place);
  read_link(b->number, &chains[1], &place);
  return a->layer == b->layer && chains[0] == chains[1];
}

/* Adds the links of chains, in order, and the chains that begin with them. */
static void
add_chains(RelataWebanno *tsv, GPtrArray *links)
{
  g_ptr_array_sort(links, compare_links);
  for (guint i = 0; i < links->len; i++) {
    const RelataWebannoAnnotation *link = g_ptr_array_index(links, i);
    const RelataWebannoAnnotation *next = i + 1 < links->len ? g_ptr_array_index(links, i + 1) : NULL;
    const gboolean first = i == 0 || !are_of_one_chain(g_ptr_array_index(links, i - 1), link);
    const char *type = link->type;
    add_structure(tsv, link, next != NULL && are_of_one_chain(link, next) ? next->id : NULL);
    g_autofree char *stem =
        g_str_has_suffix(type, "Link") ? g_strndup(type, strlen(type) - strlen("Link")) : g_strdup(type);
    g_autofree char *chain = g_strconcat(stem, "Chain", NULL);
    if (first) {
      relata_uima_begin(tsv->uima, NULL, chain, link->where);
      relata_uima_add(tsv->uima, "first", link->id);
    }
  }
}

void
relata_webanno_add(RelataWebanno *tsv)
{
  g_autoptr(GPtrArray) links = g_ptr_array_new();
  for (guint i = 0; i < tsv->annotations->len; i++) {
    const RelataWebannoAnnotation annotation =
        *annotation_at(tsv, i); /* tokens may be added, which moves them */
    if (annotation.layer == G_MAXUINT || layer_at(tsv, annotation.layer)->kind != RELATA_WEBANNO_CHAINS)
      add_structure(tsv, &annotation, NULL);
  }
  for (guint i = 0; i < tsv->annotations->len; i++) {
    const RelataWebannoAnnotation *annotation = annotation_at(tsv, i);
    if (annotation->layer != G_MAXUINT && layer_at(tsv, annotation->layer)->kind == RELATA_WEBANNO_CHAINS)
      g_ptr_array_add(links, (gpointer)annotation);
  }
  add_chains(tsv, links);
}
