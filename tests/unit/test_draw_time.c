/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Time in pictures: of which days, on which scale, what changed between them, everything in its place. */
#include "draw/diagram/compare.h"
#include "draw/diagram/days.h"
#include "draw/diagram/legend.h"
#include "draw/mount.h"
#include "draw/series.h"
#include "draw/timeline.h"
#include "draw/timescale.h"
#include "drawing.h"
#include "network/graph.h"
#include "text/error.h"

#include <string.h>

typedef struct {
  RelataCorpus *corpus;
  RelataView *view;
  guint a, b, c, fights, helps, d1, d2;
} Fixture;

static void
claim(Fixture *fixture, guint from, guint relation, guint to, guint document, const char *when)
{
  RelataClaim claim = {RELATA_STATEMENT_INIT, relation, from, to, RELATA_NONE};
  claim.said.document = document;
  if (when != NULL)
    g_assert_true(relata_date_parse(when, &claim.said.when, NULL));
  relata_corpus_add_claim(fixture->corpus, &claim);
}

/* A fights B in 2019, which ended, and from August 2021 on, as another document says; A helps C, no one
 * knows when; B helps C until 2020; C helps A since 2021. */
static void
set_up(Fixture *fixture, gconstpointer data)
{
  (void)data;
  RelataCorpus *corpus = fixture->corpus = relata_corpus_new();
  fixture->fights = declare_relation(corpus, "fights", -1, FALSE);
  fixture->helps = declare_relation(corpus, "helps", 1, FALSE);
  fixture->d1 = add_document(corpus, "first");
  fixture->d2 = add_document(corpus, "second");
  fixture->a = declare_actor(corpus, "a", "Alpha", NULL);
  fixture->b = declare_actor(corpus, "b", "Beta", NULL);
  fixture->c = declare_actor(corpus, "c", "Gamma", NULL);
  claim(fixture, fixture->a, fixture->fights, fixture->b, fixture->d1, "2019-02/2019-11");
  claim(fixture, fixture->a, fixture->fights, fixture->b, fixture->d2, "2021-08/..");
  claim(fixture, fixture->a, fixture->helps, fixture->c, fixture->d1, NULL);
  claim(fixture, fixture->b, fixture->helps, fixture->c, fixture->d1, "2018-03-04/2020");
  claim(fixture, fixture->c, fixture->helps, fixture->a, fixture->d2, "2021-01-15/..");
  finish(corpus);
  fixture->view = relata_view_new(corpus);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  (void)data;
  relata_view_free(fixture->view);
  relata_corpus_free(fixture->corpus);
}

static RelataNetwork *
network_as_of(Fixture *fixture, const char *date)
{
  g_autoptr(RelataSelection) selection = relata_selection_copy(fixture->view->selection);
  g_assert_true(relata_selection_set(selection, RELATA_FILTER_AS_OF, date, NULL));
  return relata_network_new(fixture->corpus, selection, NULL);
}

/* ── Networks of several dates ───────────────────────────────────────────────────────────── */

static void
test_merge(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_autoptr(RelataNetwork) early = network_as_of(fixture, "2019-06-01"),
                           late = network_as_of(fixture, "2022");
  g_assert_cmpuint(early->n_ties, ==, 3);
  g_assert_cmpuint(late->n_ties, ==, 3);
  g_autoptr(RelataNetwork) both = relata_network_merge((const RelataNetwork *const[]){early, late}, 2, NULL);
  g_assert_cmpuint(both->n_ties, ==, 4);
  g_assert_cmpint((int)igraph_ecount(relata_network_graph(both, NULL)), ==, 4);
  guint n_claims = 0;
  for (guint i = 0; i < both->n_ties; i++) {
    const RelataTie *tie = &both->ties[i];
    g_assert_cmpuint(tie->first_claim, ==, n_claims);
    n_claims += tie->n_claims;
    g_assert_cmpuint(relata_network_find_tie(both, tie->from, tie->to, tie->type), ==, i);
  }
  g_assert_cmpuint(n_claims, ==, both->n_claims);
  /* The fight is told as of the later date, not by both documents. */
  const guint fight =
      relata_network_find_tie(both, both->vertices[fixture->a], both->vertices[fixture->b], fixture->fights);
  g_assert_cmpuint(both->ties[fight].corroboration, ==, 1);
  g_assert_cmpuint(relata_network_claim(both, &both->ties[fight], 0)->said.document, ==, fixture->d2);
  g_assert_cmpuint(relata_network_find_tie(both, 0, 0, fixture->fights), ==, RELATA_NONE);
}

static const RelataCurve *
find_link(const RelataDiagram *diagram, const char *id)
{
  for (guint i = 0; i < diagram->links->len; i++) {
    const RelataCurve *link = g_ptr_array_index(diagram->links, i);
    if (strcmp(link->id, id) == 0)
      return link;
  }
  return NULL;
}

static void
test_changes(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_assert_true(relata_selection_set(fixture->view->selection, RELATA_FILTER_AS_OF, "2022", NULL));
  fixture->view->changes_since = g_strdup("2019-06-01");
  fixture->view->parallel = RELATA_PARALLEL_APART;
  g_autoptr(RelataNetwork) network = NULL;
  g_autoptr(RelataDiagram) diagram =
      relata_diagram_of_changes(fixture->corpus, fixture->view, &network, NULL);
  g_assert_cmpstr(diagram->date, ==, "2022, compared with 1 June 2019");
  g_assert_cmpstr(g_ptr_array_index(diagram->captions, 1), ==,
                  "Since 1 June 2019: 1 tie has begun, 1 has ended.");
  g_assert_nonnull(find_link(diagram, "tie__c__helps__a")->marker);
  g_assert_null(find_link(diagram, "tie__a__fights__b")->marker);
  const RelataCurve *ended = find_link(diagram, "tie__b__helps__c");
  g_assert_cmpint((int)ended->line, ==, RELATA_LINE_DOTTED);
  g_assert_nonnull(strstr(ended->classes, " ended"));
  g_assert_cmpuint(ended->strands, ==, 1);
  g_assert_true(g_str_has_prefix(ended->spoken, "ended: Beta helps Gamma"));
  g_assert_true(g_str_has_prefix(find_link(diagram, "tie__c__helps__a")->spoken, "begun: Gamma helps Alpha"));
  g_assert_true(g_str_has_prefix(find_link(diagram, "tie__a__fights__b")->spoken, "Alpha fights Beta"));
  g_assert_true(diagram->occurs.tie_changes[RELATA_BEGUN] && diagram->occurs.named_changes[RELATA_ENDED]);
  g_assert_false(diagram->occurs.actor_changes[RELATA_BEGUN] || diagram->occurs.actor_changes[RELATA_ENDED]);
}

static void
test_refused(Fixture *fixture, gconstpointer data)
{
  (void)data;
  static const char *const refused[][2] = {{NULL, "2020"}, {"2020", "2020"}, {"2020", "2021"}, {"2020", "x"}};
  for (guint i = 0; i < G_N_ELEMENTS(refused); i++) {
    g_autoptr(GError) error = NULL;
    if (refused[i][0] != NULL)
      g_assert_true(relata_selection_set(fixture->view->selection, RELATA_FILTER_AS_OF, refused[i][0], NULL));
    g_free(fixture->view->changes_since);
    fixture->view->changes_since = g_strdup(refused[i][1]);
    RelataNetwork *network = NULL;
    g_assert_null(relata_diagram_of_changes(fixture->corpus, fixture->view, &network, &error));
    g_assert_null(network);
    g_assert_error(error, RELATA_ERROR, RELATA_ERROR_VALUE);
  }
}

/* ── Marks ───────────────────────────────────────────────────────────────────────────────── */

/* What is new is friendly, a line of two strands: between them the band is to be seen, not the ground; and
 * the band is behind everything. */
static void
test_bands(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_assert_true(relata_selection_set(fixture->view->selection, RELATA_FILTER_AS_OF, "2022", NULL));
  fixture->view->changes_since = g_strdup("2019-06-01");
  fixture->view->labels = FALSE;
  g_autoptr(RelataNetwork) network = NULL;
  g_autoptr(RelataDiagram) diagram =
      relata_diagram_of_changes(fixture->corpus, fixture->view, &network, NULL);
  const RelataTheme *theme = diagram->theme;
  for (guint i = 0; i < diagram->links->len; i++)
    relata_curve_set_straight(g_ptr_array_index(diagram->links, i), (RelataPoint){0, 50.0 * i},
                              (RelataPoint){300, 50.0 * i});
  g_autoptr(GPtrArray) labels = g_ptr_array_new();
  g_autoptr(RelataGraphviz) graphviz = relata_graphviz_new(NULL);
  relata_graphviz_begin(graphviz, 60, 60);
  g_autoptr(RelataDrawing) drawing = relata_drawing_of_diagram(diagram, labels);
  g_autoptr(RelataSheet) sheet = relata_mount(diagram, drawing, graphviz, NULL);
  guint bands = 0, cores = 0;
  const RelataCurve *line = NULL;
  for (guint i = 0; i < sheet->curves->len; i++) {
    const RelataCurve *curve = g_ptr_array_index(sheet->curves, i);
    if (curve->part == RELATA_PART_MARKS) {
      g_assert_cmpuint(i, ==, bands++);
      g_assert_true(curve->from == 0 && curve->to == 0);
      g_assert_cmpstr(curve->id, ==, "marker-tie__c__helps__a");
      g_assert_cmpstr(curve->color, ==, theme->marker);
    }
    line = curve->core ? line : curve;
    if (!curve->core || line->part != RELATA_PART_DRAWING || curve->n_points == 0 || curve->has_end)
      continue;
    g_assert_cmpstr(curve->color, ==, line->marker != NULL ? theme->marker : theme->ground);
    cores += line->marker != NULL;
  }
  g_assert_cmpuint(bands, ==, 1);
  g_assert_cmpuint(cores, ==, 1);
}

/* ── Days ────────────────────────────────────────────────────────────────────────────────── */

static char *
days_of(Fixture *fixture, const char *words)
{
  g_autoptr(GArray) days = relata_frame_days(fixture->corpus, fixture->view->selection, words, NULL);
  if (days == NULL)
    return g_strdup("none");
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < days->len; i++) {
    g_autofree char *day = relata_day_to_edtf(g_array_index(days, gint32, i));
    g_string_append_printf(list, "%s%s", i > 0 ? " " : "", day);
  }
  return g_string_free(list, FALSE);
}

static void
test_days(Fixture *fixture, gconstpointer data)
{
  (void)data;
  static const char *const examples[][2] = {
      {"yearly", "2018-12-31 2019-12-31 2020-12-31 2021-12-31"},
      {"2021-02, 2020,2021-02-28", "2020-12-31 2021-02-28"},
      {"2020-02", "2020-02-29"},
      {"2014/..", "none"},
      {"never", "none"},
      {" , ", "none"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(examples); i++) {
    g_autofree char *days = days_of(fixture, examples[i][0]);
    g_assert_cmpstr(days, ==, examples[i][1]);
  }
  g_autofree char *monthly = days_of(fixture, "monthly");
  g_assert_true(g_str_has_prefix(monthly, "2018-03-31 2018-04-30 "));
  g_assert_true(g_str_has_suffix(monthly, " 2021-07-31 2021-08-31"));
}

/* What ends a state counts, though its own relation is not selected; so does the publication of what is
 * undated. */
static void
test_days_of_states(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  Fixture fixture = {.corpus = corpus, .view = NULL};
  const guint leads = declare_relation(corpus, "leads", 0, FALSE),
              slays = declare_relation(corpus, "slays", -1, FALSE);
  const guint all = RELATA_NONE, document = add_document(corpus, "d");
  RelataRelationType *slaying =
      &g_array_index(relata_schema_relation_types(relata_corpus_schema(corpus)), RelataRelationType, slays);
  slaying->event = TRUE;
  slaying->ends_to = g_array_new(FALSE, FALSE, sizeof(guint));
  g_array_append_val(slaying->ends_to, all);
  const guint a = declare_actor(corpus, "a", "A", NULL), b = declare_actor(corpus, "b", "B", NULL);
  claim(&fixture, a, leads, b, document, "2019-05-05");
  claim(&fixture, a, slays, b, document, "2021-09-03");
  finish(corpus);
  RelataView *view = fixture.view = relata_view_new(corpus);
  g_assert_true(relata_selection_set(view->selection, RELATA_FILTER_RELATION, "leads", NULL));
  g_autofree char *yearly = days_of(&fixture, "yearly"), *monthly = days_of(&fixture, "monthly");
  g_assert_cmpstr(yearly, ==, "2019-12-31 2020-12-31 2021-12-31");
  g_assert_true(g_str_has_suffix(monthly, " 2021-08-31 2021-09-30"));
  relata_view_free(view);
}

static void
test_days_of_publication(void)
{
  g_autoptr(RelataCorpus) corpus = relata_corpus_new();
  Fixture fixture = {.corpus = corpus, .view = NULL};
  const guint leads = declare_relation(corpus, "leads", 0, FALSE);
  gboolean again;
  RelataDocument *document = relata_corpus_declare_document(corpus, "d", nowhere, &again);
  g_assert_true(relata_date_parse("2022-03-04", &document->published, NULL));
  const guint a = declare_actor(corpus, "a", "A", NULL), b = declare_actor(corpus, "b", "B", NULL);
  claim(&fixture, a, leads, b, 0, NULL);
  claim(&fixture, b, leads, a, 0, "2021");
  finish(corpus);
  fixture.view = relata_view_new(corpus);
  g_autofree char *yearly = days_of(&fixture, "yearly");
  g_assert_cmpstr(yearly, ==, "2021-12-31 2022-12-31");
  relata_view_free(fixture.view);
}

/* ── Series ──────────────────────────────────────────────────────────────────────────────── */

static void
test_series(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_autoptr(GArray) days =
      relata_frame_days(fixture->corpus, fixture->view->selection, "2019-06-01,2020-06-01,2022", NULL);
  g_autoptr(RelataSeries) series = relata_series_of_view(
      fixture->corpus, fixture->view, (const gint32 *)(gconstpointer)days->data, days->len, FALSE, NULL);
  g_assert_nonnull(series);
  g_assert_cmpuint(series->whole->n_ties, ==, 4);
  static const guint n_ties[] = {3, 2, 3};
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint(((RelataDiagram *)g_ptr_array_index(series->frames, i))->n_ties, ==, n_ties[i]);
  const RelataDiagram *second = g_ptr_array_index(series->frames, 1),
                      *last = g_ptr_array_index(series->frames, 2);
  g_assert_cmpstr(second->date, ==, "1 June 2020");
  g_assert_cmpstr(g_ptr_array_index(second->captions, 1), ==, "Since 1 June 2019: 1 tie has ended.");
  g_assert_cmpstr(g_ptr_array_index(last->captions, 1), ==,
                  "Since 1 June 2020: 2 ties have begun, 1 has ended.");
  g_assert_null(find_link(second, "tie__a__fights__b"));
  g_assert_nonnull(find_link(last, "tie__a__fights__b"));
  /* The legend keeps its places. */
  g_assert_cmpuint(second->legend->len, ==, series->whole->legend->len);
  guint absent = 0;
  for (guint i = 0; i < second->legend->len; i++)
    absent += ((RelataLegendEntry *)g_ptr_array_index(second->legend, i))->absent != FALSE;
  g_assert_cmpuint(absent, >, 0);
  /* Sources are numbered once for all: the fight of 2019 rests on the first document, which no later one
   * does, and what the second frame does not rest on keeps its place. */
  for (guint i = 0; i < 3; i++) {
    const RelataDiagram *frame = g_ptr_array_index(series->frames, i);
    g_assert_true(frame->sources == series->whole->sources);
    g_assert_cmpuint(frame->sources->documents->len, ==, 2);
  }
  g_assert_cmpuint(second->sources->numbers[fixture->d2], ==, 2);
  g_assert_nonnull(strstr(g_ptr_array_index(second->captions, 0), "in 1 document."));
}

/* ── The scale ───────────────────────────────────────────────────────────────────────────── */

static char *
cells_of(const char *const *dates, guint n)
{
  g_autofree RelataDate *parsed = g_new(RelataDate, n);
  for (guint i = 0; i < n; i++)
    g_assert_true(relata_date_parse(dates[i], &parsed[i], NULL));
  g_autoptr(RelataTimescale) scale = relata_timescale_new(parsed, n);
  GString *list = g_string_new(NULL);
  double right = 0;
  for (guint i = 0; i < scale->cells->len; i++) {
    const RelataCell *cell = &g_array_index(scale->cells, RelataCell, i);
    g_autofree char *label = relata_timescale_label(cell);
    g_string_append_printf(list, "%s%s", i > 0 ? " " : "", label);
    g_assert_cmpfloat_with_epsilon(cell->left, right, 1e-12);
    g_assert_cmpfloat_with_epsilon(relata_timescale_at(scale, cell->first), cell->left, 1e-12);
    g_assert_true(i == 0 || g_array_index(scale->cells, RelataCell, i - 1).last + 1 == cell->first);
    right = cell->right;
  }
  g_assert_cmpfloat_with_epsilon(right, 1, 1e-12);
  g_assert_cmpfloat(relata_timescale_at(scale, RELATA_DAY_MIN), ==, 0);
  g_assert_cmpfloat(relata_timescale_at(scale, RELATA_DAY_MAX), ==, 1);
  return g_string_free(list, FALSE);
}

static void
test_scale(void)
{
  static const struct {
    const char *dates[3], *cells;
  } examples[] = {
      {{"2014", "2015", "2016"}, "2014 2015 2016"},
      {{"1994", "2015", "2016"}, "1994 1995–2014 2015 2016"},
      {{"2014/..", "2014", "../2015"}, "2014 2015"},
      {{"2021-08", "2021", "2020"}, "2020 Jan–Jul Aug Sep–Dec"},
      {{"2021-02", "2021-05", "2021-12-03"}, "Feb Mar Apr May Jun–Nov Dec"},
      {{"2021-08", "2021-09", "2021-10"}, "Aug Sep Oct"},
      {{"2021-02-03", "2021-02-09", "2021"},
       "Jan 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 Mar–Dec"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(examples); i++) {
    g_autofree char *cells = cells_of(examples[i].dates, 3);
    g_assert_cmpstr(cells, ==, examples[i].cells);
  }
}

/* ── The time line ───────────────────────────────────────────────────────────────────────── */

static void
check_stretch(const GArray *lasts, guint index, const char *first, const char *last)
{
  const RelataDays days = g_array_index(lasts, RelataDays, index);
  g_autofree char *begin = relata_day_to_edtf(days.first), *end = relata_day_to_edtf(days.last);
  g_assert_cmpstr(begin, ==, first);
  g_assert_cmpstr(end, ==, last);
}

static void
test_timeline(Fixture *fixture, gconstpointer data)
{
  (void)data;
  g_autoptr(RelataNetwork) network = relata_network_new(fixture->corpus, fixture->view->selection, NULL);
  const guint actors[] = {fixture->c, fixture->a};
  g_autoptr(RelataTimeline) timeline = relata_timeline_new(network, fixture->view, actors, 2, NULL);
  g_assert_nonnull(timeline);
  g_assert_cmpstr(timeline->diagram->title, ==, "Gamma and Alpha in time");
  g_assert_cmpuint(timeline->groups->len, ==, 2);
  const RelataTimelineGroup *gamma = g_ptr_array_index(timeline->groups, 0);
  g_assert_cmpstr(gamma->name, ==, "Gamma");
  g_assert_cmpuint(gamma->rows->len, ==, 2);
  const RelataTimelineRow *first = g_ptr_array_index(gamma->rows, 0);
  g_assert_cmpstr(first->id, ==, "tie__b__helps__c");
  g_assert_cmpuint(timeline->undated->len, ==, 1);
  const RelataTimelineGroup *alpha = g_ptr_array_index(timeline->groups, 1);
  g_assert_cmpuint(alpha->rows->len, ==, 1);
  const RelataTimelineRow *fight = g_ptr_array_index(alpha->rows, 0);
  g_assert_cmpuint(fight->dates->len, ==, 2);
  g_assert_cmpstr(
      fight->spoken, ==,
      "Alpha fights Beta, affirmed by 2 independent sources, denied by none; sources 1, 2; dated "
      "February – November 2019 and since August 2021 and still when published; nobody says that it "
      "ended");
  /* It is presumed to have held from the first stated day to the last, and again from 2021 on. */
  g_assert_cmpuint(fight->lasts->len, ==, 2);
  check_stretch(fight->lasts, 0, "2019-02-01", "2019-11-30");
  g_assert_cmpint(g_array_index(fight->lasts, RelataDays, 1).first, ==, relata_day_of(2021, 8, 1));
  g_assert_cmpint(g_array_index(fight->lasts, RelataDays, 1).last, ==, RELATA_DAY_MAX);
  /* The mark of what nobody says to have ended is no longer than what is said of it. */
  g_assert_cmpint(g_array_index(fight->marks, RelataDate, 1).end_max, ==, relata_day_of(2021, 8, 31));
  g_assert_cmpstr(fight->figures->text, ==, "1,2");
  const RelataTimelineRow *undated = g_ptr_array_index(timeline->undated, 0);
  g_assert_cmpstr(undated->text, ==, "Gamma (helps) Alpha");
  g_assert_true(g_str_has_suffix(undated->spoken, "; without a date"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add("/draw/time/merge", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add("/draw/time/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add("/draw/time/bands", Fixture, NULL, set_up, test_bands, tear_down);
  g_test_add("/draw/time/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add("/draw/time/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add_func("/draw/time/days-of-states", test_days_of_states);
  g_test_add_func("/draw/time/days-of-publication", test_days_of_publication);
  g_test_add("/draw/time/series", Fixture, NULL, set_up, test_series, tear_down);
  g_test_add_func("/draw/time/scale", test_scale);
  g_test_add("/draw/time/timeline", Fixture, NULL, set_up, test_timeline, tear_down);
  return g_test_run();
}
