/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/table.h"

struct CliTable {
  guint n_columns;
  gboolean *right;
  guint *widths;
  GPtrArray *cells; /* the titles, then the rows */
};

CliTable *
cli_table_new(const char *const *titles)
{
  CliTable *table = g_new0(CliTable, 1);
  table->n_columns = g_strv_length((char **)titles);
  table->right = g_new0(gboolean, table->n_columns);
  table->widths = g_new0(guint, table->n_columns);
  table->cells = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < table->n_columns; i++) {
    table->right[i] = titles[i][0] == '>';
    cli_table_cell(table, titles[i] + table->right[i]);
  }
  return table;
}

void
cli_table_cell(CliTable *table, const char *text)
{
  char *safe = relata_display_safe(text);
  const guint column = table->cells->len % table->n_columns;
  table->widths[column] = MAX(table->widths[column], relata_display_width(safe));
  g_ptr_array_add(table->cells, safe);
}

void
cli_table_cell_number(CliTable *table, double number, guint decimals)
{
  char form[8], text[G_ASCII_DTOSTR_BUF_SIZE];
  g_snprintf(form, sizeof form, "%%.%uf", MIN(decimals, 20));
  g_ascii_formatd(text, sizeof text, form, number);
  cli_table_cell(table, text);
}

static void
table_free(CliTable *table)
{
  g_ptr_array_unref(table->cells);
  g_free(table->widths);
  g_free(table->right);
  g_free(table);
}

/* Appends a table of GitHub Flavored Markdown. Each cell is on one line, because control characters have been
 * made visible. */
static void
append_markdown(const CliTable *table, GString *out)
{
  for (guint i = 0; i < table->cells->len; i++) {
    const gboolean last = (i + 1) % table->n_columns == 0;
    g_string_append(out, "| ");
    cli_append_marked(out, CLI_MARKDOWN, CLI_PLAIN, g_ptr_array_index(table->cells, i));
    g_string_append(out, last ? " |\n" : " ");
    for (guint column = 0; i + 1 == table->n_columns && column < table->n_columns; column++)
      g_string_append_printf(out, "| %s %s", table->right[column] ? "---:" : "---",
                             column + 1 == table->n_columns ? "|\n" : "");
  }
}

void
cli_table_end(CliTable *table, CliMarkup markup, GString *out)
{
  const gboolean colored = markup == CLI_COLORED;
  if (markup == CLI_MARKDOWN) {
    append_markdown(table, out);
    table_free(table);
    return;
  }
  for (guint i = 0; i < table->cells->len; i++) {
    const guint column = i % table->n_columns;
    const char *text = g_ptr_array_index(table->cells, i);
    const guint padding = table->widths[column] - relata_display_width(text);
    const gboolean last = column + 1 == table->n_columns;
    const gboolean title = i < table->n_columns;
    if (table->right[column])
      g_string_append_printf(out, "%*s", (int)padding, "");
    g_string_append_printf(out, "%s%s%s", title ? cli_style_on(colored, CLI_BOLD) : "", text,
                           title ? cli_style_off(colored) : "");
    if (!table->right[column] && !last)
      g_string_append_printf(out, "%*s", (int)padding, "");
    g_string_append(out, last ? "\n" : "  ");
  }
  table_free(table);
}
