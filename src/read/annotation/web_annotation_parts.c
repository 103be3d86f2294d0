/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/beside.h"
#include "read/xml/html_text.h"
#include "read/annotation/web_annotation.h"
#include "text/position.h"

#include <cJSON.h>
#include <string.h>

/* Selectors that refine each other, one in another, to this depth. */
#define MOST_REFINED 8

const char *
relata_web_iri(const cJSON *item)
{
  static const char *const names[] = {"id", "@id", "source"};
  const char *iri = relata_json_words(item);
  for (guint i = 0; i < G_N_ELEMENTS(names) && iri == NULL; i++)
    iri = relata_json_words(relata_json_member(item, names[i]));
  return iri;
}

gboolean
relata_web_has(const cJSON *words, const char *word)
{
  for (const cJSON *one = relata_json_first(words); one != NULL; one = relata_json_next(words, one)) {
    const char *written = relata_json_words(one);
    if (written == NULL || !g_str_has_suffix(written, word))
      continue;
    const gsize before = strlen(written) - strlen(word);
    if (before == 0 || strchr(":#/", written[before - 1]) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* ── Targets ── */

static void
take_first(const char **slot, const cJSON *selector, const char *key)
{
  if (*slot == NULL)
    *slot = relata_json_words(relata_json_member(selector, key));
}

/* Takes a selector and what refines it. Positions count from the beginning of what they refine, so that they
 * are of use only in a position that is known; the last words are those that are meant. */
static void
take_selector(RelataWebTarget *target, const cJSON *selector)
{
  gint64 base = 0; /* −1: not known */
  const char *exact = NULL, *prefix = NULL, *suffix = NULL;
  for (guint depth = 0; selector != NULL && depth < MOST_REFINED; depth++) {
    const gint64 start = relata_json_offset(relata_json_member(selector, "start")),
                 end = relata_json_offset(relata_json_member(selector, "end"));
    const gboolean positioned = relata_web_has(relata_json_member(selector, "type"), "TextPositionSelector"),
                   quoted = relata_web_has(relata_json_member(selector, "type"), "TextQuoteSelector");
    if (positioned && base >= 0 && start >= 0 && end >= start) {
      target->start = base + start;
      target->end = base + end;
      base = target->start;
    } else if (!positioned && (!quoted || depth == 0)) {
      base = -1;
    }
    if (quoted) {
      exact = prefix = suffix = NULL;
      take_first(&exact, selector, "exact");
      take_first(&prefix, selector, "prefix");
      take_first(&suffix, selector, "suffix");
    }
    target->selects = target->selects || positioned || quoted;
    selector = relata_json_first(relata_json_member(selector, "refinedBy"));
  }
  if (target->exact == NULL && exact != NULL) {
    target->exact = exact;
    target->prefix = prefix;
    target->suffix = suffix;
  }
}

RelataWebTarget
relata_web_target(const cJSON *target)
{
  RelataWebTarget taken = {.start = -1, .end = -1};
  const cJSON *selectors = relata_json_member(target, "selector");
  taken.source = cJSON_IsObject(target) ? relata_web_iri(relata_json_member(target, "source")) : NULL;
  for (const cJSON *one = relata_json_first(selectors); one != NULL; one = relata_json_next(selectors, one))
    take_selector(&taken, one);
  return taken;
}

void
relata_web_find_in_context(RelataWebTarget *target, const char *text)
{
  const char *prefix = target->prefix != NULL ? target->prefix : "",
             *suffix = target->suffix != NULL ? target->suffix : "";
  if (target->exact == NULL || (*prefix == '\0' && *suffix == '\0'))
    return;
  g_autofree char *whole = g_strconcat(prefix, target->exact, suffix, NULL);
  const char *at = strstr(text, whole);
  if (at == NULL || strstr(at + 1, whole) != NULL)
    return;
  target->start = g_utf8_pointer_to_offset(text, at + strlen(prefix));
  target->end = target->start + g_utf8_strlen(target->exact, -1);
}

/* ── Bodies ── */

const char *
relata_web_tag(const cJSON *body, gboolean tagging)
{
  const cJSON *purpose = relata_json_member(body, "purpose");
  const cJSON *source = relata_json_member(body, "source");
  const gboolean tags = purpose != NULL
                            ? relata_web_has(purpose, "tagging") || relata_web_has(purpose, "classifying")
                            : tagging;
  if (!tags)
    return NULL;
  const char *value = relata_json_words(relata_json_member(body, "value"));
  if (value == NULL)
    value = relata_json_words(relata_json_member(cJSON_IsObject(source) ? source : body, "label"));
  const char *iri = value == NULL ? relata_web_iri(cJSON_IsObject(source) ? source : body) : NULL;
  if (iri != NULL && strpbrk(iri, "#/") != NULL) /* a concept is called by the end of its address */
    iri += MAX(strrchr(iri, '#') != NULL ? strrchr(iri, '#') - iri : -1,
               strrchr(iri, '/') != NULL ? strrchr(iri, '/') - iri : -1) +
           1;
  return value != NULL ? value : iri != NULL && *iri != '\0' ? iri : NULL;
}

/* Sites whose pages are entries of a registry, and what stands before the id. */
static const struct {
  const char *registry, *before;
} registries[] = {
    {"wikidata", "wikidata.org/entity/"}, {"wikidata", "wikidata.org/wiki/"},
    {"viaf", "viaf.org/viaf/"},           {"gnd", "d-nb.info/gnd/"},
    {"geonames", "geonames.org/"},        {"orcid", "orcid.org/"},
    {"dbpedia", "dbpedia.org/resource/"},
};

gboolean
relata_web_identity(const char *iri, char **registry, const char **id)
{
  const char *host = iri != NULL ? strstr(iri, "://") : NULL;
  if (host == NULL)
    return FALSE;
  host += strlen("://");
  for (guint i = 0; i < G_N_ELEMENTS(registries); i++) {
    const char *at = strstr(host, registries[i].before);
    if (at == NULL || (at != host && at[-1] != '.') || at[strlen(registries[i].before)] == '\0')
      continue;
    *registry = g_strdup(registries[i].registry);
    *id = at + strlen(registries[i].before);
    return TRUE;
  }
  *registry = g_strndup(host, strcspn(host, "/?#"));
  *id = iri;
  return TRUE;
}

/* ── Texts ── */

char *
relata_web_file(const char *source)
{
  const gsize n = strcspn(source, "?#");
  g_autofree char *path = g_strndup(source, n);
  const char *slash = strrchr(path, '/');
  g_autofree char *name = g_uri_unescape_string(slash != NULL ? slash + 1 : path, "/");
  return name != NULL && *name != '\0' ? g_steal_pointer(&name) : NULL;
}

static gboolean
is_page(const char *file)
{
  return g_str_has_suffix(file, ".html") || g_str_has_suffix(file, ".htm") ||
         g_str_has_suffix(file, ".xhtml");
}

char *
relata_web_text(const RelataInput *input, const char *file, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize n = 0;
  if (strcmp(input->path, RELATA_STANDARD_INPUT) == 0) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME, "standard input has no folder with '%s'",
                file);
    return NULL;
  }
  if (!relata_read_beside(input, file, &bytes, &n, error))
    return NULL;
  const gsize mark = g_str_has_prefix(bytes, "\xEF\xBB\xBF") ? 3 : 0;
  if (relata_utf8_validate(bytes, n) == n)
    return is_page(file) ? relata_html_text(bytes + mark) : g_strdup(bytes + mark);
  g_set_error(error, RELATA_ERROR, RELATA_ERROR_UNKNOWN_NAME, "'%s' is no text in UTF-8", file);
  return NULL;
}
