/* SPDX-License-Identifier: GPL-2.0-or-later */
/* UIMA CAS XMI: an element for each feature structure, whose attributes are its features. The namespace says
 * the package of its type: http:///webanno/custom.ecore and Person make webanno.custom.Person. Lists may be
 * elements inside. */
#include "read/readers.h"
#include "read/annotation/uima.h"
#include "read/xml/xml.h"

#include <string.h>

#define XMI "http://www.omg.org/XMI"

gboolean
relata_uima_xmi_recognises(const RelataInput *input)
{
  g_autofree char *uri = NULL;
  g_autofree char *root = relata_xml_root(input, &uri);
  return root != NULL && strcmp(root, "XMI") == 0 && (uri == NULL || strcmp(uri, XMI) == 0) &&
         g_strstr_len(input->bytes, (gssize)input->n, "uima/") != NULL;
}

/* Returns the name of a type. Newly allocated. */
static char *
type_of(const char *uri, const char *name)
{
  const char *package = uri != NULL && g_str_has_prefix(uri, "http:///") ? uri + strlen("http:///") : "";
  const gsize n = strlen(package) - (g_str_has_suffix(package, ".ecore") ? strlen(".ecore") : 0);
  if (n == 0 || strncmp(package, "uima/noNamespace", n) == 0)
    return g_strdup(name);
  g_autofree char *dotted = g_strdelimit(g_strndup(package, n), "/", '.');
  return g_strdup_printf("%s.%s", dotted, name);
}

/* Returns whether an element says how the others are kept rather than what was annotated. */
static gboolean
is_frame(const char *type)
{
  return strcmp(type, "uima.cas.NULL") == 0 || strcmp(type, "uima.cas.View") == 0;
}

static void
read_structure(RelataUima *uima, RelataXml *xml, const RelataXmlEvent *start)
{
  const guint depth = start->depth;
  g_autofree char *type = type_of(start->uri, start->name);
  if (is_frame(type)) {
    relata_xml_skip(xml);
    return;
  }
  relata_uima_begin(uima, relata_xml_attribute_in(xml, XMI, "id"), type, start->where);
  for (guint i = 0; i < relata_xml_n_attributes(xml); i++) {
    const RelataXmlAttribute *attribute = relata_xml_attribute_at(xml, i);
    if (attribute->uri == NULL)
      relata_uima_add(uima, attribute->name, attribute->value);
  }
  for (const RelataXmlEvent *child; (child = relata_xml_child(xml, depth)) != NULL;) {
    g_autofree char *name = g_strdup(child->name);
    g_autofree char *content = relata_xml_content(xml);
    relata_uima_add(uima, name, content);
  }
}

gboolean
relata_uima_xmi_read(RelataCorpus *corpus, const RelataInput *input, RelataDiagnostics *diagnostics,
                     GError **error)
{
  g_autoptr(RelataXml) xml = relata_xml_new(input, diagnostics, error);
  if (xml == NULL)
    return FALSE;
  g_autoptr(RelataVocabulary) vocabulary = relata_vocabulary_new("uima", corpus, input);
  const RelataAnnotating reading = {corpus, input, diagnostics, vocabulary};
  g_autoptr(RelataUima) uima = relata_uima_new(&reading);
  relata_account_begin(input->account, "UIMA XMI", "structure", "layer");
  for (const RelataXmlEvent *event; (event = relata_xml_next(xml)) != NULL;)
    if (event->kind == RELATA_XML_START && event->depth == 2)
      read_structure(uima, xml, event);
  if (!relata_xml_end(xml, error))
    return FALSE;
  relata_uima_finish(uima, RELATA_UNIT_UTF16);
  return TRUE;
}
