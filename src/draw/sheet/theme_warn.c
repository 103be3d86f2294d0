/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/theme_warn.h"

#include <string.h>

typedef struct {
  RelataJson *json;
  const cJSON *root;
  RelataDiagnostics *diagnostics;
  GPtrArray *worst; /* of RelataContrast, one for each front colour and purpose */
} Report;

static void
free_contrast(gpointer data)
{
  RelataContrast *contrast = data;
  g_free((char *)(gpointer)contrast->front);
  g_free((char *)(gpointer)contrast->back);
  g_free(contrast);
}

/* The same ink stands on a dozen fills. One warning, for the lowest contrast, is enough. */
static void
collect(const RelataContrast *contrast, gpointer data)
{
  Report *report = data;
  if (contrast->has >= contrast->needed)
    return;
  RelataContrast *copy = g_memdup2(contrast, sizeof *contrast);
  copy->front = g_strdup(contrast->front);
  copy->back = g_strdup(contrast->back);
  for (guint i = 0; i < report->worst->len; i++) {
    const RelataContrast *other = g_ptr_array_index(report->worst, i);
    if (strcmp(other->front, contrast->front) != 0)
      continue;
    if (contrast->has < other->has) {
      free_contrast(report->worst->pdata[i]);
      report->worst->pdata[i] = copy;
    } else {
      free_contrast(copy);
    }
    return;
  }
  g_ptr_array_add(report->worst, copy);
}

/* Returns the place in the file that sets one of the colours. An inherited colour has no place of its own. */
static RelataPlace
find_place(const Report *report, const char *front, const char *back)
{
  const cJSON *item = relata_json_at(report->json, front);
  if (item == NULL && back != NULL)
    item = relata_json_at(report->json, back);
  return relata_json_place(report->json, item != NULL ? item : report->root);
}

static void
warn_of_contrast(const Report *report, const RelataContrast *contrast)
{
  const RelataPlace place = find_place(report, contrast->front, contrast->back);
  const char *would = relata_theme_darken(contrast->front_color, contrast->back_color, contrast->needed);
  g_autofree char *hint = g_strdup_printf("%s would do", would);
  relata_diagnose(report->diagnostics, RELATA_WARNING, "low-contrast", &place, hint,
                  "%s (%s) on %s (%s) has a contrast of %.2f:1, and %s needs %g:1", contrast->front + 1,
                  contrast->front_color, contrast->back + 1, contrast->back_color, contrast->has,
                  contrast->needed >= RELATA_CONTRAST_TEXT ? "text" : "a line", contrast->needed);
}

static void
warn_of_clash(const RelataDarkClash *clash, gpointer data)
{
  const Report *report = data;
  const RelataPlace place = find_place(report, clash->pointer, NULL);
  relata_diagnose(report->diagnostics, RELATA_WARNING, "ambiguous-dark", &place,
                  "make the two light ones differ a little",
                  "%s (%s) stands for something else, too, and turns %s in the dark, not %s",
                  clash->pointer + 1, clash->light, clash->becomes, clash->wanted);
}

void
relata_theme_warn(const RelataTheme *theme, RelataJson *json, const cJSON *root,
                  RelataDiagnostics *diagnostics)
{
  g_autoptr(GPtrArray) worst = g_ptr_array_new_with_free_func(free_contrast);
  Report report = {json, root, diagnostics, worst};
  relata_theme_contrasts(theme, collect, &report);
  for (guint i = 0; i < worst->len; i++)
    warn_of_contrast(&report, g_ptr_array_index(worst, i));
  if (theme->dark != NULL)
    relata_theme_dark_clashes(theme, warn_of_clash, &report);
}
