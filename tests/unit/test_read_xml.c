/* SPDX-License-Identifier: GPL-2.0-or-later */
/* XML as events: places, encodings, limits, and nothing from outside. */
#include "../fuzz/pieces.h"
#include "read/xml/xml.h"

/* All events, one a line, then what is said. */
static char *
events_of(const RelataInput *input)
{
  g_autoptr(RelataDiagnostics) diagnostics = relata_diagnostics_new(0);
  g_autoptr(GError) error = NULL;
  g_autoptr(RelataXml) xml = relata_xml_new(input, diagnostics, &error);
  g_assert_no_error(error);
  GString *all = g_string_new(NULL);
  for (const RelataXmlEvent *event; (event = relata_xml_next(xml)) != NULL;) {
    g_string_append_printf(all, "%u ", event->depth);
    if (event->kind == RELATA_XML_START)
      g_string_append_printf(all, "%u:%u <%s", event->where.line, event->where.column, event->name);
    else if (event->kind == RELATA_XML_END)
      g_string_append_printf(all, "</%s", event->name);
    else
      g_string_append_printf(all, "%s in %s", event->text, event->name);
    for (guint i = 0; i < relata_xml_n_attributes(xml); i++)
      g_string_append_printf(all, " %s=%s", relata_xml_attribute_at(xml, i)->name,
                             relata_xml_attribute_at(xml, i)->value);
    g_string_append_c(all, '\n');
  }
  g_assert_true(relata_xml_end(xml, &error));
  append_diagnostics(all, diagnostics);
  return g_string_free(all, FALSE);
}

static char *
events_of_drip(const char *bytes, gsize n, gsize piece)
{
  Drip drip = {bytes, n, 0, piece};
  const RelataInput input = drip_input(&drip);
  return events_of(&input);
}

typedef struct {
  const char *text, *all;
} Case;

static const Case cases[] = {
    {"<a/>", "1 1:1 <a\n1 </a\n"},
    {"\xEF\xBB\xBF<a/>", "1 1:1 <a\n1 </a\n"},
    {"\xEF\xBB\xBF<a\nb=''/>", "1 1:1 <a b=\n1 </a\n"},
    {"<?xml version=\"1.0\"?>\n<!-- x -->\n<n:a xmlns:n=\"u\" n:b='1' c=\"&lt;&#233;\">\n <b>t<!-- c -->u<![CDATA[<v>]]></b> "
     "</n:a>",
     "1 3:1 <a b=1 c=<é\n1 \n  in a\n2 4:2 <b\n2 tu<v> in b\n2 </b\n1   in a\n1 </a\n"},
    {"<a\n b=\"1\"\n><é\n\n c='>'/></a>", "1 1:1 <a b=1\n2 3:2 <é c=>\n2 </é\n1 </a\n"},
    {"<!DOCTYPE a [<!ENTITY e \"x&#38;f;y\"><!ENTITY f \"z\"><!ENTITY g \"<b c='&f;'/>\">]><a d='&e;'>&e;&g;</a>",
     "1 1:80 <a d=xzy\n1 xzy in a\n2 1:97 <b c=z\n2 </b\n1 </a\n"},
    /* A prefix that nobody declares harms nobody. */
    {"<a><v:b/></a>", "1 1:1 <a\n2 1:4 <b\n2 </b\n1 </a\n"},
    {"<a><b></a>", "1 1:1 <a\n2 1:4 <b\n1:11 xml-syntax: Opening and ending tag mismatch: b line 1 and a\n"
                   "1:11 not-read: what follows this is not read\n"},
    {"<a>x", "1 1:1 <a\n1:4 xml-syntax: the file ends inside the element 'a'\n"
             "1:4 not-read: what follows this is not read\n"},
    {"",
     "1:1 xml-syntax: the file ends before its first element\n1:1 not-read: what follows this is not read\n"},
    {"<a>\n\xC3(</a>",
     "1 1:1 <a\n2:1 xml-syntax: Input is not proper UTF-8, indicate encoding ! Bytes: 0xC3 0x28 0x3C "
     "0x2F\n2:1 not-read: what follows this is not read\n"},
    {"<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
     "1 1:55 <a\n1:61 xml-syntax: Entity 'e' not defined\n1:61 not-read: what follows this is not read\n"},
    {"<!DOCTYPE a SYSTEM \"file:///etc/passwd\" [<!ENTITY % e SYSTEM \"file:///etc/passwd\">%e;]><a>&f;</a>",
     "1 1:88 <a\n1 </a\n1:94 xml-syntax: Entity 'f' not defined\n"},
};

static void
test_events(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    const gsize n = strlen(cases[i].text);
    const RelataInput input = {.path = "x", .shown = "x", .bytes = cases[i].text, .n = n};
    g_autofree char *whole = events_of(&input);
    g_assert_cmpstr(whole, ==, cases[i].all);
    for (gsize piece = 1; piece <= n; piece++) {
      g_autofree char *dripped = events_of_drip(cases[i].text, n, piece);
      g_assert_cmpstr(dripped, ==, cases[i].all);
    }
  }
}

/* The same text in other encodings, long enough to be cut anywhere. */
static void
test_encodings(void)
{
  g_autoptr(GString) body = g_string_new("<a>\n");
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf(body, "<b c=\"é%u\">Žßö</b>\n", i);
  g_string_append(body, "</a>");
  const RelataInput plain = {.path = "x", .shown = "x", .bytes = body->str, .n = body->len};
  g_autofree char *expected = events_of(&plain);
  static const char *const encodings[] = {"UTF-16", "windows-1252", "UTF-8"};
  for (guint i = 0; i < G_N_ELEMENTS(encodings); i++) {
    g_autofree char *text = g_strdup_printf("<?xml version='1.0' encoding='%s'?>%s", encodings[i], body->str);
    gsize n;
    g_autofree char *bytes = g_convert(text, -1, encodings[i], "UTF-8", NULL, &n, NULL);
    g_assert_nonnull(bytes);
    g_autofree char *dripped = events_of_drip(bytes, n, 4099);
    /* The root begins after the declaration. */
    g_assert_cmpstr(strchr(dripped, '\n'), ==, strchr(expected, '\n'));
    /* What somebody made UTF-8 of still says that it is something else. */
    g_autofree char *marked = g_strconcat("\xEF\xBB\xBF", text, NULL);
    g_autofree char *converted = events_of_drip(marked, strlen(marked), 4099);
    g_assert_cmpstr(strchr(converted, '\n'), ==, strchr(expected, '\n'));
  }
  static const char without[] = "<?xml version='1.0' encoding='utf-16'?><a>é</a>";
  g_autofree char *said = events_of_drip(without, strlen(without), 1000);
  g_assert_cmpstr(said, ==, "1 1:40 <a\n1 é in a\n1 </a\n");
}

static void
check_refused(char *text, const char *code)
{
  g_autofree char *dripped = events_of_drip(text, strlen(text), 1 << 16);
  if (strstr(dripped, code) == NULL)
    g_error("%.200s … was read: expected %s in\n%.2000s", text, code,
            dripped + strlen(dripped) - MIN(strlen(dripped), 500));
  g_free(text);
}

static char *
repeated(const char *before, const char *what, guint n, const char *after)
{
  GString *text = g_string_new(before);
  for (guint i = 0; i < n; i++)
    g_string_append(text, what);
  g_string_append(text, after);
  return g_string_free(text, FALSE);
}

/* Entities in entities: each has ten of the one before. */
static char *
laughs(const char *use)
{
  GString *text = g_string_new("<!DOCTYPE a [<!ENTITY e0 \"lol\">");
  for (guint i = 1; i < 10; i++) {
    g_autofree char *inner = g_strdup_printf("&e%u;", i - 1);
    g_autofree char *ten = repeated("", inner, 10, "");
    g_string_append_printf(text, "<!ENTITY e%u \"%s\">", i, ten);
  }
  g_string_append_printf(text, "]>%s", use);
  return g_string_free(text, FALSE);
}

static void
test_limits(void)
{
  check_refused(repeated("", "<a>", 201, ""), "too-deep");
  check_refused(repeated("<a>", "xxxxxxxxxx", 1000001, "</a>"), "too-large");
  check_refused(repeated("<a b='", "xxxxxxxxxx", 1000001, "'/>"), "xml-syntax");
  GString *attributes = g_string_new("<a");
  for (guint i = 0; i < 200000; i++)
    g_string_append_printf(attributes, " a%u=''", i);
  check_refused(g_string_free(attributes, FALSE), "too-large");
  check_refused(laughs("<a>&e9;</a>"), "xml-syntax");
  check_refused(laughs("<a b='&e9;'/>"), "xml-syntax");
  /* No entity in another: one long one, many times. */
  g_autofree char *entity = repeated("<!DOCTYPE a [<!ENTITY e \"", "xxxxxxxxxx", 5000, "\">]><a>");
  check_refused(repeated(entity, "<b>&e;</b>", 20000, "</a>"), "too-large");
  check_refused(repeated(entity, "<b c='&e;'/>", 20000, "</a>"), "too-large");
}

/* A long value does not take the square of its length. */
static void
test_long_value(void)
{
  g_autofree char *text = repeated("<a b='", "0123456789", 990000, "'/>");
  Drip drip = {text, strlen(text), 0, 1000};
  const RelataInput input = drip_input(&drip);
  g_autoptr(RelataXml) xml = relata_xml_new(&input, NULL, NULL);
  g_assert_nonnull(relata_xml_next(xml));
  g_assert_cmpuint(strlen(relata_xml_attribute(xml, "b")), ==, 9900000);
}

static void
test_elements(void)
{
  static const char text[] = "<t><p x:k='2' k='1' xmlns:x='u'>a<i> b<i>c</i></i>\n</p><s><q/></s><r/></t>";
  const RelataInput input = {.path = "x", .shown = "x", .bytes = text, .n = strlen(text)};
  g_autoptr(RelataXml) xml = relata_xml_new(&input, NULL, NULL);
  g_assert_cmpstr(relata_xml_next(xml)->name, ==, "t");
  g_assert_cmpstr(relata_xml_child(xml, 1)->name, ==, "p");
  g_assert_cmpstr(relata_xml_attribute(xml, "k"), ==, "1");
  g_assert_cmpstr(relata_xml_attribute_in(xml, "u", "k"), ==, "2");
  g_assert_null(relata_xml_attribute(xml, "x:k"));
  g_autofree char *content = relata_xml_content(xml);
  g_assert_cmpstr(content, ==, "a bc\n");
  g_assert_cmpstr(relata_xml_child(xml, 1)->name, ==, "s");
  g_assert_cmpstr(relata_xml_child(xml, 1)->name, ==, "r"); /* q is a child of s */
  relata_xml_skip(xml);
  g_assert_null(relata_xml_child(xml, 1));
  g_assert_null(relata_xml_next(xml));
}

static void
check_root(const char *text, const char *name, const char *uri)
{
  const RelataInput input = {.path = "x", .shown = "x", .bytes = text, .n = strlen(text)};
  g_autofree char *its = NULL;
  g_autofree char *root = relata_xml_root(&input, &its);
  g_assert_cmpstr(root, ==, name);
  g_assert_cmpstr(its, ==, uri);
}

static void
test_root(void)
{
  check_root(" \n<!-- x --><gexf xmlns='u'><nodes>", "gexf", "u");
  check_root("<!-- <a/>", NULL, NULL);
  check_root("from,to\n<a/>", NULL, NULL);
  check_root("", NULL, NULL);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/read/xml/events", test_events);
  g_test_add_func("/read/xml/encodings", test_encodings);
  g_test_add_func("/read/xml/limits", test_limits);
  g_test_add_func("/read/xml/long-value", test_long_value);
  g_test_add_func("/read/xml/elements", test_elements);
  g_test_add_func("/read/xml/root", test_root);
  return g_test_run();
}
