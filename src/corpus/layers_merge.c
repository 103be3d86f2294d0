/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes one statement of those that say the same in different layers of a document. */
#include "corpus/internal.h"
#include "corpus/layers.h"

#include <math.h>
#include <string.h>

/* Events within events are merged down to this depth. */
#define MOST_ROUNDS 8
/* With so many equal statements one is compared; who repeats one more often is not helped. */
#define MOST_EQUAL 100

/* A statement with what it says besides its circumstances, as text, so that equal ones can be sorted
 * together. */
typedef struct {
  char *key;
  guint index;
  RelataStatement *said;
} Keyed;

typedef struct {
  RelataCorpus *corpus;
  GHashTable *kept; /* id of a statement that is no more → id of the one that it became, which comes first */
} Merger;

static void
clear_keyed(gpointer data)
{
  g_free(((Keyed *)data)->key);
}

static gint
compare_keyed(gconstpointer a, gconstpointer b)
{
  const Keyed *left = a, *right = b;
  const int by_key = strcmp(left->key, right->key);
  return by_key != 0 ? by_key : strcmp(left->said->id, right->said->id);
}

/* ── Whether two say the same, and what the one that is kept takes from the other ── */

static gboolean
speaks(const RelataStatement *said)
{
  return said->by != RELATA_NONE || said->by_text != NULL;
}

static gboolean
is_placed(const RelataStatement *said)
{
  return said->place != RELATA_NONE || said->place_text != NULL;
}

/* Two actors are compared by themselves, and words where there is none. */
static gboolean
is_same(guint a, const char *a_words, guint b, const char *b_words)
{
  return a == b && (a != RELATA_NONE || g_strcmp0(a_words, b_words) == 0);
}

/* Returns whether nothing that both say of the circumstances differs. */
static gboolean
agree(const RelataStatement *a, const RelataStatement *b)
{
  if (a->stance != b->stance || a->certainty != b->certainty || a->misquoted != b->misquoted ||
      g_strcmp0(a->quote, b->quote) != 0)
    return FALSE;
  if (relata_date_is_set(&a->when) && relata_date_is_set(&b->when) && strcmp(a->when.edtf, b->when.edtf) != 0)
    return FALSE;
  if (speaks(a) && speaks(b) && (!is_same(a->by, a->by_text, b->by, b->by_text) || a->through != b->through))
    return FALSE;
  if (is_placed(a) && is_placed(b) && !is_same(a->place, a->place_text, b->place, b->place_text))
    return FALSE;
  if (a->credibility != 0 && b->credibility != 0 && a->credibility != b->credibility)
    return FALSE;
  return isnan(a->confidence) || isnan(b->confidence) ||
         !(a->confidence < b->confidence || a->confidence > b->confidence);
}

/* Returns whether a layer is in both. */
static gboolean
share_layer(const RelataStatement *a, const RelataStatement *b)
{
  for (const char *const *at = b->layers; at != NULL && *at != NULL; at++)
    if (relata_layers_have(a->layers, *at))
      return TRUE;
  return FALSE;
}

static const char *
both_notes(RelataCorpus *corpus, const char *a, const char *b)
{
  if (a == NULL || b == NULL || strcmp(a, b) == 0)
    return a != NULL ? a : b;
  g_autofree char *both = g_strdup_printf("%s; %s", a, b);
  return relata_corpus_intern(corpus, both);
}

/* Adds to a statement what only the other one says, and its layers. */
static void
absorb(const Merger *merger, RelataStatement *said, const RelataStatement *other)
{
  if (!relata_date_is_set(&said->when))
    said->when = other->when;
  if (!speaks(said)) {
    said->by = other->by;
    said->by_text = other->by_text;
    said->through = other->through;
  }
  if (!is_placed(said)) {
    said->place = other->place;
    said->place_text = other->place_text;
  }
  said->credibility = said->credibility != 0 ? said->credibility : other->credibility;
  said->confidence = isnan(said->confidence) ? other->confidence : said->confidence;
  said->note = both_notes(merger->corpus, said->note, other->note);
  said->layers = relata_layers_union(merger->corpus, said->layers, other->layers);
  if (strcmp(said->id, other->id) != 0) /* an event's claim has its event's id */
    g_hash_table_insert(merger->kept, (gpointer)other->id, (gpointer)said->id);
}

/* Merges statements with equal keys. Returns by index the one that each became: itself where it is kept. */
static guint *
merge_equal(const Merger *merger, GArray *keyed, guint n)
{
  guint *became = g_new0(guint, n + 1);
  for (guint i = 0; i < n; i++)
    became[i] = i;
  g_array_sort(keyed, compare_keyed);
  for (guint first = 0, end; first < keyed->len; first = end) {
    const char *key = g_array_index(keyed, Keyed, first).key;
    for (end = first + 1; end < keyed->len && strcmp(g_array_index(keyed, Keyed, end).key, key) == 0; end++) {
      const Keyed *one = &g_array_index(keyed, Keyed, end);
      for (guint k = first; k < MIN(end, first + MOST_EQUAL); k++) {
        const Keyed *other = &g_array_index(keyed, Keyed, k);
        if (became[other->index] != other->index || share_layer(other->said, one->said) ||
            !agree(other->said, one->said))
          continue;
        absorb(merger, other->said, one->said);
        became[one->index] = other->index;
        break;
      }
    }
  }
  return became;
}

/* Adds a statement that is in a layer and can be found in its document. Takes ownership of the key. */
static void
add_keyed(GArray *keyed, guint index, RelataStatement *said, char *key)
{
  const gboolean placed = relata_span_is_set(said->span);
  if (said->layers != NULL && said->document != RELATA_NONE && (placed || said->quote != NULL)) {
    const Keyed one = {g_strdup_printf("%u %u-%u %s\n%s", said->document, said->span.start, said->span.end,
                                       key, placed ? "" : said->quote),
                       index, said};
    g_array_append_val(keyed, one);
  }
  g_free(key);
}

static GArray *
new_keyed(void)
{
  GArray *keyed = g_array_new(FALSE, FALSE, sizeof(Keyed));
  g_array_set_clear_func(keyed, clear_keyed);
  return keyed;
}

/* Removes the records that became others, and frees what they own with `clear`, which may be NULL. Returns by
 * the index before where each is now: one that is no more is where the one that it became is. */
static guint *
compact(GArray *records, const guint *became, GDestroyNotify clear)
{
  const guint size = g_array_get_element_size(records);
  guint *now = g_new0(guint, records->len + 1);
  guint n_kept = 0;
  for (guint i = 0; i < records->len; i++) {
    char *record = records->data + (gsize)i * size;
    if (became[i] == i) {
      now[i] = n_kept++;
      memmove(records->data + (gsize)now[i] * size, record, size);
      continue;
    }
    if (clear != NULL)
      clear(record);
  }
  for (guint i = 0; i < records->len; i++)
    now[i] = now[became[i]];
  records->len = n_kept; /* not by g_array_set_size(), which would clear what was moved */
  return now;
}

/* ── Events ── */

static gint
compare_strings(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *
key_of_event(const RelataEvent *event)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < event->arguments->len; i++) {
    const RelataArgument *argument = &g_array_index(event->arguments, RelataArgument, i);
    g_ptr_array_add(arguments, g_strdup_printf("%u %u %s", argument->actor, argument->event, argument->role));
  }
  g_ptr_array_sort(arguments, compare_strings);
  g_ptr_array_add(arguments, NULL);
  g_autofree char *all = g_strjoinv("\n", (char **)arguments->pdata);
  return g_strdup_printf("%u %s\n%s", event->type, event->label != NULL ? event->label : "", all);
}

static void
clear_event(gpointer data)
{
  g_array_unref(((RelataEvent *)data)->arguments);
}

static void
move(guint *index, const guint *now)
{
  if (*index != RELATA_NONE)
    *index = now[*index];
}

/* Follows the events to where they are now. */
static void
move_events(RelataCorpus *corpus, const guint *now)
{
  for (guint i = 0; i < corpus->events->len; i++) {
    const GArray *arguments = g_array_index(corpus->events, RelataEvent, i).arguments;
    for (guint k = 0; k < arguments->len; k++)
      move(&g_array_index(arguments, RelataArgument, k).event, now);
  }
  for (guint i = 0; i < corpus->claims->len; i++)
    move(&g_array_index(corpus->claims, RelataClaim, i).event, now);
  for (guint i = 0; i < corpus->figures->len; i++)
    move(&g_array_index(corpus->figures, RelataFigure, i).event, now);
  GHashTableIter iter;
  gpointer id, place;
  g_hash_table_iter_init(&iter, corpus->event_ids);
  while (g_hash_table_iter_next(&iter, &id, &place))
    g_hash_table_iter_replace(&iter, GUINT_TO_POINTER(now[GPOINTER_TO_UINT(place) - 1] + 1));
}

/* Merges events once. Returns whether any was: then those that they are parts of may have become equal. */
static gboolean
merge_events(const Merger *merger)
{
  GArray *events = merger->corpus->events;
  g_autoptr(GArray) keyed = new_keyed();
  for (guint i = 0; i < events->len; i++) {
    RelataEvent *event = &g_array_index(events, RelataEvent, i);
    add_keyed(keyed, i, &event->said, key_of_event(event));
  }
  const guint before = events->len;
  g_autofree guint *became = merge_equal(merger, keyed, before);
  g_autofree guint *now = compact(events, became, clear_event);
  if (events->len < before)
    move_events(merger->corpus, now);
  return events->len < before;
}

/* ── Claims, figures, mentions ── */

static void
merge_claims(const Merger *merger)
{
  GArray *claims = merger->corpus->claims;
  g_autoptr(GArray) keyed = new_keyed();
  for (guint i = 0; i < claims->len; i++) {
    RelataClaim *claim = &g_array_index(claims, RelataClaim, i);
    add_keyed(keyed, i, &claim->said, g_strdup_printf("%u %u %u", claim->type, claim->from, claim->to));
  }
  g_autofree guint *became = merge_equal(merger, keyed, claims->len);
  g_free(compact(claims, became, NULL));
}

static void
merge_figures(const Merger *merger)
{
  GArray *figures = merger->corpus->figures;
  g_autoptr(GArray) keyed = new_keyed();
  for (guint i = 0; i < figures->len; i++) {
    RelataFigure *figure = &g_array_index(figures, RelataFigure, i);
    for (const char *claim = figure->of_claim; claim != NULL;
         claim = g_hash_table_lookup(merger->kept, claim))
      figure->of_claim = claim;
    add_keyed(keyed, i, &figure->said,
              g_strdup_printf("%u %u %u %.17g %.17g %.17g %s\n%s", figure->measure, figure->actor,
                              figure->event, figure->min, figure->max, figure->best,
                              figure->unit != NULL ? figure->unit : "",
                              figure->of_claim != NULL ? figure->of_claim : ""));
  }
  g_autofree guint *became = merge_equal(merger, keyed, figures->len);
  g_free(compact(figures, became, NULL));
}

static void
clear_mention(gpointer data)
{
  g_free(((RelataMention *)data)->spans);
}

static gboolean
has_layers(const RelataCorpus *corpus, guint document)
{
  const char *const *layers = relata_corpus_document(corpus, document)->layers;
  return layers != NULL && layers[1] != NULL;
}

/* Two layers that mark the same as the same actor mention it once. */
static void
merge_mentions(RelataCorpus *corpus)
{
  GArray *mentions = corpus->mentions;
  g_autofree guint *became = g_new0(guint, mentions->len + 1);
  g_autoptr(GHashTable) first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < mentions->len; i++) {
    const RelataMention *mention = &g_array_index(mentions, RelataMention, i);
    became[i] = i;
    if (!has_layers(corpus, mention->document))
      continue;
    GString *key = g_string_new(NULL);
    g_string_append_printf(key, "%u %u", mention->document, mention->actor);
    for (guint k = 0; k < mention->n_spans; k++)
      g_string_append_printf(key, " %u-%u", mention->spans[k].start, mention->spans[k].end);
    const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(first, key->str));
    if (known > 0)
      became[i] = known - 1;
    else
      g_hash_table_insert(first, g_strdup(key->str), GUINT_TO_POINTER(i + 1));
    g_string_free(key, TRUE);
  }
  g_free(compact(mentions, became, clear_mention));
}

void
relata_layers_merge_statements(RelataCorpus *corpus)
{
  const Merger merger = {corpus, g_hash_table_new(g_str_hash, g_str_equal)};
  for (guint round = 0; round < MOST_ROUNDS && merge_events(&merger); round++)
    ;
  merge_claims(&merger);
  merge_figures(&merger);
  merge_mentions(corpus);
  g_hash_table_unref(merger.kept);
}
