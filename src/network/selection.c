/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/selection_internal.h"

#include "corpus/names.h"
#include "text/check.h"
#include "text/message.h"

#include <string.h>

const RelataFilterInfo relata_filters[RELATA_N_FILTERS] = {
    [RELATA_FILTER_RELATION] = {"relation", "TYPES", "only relations of these types or their subtypes",
                                "relation", FALSE},
    [RELATA_FILTER_NOT_RELATION] = {"not-relation", "TYPES", "no relations of these types", "relation",
                                    FALSE},
    [RELATA_FILTER_SIGN] = {"sign", "SIGNS", "only {sign} relations (or -, 0, +)", "sign", FALSE},
    [RELATA_FILTER_TYPE] = {"type", "TYPES", "only actors of these types", "actor-type", FALSE},
    [RELATA_FILTER_NOT_TYPE] = {"not-type", "TYPES", "no actors of these types", "actor-type", FALSE},
    [RELATA_FILTER_AS_OF] = {"as-of", "DATE", "only states that held on this date, and events until then", "",
                             FALSE},
    [RELATA_FILTER_DURING] = {"during", "INTERVAL", "only what held or happened in this interval (EDTF)", "",
                              FALSE},
    [RELATA_FILTER_SURELY] = {"surely", NULL, "for dates: only what holds whatever they mean", "", FALSE},
    [RELATA_FILTER_POSSIBLY] = {"possibly", NULL, "for dates: also what is not said but may be", "", FALSE},
    [RELATA_FILTER_KNOWN_BY] = {"known-by", "DATE", "only documents published by this date", "", TRUE},
    [RELATA_FILTER_DATED] = {"dated", NULL, "leave out claims without a date of their own", "", TRUE},
    [RELATA_FILTER_DOCUMENT] = {"document", "IDS", "only claims of these documents", "document", TRUE},
    [RELATA_FILTER_NOT_DOCUMENT] = {"not-document", "IDS", "no claims of these documents", "document", TRUE},
    [RELATA_FILTER_BY] = {"by", "ACTORS", "only claims that these say: whom a document quotes, or its origin",
                          "actor", TRUE},
    [RELATA_FILTER_CERTAINTY] = {"certainty", "LEVEL", "only claims that are at least {certainty}",
                                 "certainty", TRUE},
    [RELATA_FILTER_MIN_GRADE] = {"min-grade", "GRADE",
                                 "only claims graded at least so: B2, or half of it: B, 2", "", TRUE},
    [RELATA_FILTER_CORROBORATION] = {"corroboration", "N", "only ties that N independent origins affirm", "",
                                     FALSE},
    [RELATA_FILTER_UNDISPUTED] = {"undisputed", NULL, "leave out ties that some affirm and others deny", "",
                                  FALSE},
    [RELATA_FILTER_REPORTING] = {"reporting", NULL, "also relations that only say who talks about whom", "",
                                 FALSE},
};

RelataSelection *
relata_selection_new(const RelataCorpus *corpus)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  RelataSelection *selection = g_new0(RelataSelection, 1);
  selection->corpus = corpus;
  return selection;
}

void
relata_selection_clear(RelataSelection *selection, RelataFilter filter)
{
  g_return_if_fail(selection != NULL && (guint)filter < RELATA_N_FILTERS);
  g_clear_pointer(&selection->values[filter], g_free);
  g_clear_pointer(&selection->sets[filter].has, g_free);
  relata_selection_changed(selection, filter);
  if (filter == RELATA_FILTER_RELATION)
    g_clear_pointer(&selection->named.has, g_free);
}

void
relata_selection_free(RelataSelection *selection)
{
  if (selection == NULL)
    return;
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++)
    relata_selection_clear(selection, filter);
  relata_holdings_unref(selection->holdings);
  g_free(selection->withdrawn.has);
  g_free(selection->admitted.has);
  g_free(selection);
}

gboolean
relata_selection_is_set(const RelataSelection *selection, RelataFilter filter)
{
  g_return_val_if_fail(selection != NULL && (guint)filter < RELATA_N_FILTERS, FALSE);
  return selection->values[filter] != NULL;
}

const char *
relata_selection_value(const RelataSelection *selection, RelataFilter filter)
{
  g_return_val_if_fail(selection != NULL && (guint)filter < RELATA_N_FILTERS, NULL);
  return selection->values[filter];
}

guint
relata_selection_min_corroboration(const RelataSelection *selection)
{
  g_return_val_if_fail(selection != NULL, 0);
  return relata_selection_is_set(selection, RELATA_FILTER_CORROBORATION) ? selection->corroboration : 1;
}

RelataCertainty
relata_selection_min_certainty(const RelataSelection *selection)
{
  g_return_val_if_fail(selection != NULL, RELATA_POSSIBLE);
  return relata_selection_is_set(selection, RELATA_FILTER_CERTAINTY) ? selection->certainty : RELATA_POSSIBLE;
}

gboolean
relata_selection_has_sign(const RelataSelection *selection, int sign)
{
  g_return_val_if_fail(selection != NULL && sign >= -1 && sign <= 1, FALSE);
  return !relata_selection_is_set(selection, RELATA_FILTER_SIGN) ||
         relata_index_set_holds(&selection->sets[RELATA_FILTER_SIGN], (guint)(sign + 1));
}

const RelataDate *
relata_selection_date(const RelataSelection *selection, RelataFilter filter)
{
  g_return_val_if_fail(selection != NULL && (guint)filter < RELATA_N_FILTERS, NULL);
  return relata_selection_is_set(selection, filter) ? &selection->dates[filter] : NULL;
}

RelataSelection *
relata_selection_copy(const RelataSelection *selection)
{
  g_return_val_if_fail(selection != NULL, NULL);
  RelataSelection *copy = relata_selection_new(selection->corpus);
  copy->certainty = selection->certainty;
  copy->grade = selection->grade;
  copy->corroboration = selection->corroboration;
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++) {
    copy->values[filter] = g_strdup(selection->values[filter]);
    copy->dates[filter] = selection->dates[filter];
    copy->dates[filter].edtf = copy->values[filter];
    copy->sets[filter] = relata_index_set_copy(&selection->sets[filter]);
  }
  copy->withdrawn = relata_index_set_copy(&selection->withdrawn);
  copy->holdings = selection->holdings != NULL ? relata_holdings_ref(selection->holdings) : NULL;
  copy->named = relata_index_set_copy(&selection->named);
  copy->admitted = relata_index_set_copy(&selection->admitted);
  return copy;
}

/* ── Setting ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
unknown(GError **error, const char *what, const char *name, const GPtrArray *ids)
{
  return relata_unknown(error, RELATA_ERROR_UNKNOWN_NAME, what, name, (const char *const *)ids->pdata,
                        ids->len);
}

static gboolean
add_relation(RelataSelection *selection, RelataIndexSet *set, const char *name, GError **error)
{
  const RelataSchema *schema = relata_corpus_schema(selection->corpus);
  const GArray *types = relata_schema_relation_types(schema);
  const guint wanted = relata_schema_resolve_relation_type(schema, name, NULL);
  if (wanted == RELATA_NONE) {
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (guint i = 0; i < types->len; i++)
      g_ptr_array_add(ids, (gpointer)g_array_index(types, RelataRelationType, i).id);
    return unknown(error, "relation type", name, ids);
  }
  relata_index_set_make(set, types->len);
  for (guint i = 0; i < types->len; i++)
    set->has[i] |= relata_schema_relation_is_a(schema, i, wanted);
  if (set == &selection->sets[RELATA_FILTER_RELATION])
    relata_selection_name_type(selection, wanted);
  return TRUE;
}

static gboolean
add_actor_type(RelataSelection *selection, RelataIndexSet *set, const char *name, GError **error)
{
  const RelataSchema *schema = relata_corpus_schema(selection->corpus);
  const GArray *types = relata_schema_actor_types(schema);
  const guint wanted = relata_schema_find_actor_type(schema, name);
  if (wanted == RELATA_NONE) {
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (guint i = 0; i < types->len; i++)
      g_ptr_array_add(ids, (gpointer)g_array_index(types, RelataActorType, i).id);
    return unknown(error, "actor type", name, ids);
  }
  relata_index_set_make(set, types->len);
  for (guint i = 0; i < types->len; i++)
    set->has[i] |= relata_schema_actor_type_is_a(schema, i, wanted);
  return TRUE;
}

static gboolean
add_document(RelataSelection *selection, RelataIndexSet *set, const char *name, GError **error)
{
  const guint document = relata_corpus_resolve_document(selection->corpus, name, error);
  if (document == RELATA_NONE)
    return FALSE;
  relata_index_set_make(set, relata_corpus_n_documents(selection->corpus));
  set->has[document] = TRUE;
  return TRUE;
}

static gboolean
add_sign(G_GNUC_UNUSED RelataSelection *selection, RelataIndexSet *set, const char *name, GError **error)
{
  static const struct {
    const char *name;
    int sign;
  } signs[] = {{"-", -1}, {"-1", -1}, {"0", 0}, {"+", 1}, {"1", 1}, {"+1", 1}};
  int sign = -1;
  while (sign <= 1 && g_ascii_strcasecmp(name, relata_sign_name(sign)) != 0)
    sign++;
  for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
    if (strcmp(name, signs[i].name) == 0)
      sign = signs[i].sign;
  if (sign > 1) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                "'%s' is not a sign: expected - (hostile), 0 (neutral) or + (friendly)", name);
    return FALSE;
  }
  relata_index_set_make(set, 3);
  set->has[sign + 1] = TRUE;
  return TRUE;
}

typedef gboolean (*AddName)(RelataSelection *selection, RelataIndexSet *set, const char *name,
                            GError **error);

static const AddName add_names[RELATA_N_FILTERS] = {
    [RELATA_FILTER_RELATION] = add_relation, [RELATA_FILTER_NOT_RELATION] = add_relation,
    [RELATA_FILTER_TYPE] = add_actor_type,   [RELATA_FILTER_NOT_TYPE] = add_actor_type,
    [RELATA_FILTER_DOCUMENT] = add_document, [RELATA_FILTER_NOT_DOCUMENT] = add_document,
    [RELATA_FILTER_SIGN] = add_sign,         [RELATA_FILTER_BY] = relata_selection_add_speaker,
};

static gboolean
set_names(RelataSelection *selection, RelataFilter filter, const char *value, GError **error)
{
  g_auto(GStrv) names = g_strsplit(value, ",", -1);
  guint n = 0;
  for (char **name = names; *name != NULL; name++) {
    if (*g_strstrip(*name) == '\0')
      continue;
    n++;
    if (!add_names[filter](selection, &selection->sets[filter], *name, error)) {
      g_prefix_error(error, "`%s`: ", relata_filters[filter].name);
      return FALSE;
    }
  }
  if (n == 0) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "`%s`: expected %s separated by commas",
                relata_filters[filter].name, relata_filters[filter].argument);
    return FALSE;
  }
  return TRUE;
}

static gboolean
set_certainty(RelataSelection *selection, const char *value, GError **error)
{
  const char *levels[RELATA_CERTAIN + 1];
  if (relata_certainty_parse(value, &selection->certainty))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS(levels); i++)
    levels[i] = relata_certainty_name((RelataCertainty)i);
  g_autofree char *choice = relata_choice(levels, G_N_ELEMENTS(levels));
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE, "`certainty`: '%s' is no level: expected %s", value,
              choice);
  return FALSE;
}

static gboolean
check_readings(const RelataSelection *selection, GError **error)
{
  const gboolean both = relata_selection_is_set(selection, RELATA_FILTER_SURELY) &&
                        relata_selection_is_set(selection, RELATA_FILTER_POSSIBLY);
  if (both)
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                        "`surely` and `possibly` are two readings of the same dates: give one of them");
  return !both;
}

static gboolean
set_grade(RelataSelection *selection, const char *value, GError **error)
{
  RelataGrade grade;
  if (relata_grade_parse(value, &grade) && grade.reliability != 'F' && grade.credibility != 6) {
    selection->grade = grade;
    return TRUE;
  }
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
              "`min-grade`: '%s' is no grade that a claim could reach: expected a reliability from A to E, a "
              "credibility from 1 to 5, or both, such as B2",
              value);
  return FALSE;
}

gboolean
relata_selection_set(RelataSelection *selection, RelataFilter filter, const char *value, GError **error)
{
  g_return_val_if_fail(selection != NULL && (guint)filter < RELATA_N_FILTERS, FALSE);
  g_return_val_if_fail(value != NULL || relata_filters[filter].argument == NULL, FALSE);
  char *written = NULL;
  switch (filter) {
  case RELATA_FILTER_DATED:
  case RELATA_FILTER_SURELY:
  case RELATA_FILTER_POSSIBLY:
  case RELATA_FILTER_UNDISPUTED:
  case RELATA_FILTER_REPORTING:
    written = g_strdup("yes");
    break;
  case RELATA_FILTER_AS_OF:
  case RELATA_FILTER_DURING:
  case RELATA_FILTER_KNOWN_BY:
    written = g_strstrip(g_strdup(value));
    if (!relata_date_parse(written, &selection->dates[filter], error)) {
      g_prefix_error(error, "`%s`: ", relata_filters[filter].name);
      g_free(written);
      return FALSE;
    }
    break;
  case RELATA_FILTER_CERTAINTY:
    if (!set_certainty(selection, value, error))
      return FALSE;
    written = g_strdup(value);
    break;
  case RELATA_FILTER_MIN_GRADE:
    if (!set_grade(selection, value, error))
      return FALSE;
    written = relata_grade_in_words(selection->grade);
    break;
  case RELATA_FILTER_CORROBORATION: {
    guint64 number;
    if (!g_ascii_string_to_unsigned(value, 10, 1, 1000000, &number, NULL)) {
      g_set_error(error, RELATA_ERROR, RELATA_ERROR_VALUE,
                  "`corroboration`: '%s' is no number of origins: expected 1, 2, 3 …", value);
      return FALSE;
    }
    selection->corroboration = (guint)number;
    written = g_strdup(value);
    break;
  }
  default:
    if (!set_names(selection, filter, value, error))
      return FALSE;
    written = selection->values[filter] != NULL ? g_strconcat(selection->values[filter], ",", value, NULL)
                                                : g_strdup(value);
  }
  g_free(selection->values[filter]);
  selection->values[filter] = written;
  relata_selection_changed(selection, filter);
  return check_readings(selection, error);
}

void
relata_selection_withdraw_documents(RelataSelection *selection, const guint *documents, guint n)
{
  g_return_if_fail(selection != NULL);
  g_return_if_fail(documents != NULL || n == 0);
  g_return_if_fail(relata_all_below(documents, n, relata_corpus_n_documents(selection->corpus)));
  relata_index_set_make(&selection->withdrawn, relata_corpus_n_documents(selection->corpus));
  for (guint i = 0; i < n; i++)
    selection->withdrawn.has[documents[i]] = TRUE;
}

/* ── Asking ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
actor_passes(const RelataSelection *selection, guint actor, RelataFilter filter)
{
  const guint type = relata_corpus_actor(selection->corpus, actor)->type;
  return relata_index_set_holds(&selection->sets[filter], type) == (filter == RELATA_FILTER_TYPE);
}

static gboolean
was_known(const RelataSelection *selection, const RelataDocument *document)
{
  /* The whole publication date must lie before: a document dated August was not surely known on the 15th. ~
   * and ? do not widen the date. */
  return document == NULL || !relata_date_is_set(&document->published) ||
         document->published.end_max <= selection->dates[RELATA_FILTER_KNOWN_BY].end_max;
}

static gboolean
has_date(const RelataSelection *selection, const RelataStatement *said, const RelataDocument *document)
{
  return relata_date_is_set(&said->when) && (!relata_selection_is_set(selection, RELATA_FILTER_KNOWN_BY) ||
                                             (document != NULL && relata_date_is_set(&document->published)));
}

/* Applies a filter that does not depend on what the statement says. */
static gboolean
evidence_passes(const RelataSelection *selection, const RelataStatement *said, RelataFilter filter)
{
  const RelataDocument *document =
      said->document != RELATA_NONE ? relata_corpus_document(selection->corpus, said->document) : NULL;
  switch (filter) {
  case RELATA_FILTER_KNOWN_BY:
    return was_known(selection, document);
  case RELATA_FILTER_DATED:
    return has_date(selection, said, document);
  case RELATA_FILTER_DOCUMENT:
    return relata_index_set_holds(&selection->sets[filter], said->document);
  case RELATA_FILTER_NOT_DOCUMENT:
    return !relata_index_set_holds(&selection->sets[filter], said->document);
  case RELATA_FILTER_BY:
    return relata_selection_is_said_by(selection, said);
  case RELATA_FILTER_CERTAINTY:
    return said->certainty >= selection->certainty;
  case RELATA_FILTER_MIN_GRADE:
    return relata_grade_reaches(relata_corpus_grade(selection->corpus, said), selection->grade);
  default:
    return TRUE;
  }
}

gboolean
relata_selection_statement_passes(const RelataSelection *selection, const RelataStatement *said,
                                  RelataFilter filter)
{
  g_return_val_if_fail(selection != NULL && said != NULL && (guint)filter < RELATA_N_FILTERS, FALSE);
  if (!relata_selection_is_set(selection, filter))
    return TRUE;
  if (filter == RELATA_FILTER_AS_OF || filter == RELATA_FILTER_DURING)
    return relata_selection_statement_in_days(selection, said, filter);
  return evidence_passes(selection, said, filter);
}

gboolean
relata_selection_relation_passes(const RelataSelection *selection, guint type, RelataFilter filter)
{
  g_return_val_if_fail(selection != NULL && (guint)filter < RELATA_N_FILTERS, FALSE);
  const RelataSchema *schema = relata_corpus_schema(selection->corpus);
  const RelataIndexSet *set = &selection->sets[filter];
  if (!relata_selection_is_set(selection, filter))
    return TRUE;
  switch (filter) {
  case RELATA_FILTER_RELATION:
    return relata_index_set_holds(set, type);
  case RELATA_FILTER_NOT_RELATION:
    return !relata_index_set_holds(set, type);
  case RELATA_FILTER_SIGN:
    return relata_index_set_holds(set, (guint)(relata_schema_relation_type(schema, type)->sign + 1));
  default:
    return TRUE;
  }
}

gboolean
relata_selection_claim_passes(const RelataSelection *selection, guint index, RelataFilter filter)
{
  g_return_val_if_fail(selection != NULL && (guint)filter < RELATA_N_FILTERS, FALSE);
  g_return_val_if_fail(index < relata_corpus_n_claims(selection->corpus), FALSE);
  const RelataClaim *claim = relata_corpus_claim(selection->corpus, index);
  if (filter == RELATA_FILTER_REPORTING)
    return !relata_selection_leaves_out_reports(selection, claim->type);
  if (!relata_selection_is_set(selection, filter))
    return TRUE;
  switch (filter) {
  case RELATA_FILTER_RELATION:
  case RELATA_FILTER_NOT_RELATION:
  case RELATA_FILTER_SIGN:
    return relata_selection_relation_passes(selection, claim->type, filter);
  case RELATA_FILTER_TYPE:
  case RELATA_FILTER_NOT_TYPE:
    return actor_passes(selection, claim->from, filter) && actor_passes(selection, claim->to, filter);
  case RELATA_FILTER_AS_OF:
  case RELATA_FILTER_DURING:
    return relata_selection_claim_in_days(selection, index, filter);
  default:
    return evidence_passes(selection, &claim->said, filter);
  }
}

gboolean
relata_selection_has_claim(const RelataSelection *selection, guint claim)
{
  g_return_val_if_fail(selection != NULL && claim < relata_corpus_n_claims(selection->corpus), FALSE);
  for (guint filter = 0; filter < RELATA_N_FILTERS; filter++)
    if (selection->values[filter] != NULL && !relata_selection_claim_passes(selection, claim, filter))
      return FALSE;
  return !relata_selection_withdraws(selection, claim) &&
         !relata_selection_leaves_out_reports(selection, relata_corpus_claim(selection->corpus, claim)->type);
}

gboolean
relata_selection_has_actor(const RelataSelection *selection, guint actor)
{
  g_return_val_if_fail(selection != NULL && actor < relata_corpus_n_actors(selection->corpus), FALSE);
  return (!relata_selection_is_set(selection, RELATA_FILTER_TYPE) ||
          actor_passes(selection, actor, RELATA_FILTER_TYPE)) &&
         (!relata_selection_is_set(selection, RELATA_FILTER_NOT_TYPE) ||
          actor_passes(selection, actor, RELATA_FILTER_NOT_TYPE));
}

const RelataCorpus *
relata_selection_corpus(const RelataSelection *selection)
{
  g_return_val_if_fail(selection != NULL, NULL);
  return selection->corpus;
}
