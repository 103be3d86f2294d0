/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "corpus/identity.h"

#include "corpus/identity_internal.h"
#include "text/spelling.h"

const char *
relata_identity_step_name(RelataIdentityStep step)
{
  static const char *const names[RELATA_N_IDENTITY_STEPS] = {"identity.json", "id",       "equivalence",
                                                             "alias",         "spelling", "spelling"};
  g_return_val_if_fail((guint)step < G_N_ELEMENTS(names), NULL);
  return names[step];
}

const GArray *
relata_corpus_decisions(const RelataCorpus *corpus)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  return corpus->identity.decisions;
}

const GArray *
relata_corpus_registered_ids(const RelataCorpus *corpus)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  return corpus->identity.ids;
}

const GArray *
relata_corpus_kept_apart(const RelataCorpus *corpus)
{
  g_return_val_if_fail(corpus != NULL, NULL);
  return corpus->identity.apart;
}

/* ── Gathering ── */

static GArray *
need(GArray **records, gsize size)
{
  if (*records == NULL)
    *records = g_array_new(FALSE, FALSE, (guint)size);
  return *records;
}

guint
relata_corpus_add_candidate(RelataCorpus *corpus, const RelataCandidate *candidate)
{
  g_return_val_if_fail(corpus != NULL && candidate != NULL, RELATA_NONE);
  g_return_val_if_fail(candidate->document < corpus->documents->len && candidate->name != NULL, RELATA_NONE);
  GArray *candidates = need(&corpus->identity.candidates, sizeof(RelataCandidate));
  const guint index = corpus->actors->len;
  const RelataActor actor = {
      .id = candidate->name, .name = candidate->name, .type = candidate->type, .where = candidate->where};
  g_array_append_val(corpus->actors, actor);
  g_array_append_vals(candidates, candidate, 1);
  g_array_index(candidates, RelataCandidate, candidates->len - 1).actor = index;
  return index;
}

void
relata_corpus_add_sameness(RelataCorpus *corpus, RelataIdentityStep step, guint a, guint b,
                           const char *reason, RelataPlace where)
{
  g_return_if_fail(corpus != NULL && reason != NULL &&
                   (step == RELATA_BY_ID || step == RELATA_BY_EQUIVALENCE));
  g_return_if_fail(a < corpus->actors->len && b < corpus->actors->len);
  const RelataSameness sameness = {step, a, b, reason, where};
  g_array_append_val(need(&corpus->identity.sameness, sizeof sameness), sameness);
}

static void
free_given(gpointer data)
{
  g_ptr_array_unref(((RelataGiven *)data)->names);
  g_free(data);
}

void
relata_corpus_add_decision(RelataCorpus *corpus, gboolean same, const char *const *names, guint n,
                           RelataPlace where)
{
  g_return_if_fail(corpus != NULL && (names != NULL || n == 0));
  RelataGiven *given = g_new0(RelataGiven, 1);
  *given = (RelataGiven){same, g_ptr_array_new(), where};
  for (guint i = 0; i < n; i++)
    g_ptr_array_add(given->names, (gpointer)relata_corpus_intern(corpus, names[i]));
  if (corpus->identity.given == NULL)
    corpus->identity.given = g_ptr_array_new_with_free_func(free_given);
  g_ptr_array_add(corpus->identity.given, given);
}

void
relata_corpus_keep_documents_apart(RelataCorpus *corpus)
{
  g_return_if_fail(corpus != NULL);
  corpus->identity.documents_apart = TRUE;
}

void
relata_identity_clear(RelataEvidenceOfIdentity *evidence)
{
  g_clear_pointer(&evidence->candidates, g_array_unref);
  g_clear_pointer(&evidence->sameness, g_array_unref);
  g_clear_pointer(&evidence->given, g_ptr_array_unref);
  g_clear_pointer(&evidence->decisions, g_array_unref);
  g_clear_pointer(&evidence->apart, g_array_unref);
  g_clear_pointer(&evidence->badges, g_array_unref);
  g_clear_pointer(&evidence->ids, g_array_unref);
  g_clear_pointer(&evidence->alike, g_array_unref);
}

/* ── Deciding ── */

const char *
relata_identity_spelling(RelataIdentity *identity, const char *name)
{
  char *key = relata_spelling(name);
  gpointer known;
  if (*key == '\0' || g_hash_table_lookup_extended(identity->spellings, key, &known, NULL)) {
    const gboolean nobody = *key == '\0';
    g_free(key);
    return nobody ? NULL : known;
  }
  g_hash_table_add(identity->spellings, key);
  return key;
}

static RelataIdentity
begin(RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  GArray *candidates = need(&corpus->identity.candidates, sizeof(RelataCandidate));
  const guint n = corpus->actors->len;
  RelataIdentity identity = {.corpus = corpus,
                             .diagnostics = diagnostics,
                             .n = n,
                             .parent = g_new(guint, n + 1),
                             .badges = g_array_new(FALSE, FALSE, sizeof(RelataBadge)),
                             .unions = g_array_new(FALSE, FALSE, sizeof(RelataUnion)),
                             .made = g_array_new(FALSE, FALSE, sizeof(RelataMade)),
                             .refused = g_array_new(FALSE, FALSE, sizeof(RelataApart)),
                             .candidate_of = g_new(guint, n + 1),
                             .spelling_of = g_new0(const char *, candidates->len + 1),
                             .spellings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  for (guint i = 0; i < n; i++) {
    identity.parent[i] = i;
    identity.candidate_of[i] = RELATA_NONE;
  }
  for (guint i = 0; i < candidates->len; i++) {
    const RelataCandidate *candidate = &g_array_index(candidates, RelataCandidate, i);
    identity.candidate_of[candidate->actor] = i;
    identity.spelling_of[i] = relata_identity_spelling(&identity, candidate->name);
  }
  return identity;
}

static void
end(RelataIdentity *identity)
{
  g_free(identity->parent);
  g_array_unref(identity->badges);
  g_array_unref(identity->unions);
  g_array_unref(identity->made);
  g_array_unref(identity->refused);
  g_free(identity->candidate_of);
  g_free(identity->spelling_of);
  g_hash_table_unref(identity->spellings);
}

void
relata_identity_decide(RelataCorpus *corpus, RelataDiagnostics *diagnostics)
{
  static void (*const propose[RELATA_N_IDENTITY_STEPS])(RelataIdentity *) = {
      relata_identity_propose_given,        relata_identity_propose_ids,
      relata_identity_propose_equivalents,  relata_identity_propose_aliases,
      relata_identity_propose_in_documents, relata_identity_propose_names};
  RelataIdentity identity = begin(corpus, diagnostics);
  relata_identity_take_badges(&identity);
  relata_identity_take_different(&identity);
  for (guint step = 0; step < RELATA_N_IDENTITY_STEPS; step++) {
    propose[step](&identity);
    relata_identity_close_step(&identity, (RelataIdentityStep)step);
  }
  relata_identity_apply(&identity);
  relata_identity_report(corpus, diagnostics);
  end(&identity);
}
