/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "read/iri.h"

#include <string.h>

static const struct {
  const char *beginning, *registry;
} registries[] = {
    {"wikidata.org/entity/", "wikidata"}, {"wikidata.org/wiki/", "wikidata"}, {"d-nb.info/gnd/", "gnd"},
    {"viaf.org/viaf/", "viaf"},           {"isni.org/isni/", "isni"},         {"orcid.org/", "orcid"},
    {"sws.geonames.org/", "geonames"},    {"geonames.org/", "geonames"},
};

/* Returns what follows the scheme, without "www.", or NULL. */
static const char *
behind_scheme(const char *address)
{
  static const char *const schemes[] = {"http://", "https://"};
  for (guint i = 0; i < G_N_ELEMENTS(schemes); i++)
    if (g_ascii_strncasecmp(address, schemes[i], strlen(schemes[i])) == 0) {
      address += strlen(schemes[i]);
      return g_str_has_prefix(address, "www.") ? address + strlen("www.") : address;
    }
  return NULL;
}

gboolean
relata_iri_is(const char *words)
{
  const char *behind = behind_scheme(words);
  return behind != NULL && *behind != '\0' && strpbrk(words, " \t\r\n") == NULL;
}

/* Returns whether it is a number in a registry: letters, digits and dashes. */
static gboolean
is_number(const char *value)
{
  const char *at = value;
  while (g_ascii_isalnum(*at) || *at == '-')
    at++;
  return at > value && *at == '\0';
}

RelataIri
relata_iri_parse(const char *address)
{
  const char *behind = behind_scheme(address);
  for (guint i = 0; behind != NULL && i < G_N_ELEMENTS(registries); i++) {
    const gsize n = strlen(registries[i].beginning);
    if (strncmp(behind, registries[i].beginning, n) == 0 && is_number(behind + n))
      return (RelataIri){registries[i].registry, behind + n};
  }
  return (RelataIri){"url", address};
}

char *
relata_iri_actor(const char *address)
{
  const RelataIri iri = relata_iri_parse(address);
  return iri.value == address ? g_strdup(address) : g_strdup_printf("%s:%s", iri.registry, iri.value);
}
