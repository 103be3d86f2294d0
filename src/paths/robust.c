/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paths/robust_internal.h"
#include "paths/support.h"

/* Reduces the question to whether there is a path: without the order and number asked for. */
static RelataInquiry
inquiry_of(const RelataPathQuestion *question, RelataPathGround *ground, guint most_questions)
{
  RelataInquiry inquiry = {
      .question = relata_path_question_for_first(question),
      .ties_suffice = !question->in_order && question->same == RELATA_SAME_NOTHING &&
                      (question->pattern == NULL || relata_pattern_n_conditioned(question->pattern) == 0)};
  inquiry.question.order = RELATA_ORDER_HOPS;
  inquiry.question.ground = ground;
  relata_inquiry_fix_avoided(&inquiry);
  const guint n_claims = MAX(relata_corpus_n_claims(question->corpus), 1);
  inquiry.limit = most_questions > 0 ? most_questions
                                     : CLAMP(RELATA_ROBUST_CLAIMS / n_claims, 50, RELATA_ROBUST_QUESTIONS);
  return inquiry;
}

/* ── The documents behind every shortest path ────────────────────────────────────────────── */

/* Adds the documents of the path found without which it may not stand. Only these can be behind every path.
 */
static void
add_suspects(const RelataSupport *support, guint least, GHashTable *seen, GArray *found)
{
  g_autoptr(GArray) documents = relata_support_needed_documents(support, least);
  for (guint i = 0; i < documents->len; i++) {
    const guint document = g_array_index(documents, guint, i);
    if (g_hash_table_add(seen, GUINT_TO_POINTER(document)))
      g_array_append_val(found, document);
  }
}

/* Returns the documents without which the path found may not stand. Where its ties do not suffice, that is
 * each of its documents. */
static GArray *
suspects(const RelataInquiry *inquiry, const RelataPathFindings *findings)
{
  const RelataPath *path = relata_inquiry_path(findings->answer);
  g_autoptr(RelataFamilies) families = relata_families_new(inquiry->question.selection);
  g_autoptr(GArray) rests =
      relata_inquiry_rests(&inquiry->question, findings->network, findings->parts, path);
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  GArray *found = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < rests->len; i++) {
    const RelataRest *rest = &g_array_index(rests, RelataRest, i);
    g_autoptr(RelataSupport) support = relata_support_new(rest->network, families);
    relata_support_take_own(support, rest->tie);
    add_suspects(support, inquiry->ties_suffice ? 1 : G_MAXUINT, seen, found);
    if (families->least <= 1)
      continue;
    relata_support_take_kinds(support, rest->tie);
    add_suspects(support, inquiry->ties_suffice ? families->least : G_MAXUINT, seen, found);
  }
  return found;
}

static void
find_documents(RelataInquiry *inquiry, const RelataPathFindings *findings, RelataRobustness *robustness)
{
  const RelataCorpus *corpus = inquiry->question.corpus;
  g_autoptr(GArray) candidates = suspects(inquiry, findings);
  g_array_sort_with_data(candidates, relata_inquiry_compare_documents, (gpointer)corpus);
  inquiry->n_asked = 0;
  robustness->documents = g_array_new(FALSE, FALSE, sizeof(guint));
  robustness->documents_complete = TRUE;
  for (guint i = 0; i < candidates->len; i++) {
    const guint document = g_array_index(candidates, guint, i);
    g_autoptr(RelataSelection) selection = relata_selection_copy(inquiry->question.selection);
    relata_selection_withdraw_documents(selection, &document, 1);
    const RelataReply reply = relata_inquiry_ask(inquiry, selection, robustness->n_hops, NULL);
    if (reply == RELATA_REPLY_NO)
      g_array_append_val(robustness->documents, document);
    else if (reply == RELATA_REPLY_UNKNOWN)
      robustness->documents_complete = FALSE;
  }
}

/* ── All parts together ────────────────────────────────────────────────────────────────────── */

static void
find_weakest(const RelataPathFindings *findings, RelataRobustness *robustness)
{
  const RelataPath *path = relata_inquiry_path(findings->answer);
  for (guint i = 0; i < path->n_hops; i++) {
    const guint n_origins = findings->network->ties[path->hops[i].tie].corroboration;
    if (i > 0 && n_origins >= robustness->weakest_origins)
      continue;
    robustness->weakest_hop = i + 1;
    robustness->weakest_origins = n_origins;
  }
}

/* Fills in all parts of the answer. Returns FALSE where the question has no path, or with an error. */
static gboolean
find_all(RelataInquiry *inquiry, RelataRobustness *robustness, GError **error)
{
  g_autoptr(RelataPathFindings) shortest = relata_path_ask(&inquiry->question, error);
  if (shortest == NULL || shortest->answer->paths->len == 0)
    return FALSE;
  robustness->n_hops = relata_inquiry_path(shortest->answer)->n_hops;
  /* With less evidence, or on another day, more may hold than does as the question is asked. */
  const RelataSelection *selection = inquiry->question.selection;
  RelataPathGround *any_day = relata_path_ground_any_day(inquiry->question.ground, selection, error);
  if (any_day == NULL)
    return FALSE;
  relata_inquiry_turn(inquiry, any_day, selection);
  find_documents(inquiry, shortest, robustness);
  relata_robust_withdraw(inquiry, &robustness->withdrawal);
  robustness->documentable.kind = robustness->held.kind = RELATA_FIRST_ALWAYS;
  if (robustness->n_hops > 0) {
    relata_robust_documentable(inquiry, &robustness->documentable);
    relata_robust_held(inquiry, &robustness->held);
  }
  if (inquiry->error != NULL)
    g_propagate_error(error, g_steal_pointer(&inquiry->error));
  else
    return TRUE;
  return FALSE;
}

RelataRobustness *
relata_robustness_ask(const RelataPathQuestion *question, guint most_questions, GError **error)
{
  g_return_val_if_fail(question != NULL, NULL);
  const RelataPathQuestion one = relata_path_question_for_first(question);
  g_autoptr(RelataPathFindings) first = relata_path_ask(&one, error);
  if (first == NULL || first->answer->paths->len == 0)
    return NULL;
  g_autoptr(RelataRobustness) robustness = g_new0(RelataRobustness, 1);
  find_weakest(first, robustness);
  RelataInquiry inquiry = inquiry_of(question, first->ground, most_questions);
  const gboolean all = find_all(&inquiry, robustness, error);
  g_array_unref(inquiry.avoid);
  g_clear_error(&inquiry.error);
  return all ? g_steal_pointer(&robustness) : NULL;
}

void
relata_robustness_free(RelataRobustness *robustness)
{
  if (robustness == NULL)
    return;
  g_clear_pointer(&robustness->withdrawal.origins, g_ptr_array_unref);
  g_clear_pointer(&robustness->documents, g_array_unref);
  g_free(robustness);
}
