/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The fewest origins whose withdrawal leaves no path, by implicit hitting sets. Each path that is found tells
 * what breaks it: one of its hops must lose so many origins that too few are left. The smallest withdrawal
 * that breaks all known paths is tried. If a path remains, it adds another condition. If none remains, the
 * withdrawal is the answer, because each smaller one leaves a known path. */
#include "analysis/hitting.h"
#include "corpus/origin.h"
#include "paths/robust_internal.h"
#include "paths/support.h"

#include <string.h>

/* Work limit: a second or two. */
#define MOST_STEPS 300000000u

/* The most claims that are looked at to learn what breaks the paths, of all paths together: a few seconds. */
#define MOST_LEARNT ((guint64)3000000)

/* Origins are identified by rank: their index in the order of names. */
typedef struct {
  RelataInquiry *inquiry;
  GPtrArray *origins; /* of RelataOrigin, by rank */
  guint *ranks;       /* origin → rank */
  RelataHitting *hitting;
  RelataFamilies *families;
  guint64 n_learnt;    /* claims, see MOST_LEARNT */
  gboolean *withdrawn; /* by rank: the withdrawal to try */
} Cut;

/* ── Origins ─────────────────────────────────────────────────────────────────────────────── */

static void
free_origin(gpointer data)
{
  RelataOrigin *origin = data;
  if (origin == NULL)
    return;
  g_array_unref(origin->documents);
  g_free(origin);
}

/* Compares by name. Two origins may have the same name where one is a document's id. */
static gint
compare_origins(gconstpointer a, gconstpointer b, gpointer corpus)
{
  const RelataOrigin *left = *(const RelataOrigin *const *)a, *right = *(const RelataOrigin *const *)b;
  const int order = strcmp(left->name, right->name);
  return order != 0 ? order
                    : relata_inquiry_compare_documents(left->documents->data, right->documents->data, corpus);
}

static void
rank_origins(Cut *cut)
{
  const RelataCorpus *corpus = cut->inquiry->question.corpus;
  const guint n_documents = relata_corpus_n_documents(corpus);
  cut->origins = g_ptr_array_new_with_free_func(free_origin);
  for (guint i = 0; i < n_documents; i++) {
    const RelataDocument *document = relata_corpus_document(corpus, i);
    if (document->origin_index == cut->origins->len) { /* numbered in order */
      RelataOrigin *origin = g_new(RelataOrigin, 1);
      *origin = (RelataOrigin){relata_corpus_voice_name(corpus, document->origin_index),
                               g_array_new(FALSE, FALSE, sizeof(guint))};
      g_ptr_array_add(cut->origins, origin);
    }
    const RelataOrigin *origin = g_ptr_array_index(cut->origins, document->origin_index);
    g_array_append_val(origin->documents, i);
  }
  for (guint i = 0; i < cut->origins->len; i++) {
    const RelataOrigin *origin = g_ptr_array_index(cut->origins, i);
    g_array_sort_with_data(origin->documents, relata_inquiry_compare_documents, (gpointer)corpus);
  }
  g_ptr_array_sort_with_data(cut->origins, compare_origins, (gpointer)corpus);
  cut->ranks = g_new(guint, MAX(cut->origins->len, 1));
  for (guint rank = 0; rank < cut->origins->len; rank++) {
    const RelataOrigin *origin = g_ptr_array_index(cut->origins, rank);
    const guint first = g_array_index(origin->documents, guint, 0);
    cut->ranks[relata_corpus_document(corpus, first)->origin_index] = rank;
  }
}

static guint
count(const gboolean *set, guint n)
{
  guint counted = 0;
  for (guint i = 0; i < n; i++)
    counted += set[i] != FALSE;
  return counted;
}

/* ── What breaks a path ──────────────────────────────────────────────────────────────────── */

/* Adds the ranks of the origins of the claims, without duplicates. */
static void
add_ranks(const Cut *cut, const RelataSupport *support, GArray *ranks)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < ranks->len; i++)
    g_hash_table_add(seen, GUINT_TO_POINTER(g_array_index(ranks, guint, i)));
  for (guint i = 0; i < support->claims->len; i++) {
    const guint origin =
        relata_claim_origin(cut->inquiry->question.corpus, g_ptr_array_index(support->claims, i));
    if (origin != RELATA_NONE && g_hash_table_add(seen, GUINT_TO_POINTER(cut->ranks[origin])))
      g_array_append_val(ranks, cut->ranks[origin]);
  }
}

static gint
compare_ranks(gconstpointer a, gconstpointer b)
{
  const guint left = *(const guint *)a, right = *(const guint *)b;
  return left < right ? -1 : left > right;
}

/* Adds to the conflict that `need` of the ranks are withdrawn, and keeps them where they are the cheapest. */
static void
demand(Cut *cut, GArray *ranks, guint need, GArray *cheapest)
{
  if (need == 0 || ranks->len < need)
    return;
  g_array_sort(ranks, compare_ranks);
  relata_hitting_add_demand(cut->hitting, (const guint *)(gconstpointer)ranks->data, ranks->len, need);
  if (cheapest->len == 0 || need < cheapest->len) {
    g_array_set_size(cheapest, 0);
    g_array_append_vals(cheapest, ranks->data, need);
  }
}

/* Adds what breaks a tie: that all claims of its own are withdrawn, or so many of those that count for it
 * that it is affirmed by too few. */
static void
learn_tie(Cut *cut, RelataSupport *support, const RelataTie *tie, GArray *cheapest)
{
  const guint leasts[] = {1, support->families->least};
  for (guint i = 0; i < (leasts[1] > 1 ? 2 : 1); i++) {
    g_autoptr(GArray) ranks = g_array_new(FALSE, FALSE, sizeof(guint));
    if (i == 0)
      relata_support_take_own(support, tie);
    else
      relata_support_take_kinds(support, tie);
    add_ranks(cut, support, ranks);
    demand(cut, ranks, relata_support_fewest_origins(support, leasts[i]), cheapest);
  }
}

/* Adds what breaks the path as a conflict. Returns the cheapest way to break it, as far as that is known (the
 * ranks to withdraw, at least one; newly allocated); empty where nothing breaks it. */
static GArray *
learn(Cut *cut, const RelataPath *path)
{
  g_autoptr(GArray) rests = relata_inquiry_rests(
      &cut->inquiry->question, relata_inquiry_network(cut->inquiry), cut->inquiry->masked->parts, path);
  g_autoptr(GArray) ranks = g_array_new(FALSE, FALSE, sizeof(guint));
  GArray *cheapest = g_array_new(FALSE, FALSE, sizeof(guint));
  relata_hitting_add_conflict(cut->hitting);
  for (guint i = 0; i < rests->len; i++) {
    const RelataRest *rest = &g_array_index(rests, RelataRest, i);
    const RelataTie *tie = rest->tie;
    g_autoptr(RelataSupport) support = relata_support_new(rest->network, cut->families);
    cut->n_learnt += tie->n_claims;
    if (cut->inquiry->ties_suffice) {
      learn_tie(cut, support, tie, cheapest);
      continue;
    }
    relata_support_take_own(support, tie);
    add_ranks(cut, support, ranks);
    relata_support_take_kinds(support, tie);
    add_ranks(cut, support, ranks);
  }
  /* Where more than the ties matters, it is only sure that the path stands as long as nothing of it is
   * withdrawn. */
  demand(cut, ranks, cut->inquiry->ties_suffice ? 0 : 1, cheapest);
  return cheapest;
}

/* ── Withdrawing ─────────────────────────────────────────────────────────────────────────── */

/* Asks whether a path remains without the origins withdrawn. If so, adds what breaks it, and sets *cheapest
 * (where not NULL) to the cheapest way. */
static RelataReply
attempt(Cut *cut, GArray **cheapest)
{
  if (cut->n_learnt > MOST_LEARNT)
    return RELATA_REPLY_UNKNOWN;
  g_autoptr(GArray) documents = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint rank = 0; rank < cut->origins->len; rank++) {
    const RelataOrigin *origin = g_ptr_array_index(cut->origins, rank);
    if (cut->withdrawn[rank])
      g_array_append_vals(documents, origin->documents->data, origin->documents->len);
  }
  g_autoptr(RelataSelection) selection = relata_selection_copy(cut->inquiry->question.selection);
  relata_selection_withdraw_documents(selection, (const guint *)(gconstpointer)documents->data,
                                      documents->len);
  g_autoptr(RelataPathAnswer) answer = NULL;
  const RelataReply reply =
      relata_inquiry_ask(cut->inquiry, selection, cut->inquiry->question.max_hops, &answer);
  if (reply == RELATA_REPLY_YES) {
    g_autoptr(GArray) way = learn(cut, relata_inquiry_path(answer));
    if (cheapest != NULL)
      *cheapest = g_steal_pointer(&way);
  }
  return reply;
}

/* Withdraws the cheapest way to break each remaining path until none is left. Then gives back the origins
 * that turn out not to be needed, the last by name first. Returns FALSE where a limit was reached while there
 * was still a path. */
static gboolean
withdraw_greedily(Cut *cut)
{
  RelataReply reply;
  do {
    g_autoptr(GArray) cheapest = NULL;
    reply = attempt(cut, &cheapest);
    for (guint i = 0; cheapest != NULL && i < cheapest->len; i++)
      cut->withdrawn[g_array_index(cheapest, guint, i)] = TRUE;
    if (cheapest != NULL && cheapest->len == 0) /* impossible: without any origin there is no path */
      return FALSE;
  } while (reply == RELATA_REPLY_YES);
  if (reply == RELATA_REPLY_UNKNOWN)
    return FALSE;
  for (guint rank = cut->origins->len; rank > 0; rank--) {
    if (!cut->withdrawn[rank - 1])
      continue;
    cut->withdrawn[rank - 1] = FALSE;
    cut->withdrawn[rank - 1] = attempt(cut, NULL) != RELATA_REPLY_NO;
  }
  return TRUE;
}

/* Tries the smallest withdrawals that break all known paths until no path is left. `known` has been tried
 * already; it is replaced by the answer where that is found. */
static void
withdraw_exactly(Cut *cut, gboolean *known, RelataWithdrawal *withdrawal)
{
  const guint n = cut->origins->len;
  while (relata_hitting_solve(cut->hitting, cut->withdrawn, &withdrawal->least)) {
    RelataReply reply = RELATA_REPLY_NO;
    if (memcmp(cut->withdrawn, known, n * sizeof(gboolean)) != 0)
      reply = attempt(cut, NULL);
    if (reply == RELATA_REPLY_YES)
      continue;
    if (reply == RELATA_REPLY_NO) {
      withdrawal->kind = RELATA_WITHDRAWAL_EXACT;
      memcpy(known, cut->withdrawn, n * sizeof(gboolean));
    }
    return;
  }
}

/* Marks all origins that affirm anything selected. It is known that their withdrawal leaves no path. */
static void
mark_all(const Cut *cut, gboolean *marked)
{
  const RelataPathQuestion *question = &cut->inquiry->question;
  for (guint i = 0; i < relata_corpus_n_claims(question->corpus); i++) {
    const RelataClaim *claim = relata_corpus_claim(question->corpus, i);
    const guint origin = relata_claim_origin(question->corpus, claim);
    if (origin != RELATA_NONE && claim->said.stance == RELATA_AFFIRMS &&
        relata_selection_has_claim(question->selection, i))
      marked[cut->ranks[origin]] = TRUE;
  }
}

static void
find_withdrawal(Cut *cut, RelataWithdrawal *withdrawal)
{
  const guint n = cut->origins->len;
  g_autofree gboolean *known = g_new0(gboolean, MAX(n, 1));
  withdrawal->kind = RELATA_WITHDRAWAL_BOUNDED;
  if (withdraw_greedily(cut))
    memcpy(known, cut->withdrawn, n * sizeof(gboolean));
  else
    mark_all(cut, known);
  withdraw_exactly(cut, known, withdrawal);
  withdrawal->least = MAX(withdrawal->least, 1); /* because there is a path */
  withdrawal->most = count(known, n);
  if (withdrawal->least == withdrawal->most) /* another of this size may come first by name */
    withdrawal->kind = RELATA_WITHDRAWAL_EXACT;
  for (guint rank = 0; rank < n; rank++)
    if (known[rank])
      g_ptr_array_add(withdrawal->origins,
                      g_steal_pointer((RelataOrigin **)&g_ptr_array_index(cut->origins, rank)));
}

void
relata_robust_withdraw(RelataInquiry *inquiry, RelataWithdrawal *withdrawal)
{
  inquiry->n_asked = 0;
  Cut cut = {.inquiry = inquiry};
  rank_origins(&cut);
  const guint n = cut.origins->len;
  cut.withdrawn = g_new(gboolean, MAX(n, 1));
  cut.hitting = relata_hitting_new(n, MOST_STEPS);
  cut.families = relata_families_new(inquiry->question.selection);
  *withdrawal = (RelataWithdrawal){.kind = RELATA_WITHDRAWAL_BOUNDED,
                                   .least = 1,
                                   .most = RELATA_NONE,
                                   .origins = g_ptr_array_new_with_free_func(free_origin)};
  for (guint rank = 0; rank < n; rank++)
    cut.withdrawn[rank] = TRUE;
  const RelataReply reply = attempt(&cut, NULL);
  if (reply == RELATA_REPLY_YES) {
    withdrawal->kind = RELATA_WITHDRAWAL_IMPOSSIBLE;
    withdrawal->least = 0;
  } else if (reply == RELATA_REPLY_NO) {
    memset(cut.withdrawn, 0, n * sizeof(gboolean));
    find_withdrawal(&cut, withdrawal);
  }
  g_ptr_array_unref(cut.origins);
  relata_hitting_free(cut.hitting);
  relata_families_free(cut.families);
  g_free(cut.withdrawn);
  g_free(cut.ranks);
}
