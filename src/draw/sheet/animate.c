/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/animate.h"

#include "draw/sheet/order.h"
#include "draw/sheet/svg_dark.h"
#include "text/xml.h"
#include "text/error.h"

#include <lazy_libxml.h>
#include <string.h>

#define MOST_SECONDS  2.0 /* longest time that one frame is shown */
#define LEAST_SECONDS 0.5
#define WHOLE         45.0 /* seconds that many frames share */
#define PAUSE         4.0  /* additional seconds at the last frame */

/* An element's place in the order of relata_sheet_order(). */
typedef struct {
  guint part; /* a RelataPart; N_PARTS: in no part, behind all parts */
  guint turn;
  gboolean is_curve;
} Standing;

/* An element, and the first and last frame in which it looks like this. */
typedef struct {
  xmlNode *node; /* owned by the document of its first frame */
  guint first, last;
  Standing standing;
  guint number; /* order in which the elements were found */
} Run;

typedef struct {
  GPtrArray *runs;                /* of Run; owned */
  xmlNode *parts[RELATA_N_PARTS]; /* a copy of each part's own element, without its children; NULL: no such
                                     part. Owned */
  gboolean lines_first;
  GHashTable *by_look;  /* the element's bytes without its id → Run: the last one with this look */
  GPtrArray *documents; /* of xmlDoc, one per frame */
} Film;

static void
free_document(gpointer document)
{
  xmlFreeDoc(document);
}

static xmlNode *
find_child(xmlNode *parent, const char *name)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp((const char *)child->name, name) == 0)
      return child;
  return NULL;
}

/* Returns the group that holds the picture. */
static xmlNode *
picture_of(xmlDoc *document)
{
  xmlNode *root = document != NULL ? xmlDocGetRootElement(document) : NULL;
  return root != NULL ? find_child(root, "g") : NULL;
}

/* Elements without a name have numbers as ids, and these differ from frame to frame; so the look leaves ids
 * out. */
static char *
look_of(xmlNode *node)
{
  xmlBuffer *buffer = xmlBufferCreate();
  xmlChar *id = xmlGetProp(node, (const xmlChar *)"id");
  xmlUnsetProp(node, (const xmlChar *)"id");
  xmlNodeDump(buffer, node->doc, node, 0, 0);
  if (id != NULL)
    xmlSetProp(node, (const xmlChar *)"id", id);
  xmlFree(id);
  char *look = g_strdup((const char *)xmlBufferContent(buffer));
  xmlBufferFree(buffer);
  return look;
}

static void
add_element(Film *film, xmlNode *node, guint frame, Standing standing)
{
  char *look = look_of(node);
  Run *run = g_hash_table_lookup(film->by_look, look);
  if (run != NULL && run->last + 1 == frame) {
    run->last = frame;
    g_free(look);
    return;
  }
  run = g_new0(Run, 1);
  *run = (Run){node, frame, frame, standing, film->runs->len};
  g_ptr_array_add(film->runs, run);
  g_hash_table_replace(film->by_look, look, run);
}

/* Returns the Standing of each element on the sheet, by id. Free with g_hash_table_unref(). */
static GHashTable *
index_sheet(const RelataSheet *sheet)
{
  GHashTable *standings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < sheet->glyphs->len; i++) {
    const RelataGlyph *glyph = g_ptr_array_index(sheet->glyphs, i);
    const Standing standing = {glyph->part, glyph->turn, FALSE};
    g_hash_table_insert(standings, relata_sheet_id(glyph->id, "glyph", i),
                        g_memdup2(&standing, sizeof standing));
  }
  for (guint i = 0; i < sheet->curves->len; i++) {
    const RelataCurve *curve = g_ptr_array_index(sheet->curves, i);
    const Standing standing = {curve->part, curve->turn, TRUE};
    g_hash_table_insert(standings, relata_sheet_id(curve->id, "curve", i),
                        g_memdup2(&standing, sizeof standing));
  }
  return standings;
}

/* Adds the children of a part of the picture. */
static void
add_part(Film *film, xmlNode *part, GHashTable *standings, guint frame)
{
  for (xmlNode *child = part->children; child != NULL; child = child->next) {
    xmlChar *id = child->type == XML_ELEMENT_NODE ? xmlGetProp(child, (const xmlChar *)"id") : NULL;
    const Standing *standing = id != NULL ? g_hash_table_lookup(standings, id) : NULL;
    if (standing != NULL && film->parts[standing->part] == NULL)
      film->parts[standing->part] = xmlCopyNode(part, 2); /* only the element with its attributes */
    if (standing != NULL)
      add_element(film, child, frame, *standing);
    xmlFree(id);
  }
}

static gboolean
add_frame(Film *film, const GByteArray *bytes, const RelataSheet *sheet, guint frame)
{
  xmlDoc *document =
      xmlReadMemory((const char *)bytes->data, (int)bytes->len, "frame.svg", "UTF-8",
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
  xmlNode *picture = picture_of(document);
  if (document != NULL)
    g_ptr_array_add(film->documents, document);
  if (picture == NULL)
    return FALSE;
  g_autoptr(GHashTable) standings = index_sheet(sheet);
  film->lines_first = film->lines_first || relata_sheet_lines_lie_behind(sheet);
  for (xmlNode *child = picture->children; child != NULL; child = child->next) {
    if (child->type != XML_ELEMENT_NODE || strcmp((const char *)child->name, "g") != 0)
      continue;
    if (xmlHasProp(child, (const xmlChar *)"id") != NULL) /* an outline, which belongs to no part */
      add_element(film, child, frame, (Standing){RELATA_N_PARTS, 0, FALSE});
    else
      add_part(film, child, standings, frame);
  }
  return TRUE;
}

/* ── Timing ──────────────────────────────────────────────────────────────────────────────── */

static void
append_percent(GString *css, double share)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append_printf(css, "%s%%", g_ascii_formatd(number, sizeof number, "%.3f", 100 * share));
}

/* Appends the rule for an element that is shown from one frame to another, of n. Each value holds until the
 * next one. */
static void
append_rule(GString *css, const Run *run, guint n, double step, double total)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append_printf(css, "@keyframes show-%u-%u{0%%{visibility:%s}", run->first, run->last,
                         run->first == 0 ? "visible" : "hidden");
  if (run->first > 0) {
    append_percent(css, run->first * step / total);
    g_string_append(css, "{visibility:visible}");
  }
  if (run->last + 1 < n) {
    append_percent(css, (run->last + 1) * step / total);
    g_string_append(css, "{visibility:hidden}");
  }
  g_string_append_printf(css, "100%%{visibility:%s}}\n", run->last + 1 < n ? "hidden" : "visible");
  g_string_append_printf(css,
                         "@media (prefers-reduced-motion:no-preference){.show-%u-%u{animation:show-%u-%u %ss "
                         "step-end infinite}}\n",
                         run->first, run->last, run->first, run->last,
                         g_ascii_formatd(number, sizeof number, "%.2f", total));
}

static char *
make_style(const GPtrArray *runs, guint n)
{
  const double step = CLAMP(WHOLE / n, LEAST_SECONDS, MOST_SECONDS), total = n * step + PAUSE;
  g_autoptr(GHashTable) said = g_hash_table_new(NULL, NULL);
  GString *css = g_string_new("\nsvg:hover .frames,svg:focus-within .frames{animation-play-state:paused}\n");
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    const gboolean always = run->first == 0 && run->last + 1 == n;
    if (!always && g_hash_table_add(said, GUINT_TO_POINTER(run->first * n + run->last)))
      append_rule(css, run, n, step, total);
  }
  return g_string_free(css, FALSE);
}

/* ── The document ────────────────────────────────────────────────────────────────────────── */

/* An id may occur only once in a document. If an actor's look changes, the first element keeps the id. */
static void
set_identity(xmlNode *node, const Run *run, guint n, GHashTable *ids)
{
  xmlChar *id = xmlGetProp(node, (const xmlChar *)"id");
  if (id != NULL && !g_hash_table_add(ids, g_strdup((const char *)id))) {
    g_autofree char *other = NULL;
    for (guint again = 2; other == NULL || !g_hash_table_add(ids, g_strdup(other)); again++) {
      g_free(other);
      other = g_strdup_printf("%s-again%u", (const char *)id, again);
    }
    xmlSetProp(node, (const xmlChar *)"id", (const xmlChar *)other);
  }
  xmlFree(id);
  if (run->first == 0 && run->last + 1 == n)
    return;
  xmlChar *classes = xmlGetProp(node, (const xmlChar *)"class");
  g_autofree char *more =
      g_strdup_printf("%s%sframes show-%u-%u", classes != NULL ? (const char *)classes : "",
                      classes != NULL ? " " : "", run->first, run->last);
  xmlSetProp(node, (const xmlChar *)"class", (const xmlChar *)more);
  xmlFree(classes);
  if (run->last + 1 < n) /* without animations only the last frame is shown */
    xmlSetProp(node, (const xmlChar *)"visibility", (const xmlChar *)"hidden");
}

/* The order in which a sheet is read is also an order in which it can be painted. */
static int
compare_runs(gconstpointer a, gconstpointer b, gpointer data)
{
  const Run *one = *(const Run *const *)a, *other = *(const Run *const *)b;
  const Film *film = data;
  const gboolean curves_first = film->lines_first && one->standing.part == RELATA_PART_DRAWING;
  if (one->standing.part != other->standing.part)
    return one->standing.part < other->standing.part ? -1 : 1;
  if (curves_first && one->standing.is_curve != other->standing.is_curve)
    return one->standing.is_curve ? -1 : 1;
  if (one->standing.turn != other->standing.turn)
    return one->standing.turn < other->standing.turn ? -1 : 1;
  if (one->standing.is_curve != other->standing.is_curve)
    return one->standing.is_curve ? -1 : 1;
  return one->number < other->number ? -1 : one->number > other->number;
}

static void
drop_groups(xmlNode *picture)
{
  for (xmlNode *child = picture->children, *next; child != NULL; child = next) {
    next = child->next;
    if (child->type == XML_ELEMENT_NODE && strcmp((const char *)child->name, "g") == 0) {
      xmlUnlinkNode(child);
      xmlFreeNode(child);
    }
  }
}

/* Copied elements bring a declaration of their namespace. Removes it, as the root declares the namespace for
 * all. */
static void
share_namespace(xmlNode *node, xmlNs *namespace)
{
  for (; node != NULL; node = node->next) {
    if (node->type != XML_ELEMENT_NODE)
      continue;
    share_namespace(node->children, namespace);
    node->ns = namespace;
  }
}

/* Appends a copy, which is freed with the document. */
static xmlNode *
append_copy(xmlNode *parent, xmlNode *node)
{
  xmlNode *copy = xmlDocCopyNode(node, parent->doc, 1);
  share_namespace(copy, parent->ns);
  xmlFreeNsList(copy->nsDef);
  copy->nsDef = NULL;
  xmlAddChild(parent, copy);
  xmlAddChild(parent, xmlNewText((const xmlChar *)"\n"));
  return copy;
}

/* Replaces the contents of the last frame's picture by all elements. */
static void
assemble(Film *film, guint n, const RelataTheme *theme)
{
  xmlDoc *document = g_ptr_array_index(film->documents, n - 1);
  xmlNode *picture = picture_of(document), *root = xmlDocGetRootElement(document);
  xmlNode *groups[RELATA_N_PARTS + 1] = {NULL};
  g_autofree char *css = make_style(film->runs, n);
  g_ptr_array_sort_with_data(film->runs, compare_runs, film);
  for (guint i = 0; i < film->runs->len; i++)
    xmlUnlinkNode(((Run *)g_ptr_array_index(film->runs, i))->node);
  drop_groups(picture);
  groups[RELATA_N_PARTS] = picture;
  g_autoptr(GHashTable) ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint pass = 0; pass < 2; pass++) /* outlines first, as they lie behind everything */
    for (guint i = 0; i < film->runs->len; i++) {
      const Run *run = g_ptr_array_index(film->runs, i);
      const guint part = run->standing.part;
      if ((part == RELATA_N_PARTS) != (pass == 0))
        continue;
      if (groups[part] == NULL)
        groups[part] = append_copy(picture, film->parts[part]);
      set_identity(append_copy(groups[part], run->node), run, n, ids);
    }
  for (guint i = 0; i < film->runs->len; i++)
    xmlFreeNode(((Run *)g_ptr_array_index(film->runs, i))->node);
  xmlNode *style = xmlNewDocNode(document, root->ns, (const xmlChar *)"style", NULL);
  xmlAddChild(style, xmlNewDocText(document, (const xmlChar *)css));
  xmlAddPrevSibling(picture, style);
  if (theme->dark != NULL)
    relata_svg_add_dark(root, theme);
}

gboolean
relata_animate(GByteArray *const *frames, RelataSheet *const *sheets, guint n, const RelataTheme *theme,
               GByteArray *out, GError **error)
{
  if (!relata_xml_load(error))
    return FALSE;
  Film film = {.runs = g_ptr_array_new_with_free_func(g_free),
               .by_look = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
               .documents = g_ptr_array_new_with_free_func(free_document)};
  gboolean ok = TRUE;
  for (guint i = 0; ok && i < n; i++)
    ok = add_frame(&film, frames[i], sheets[i], i);
  if (ok) {
    assemble(&film, n, theme);
    xmlChar *text = NULL;
    int length = 0;
    xmlDocDumpMemoryEnc(g_ptr_array_index(film.documents, n - 1), &text, &length, "UTF-8");
    g_byte_array_append(out, text, (guint)length);
    xmlFree(text);
  } else {
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_FAILED,
                        "a frame of the animation is not well-formed");
  }
  for (guint i = 0; i < RELATA_N_PARTS; i++)
    xmlFreeNode(film.parts[i]);
  g_ptr_array_unref(film.runs);
  g_hash_table_unref(film.by_look);
  g_ptr_array_unref(film.documents);
  return ok;
}
