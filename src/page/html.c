/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "page/html.h"

#include "page/html_assets.h"

#include <string.h>

/* Returns the asset as a string. Newly allocated. */
static char *
asset(const char *name)
{
  const RelataHtmlAsset *found = relata_html_assets;
  while (strcmp(found->name, name) != 0)
    found++;
  return g_strndup((const char *)found->bytes, found->n_bytes);
}

/* Returns "'sha256-…'", the form in which a policy allows a script or style. */
static char *
source_hash(const char *text)
{
  g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize n = sizeof digest;
  g_checksum_update(checksum, (const guchar *)text, -1);
  g_checksum_get_digest(checksum, digest, &n);
  g_autofree char *encoded = g_base64_encode(digest, n);
  return g_strconcat("'sha256-", encoded, "'", NULL);
}

static char *
make_policy(const char *script, const char *style, const char *picture_style)
{
  g_autofree char *script_hash = source_hash(script), *style_hash = source_hash(style),
                  *picture_hash = source_hash(picture_style);
  return g_strdup_printf("default-src 'none'; script-src %s; style-src %s %s; img-src data: blob:; "
                         "base-uri 'none'; form-action 'none'",
                         script_hash, style_hash, picture_hash);
}

typedef struct {
  const char *name, *text;
} Slot;

/* Fills the {{SLOTS}} of the template. It does so in one pass: what is filled in is not scanned, and may
 * contain such words. */
static char *
fill(const char *template, const Slot *slots, guint n)
{
  GString *page = g_string_new(NULL);
  for (const char *open; (open = strstr(template, "{{")) != NULL;) {
    guint i = 0;
    g_string_append_len(page, template, open - template);
    while (i < n && !(g_str_has_prefix(open + 2, slots[i].name) &&
                      g_str_has_prefix(open + 2 + strlen(slots[i].name), "}}")))
      i++;
    g_string_append(page, i < n ? slots[i].text : "{{");
    template = open + 2 + (i < n ? strlen(slots[i].name) + 2 : 0);
  }
  g_string_append(page, template);
  return g_string_free(page, FALSE);
}

char *
relata_html_page(const RelataHtmlDrawing *drawing, const char *language, const char *data)
{
  g_return_val_if_fail(drawing != NULL && language != NULL && data != NULL, NULL);
  g_autofree char *template = asset("page.html"), *style = asset("page.css"), *script = asset("page.js");
  g_autofree char *policy = make_policy(script, style, drawing->style);
  /* The picture's rules are separate from the page's, because a picture that is exported from the page needs
   * them. */
  g_autofree char *styles = g_strconcat("<style>", style, "</style>\n<style id=\"picture-style\">",
                                        drawing->style, "</style>", NULL);
  g_autofree char *title = g_markup_escape_text(drawing->title, -1);
  g_autofree char *description = g_markup_escape_text(drawing->description, -1);
  g_autofree char *language_safe = g_markup_escape_text(language, -1);
  const Slot slots[] = {
      {"TITLE", title},      {"LANG", language_safe},      {"CSP", policy}, {"STYLE", styles},
      {"SVG", drawing->svg}, {"DESCRIPTION", description}, {"DATA", data},  {"SCRIPT", script},
  };
  return fill(template, slots, G_N_ELEMENTS(slots));
}
