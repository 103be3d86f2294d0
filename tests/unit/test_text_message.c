/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "text/message.h"

static const char *const names[] = {"check", "path", "page"};

static void
test_plural(void)
{
  g_assert_cmpstr(relata_plural(0), ==, "s");
  g_assert_cmpstr(relata_plural(1), ==, "");
  g_assert_cmpstr(relata_plural(2), ==, "s");
  g_assert_cmpstr(relata_plural((guint64)G_MAXUINT32 + 2), ==, "s"); /* not cut to one */
}

static void
test_rows(void)
{
  g_autoptr(GString) row = g_string_new(NULL);
  for (guint i = 0; i < 3; i++)
    g_string_append_printf(row, "%s%s", relata_comma(i, 3), names[i]);
  g_assert_cmpstr(row->str, ==, "check, path and page");
  g_assert_cmpstr(relata_comma(0, 1), ==, "");
  g_autofree char *none = relata_choice(names, 0), *one = relata_choice(names, 1);
  g_autofree char *two = relata_choice(names, 2), *all = relata_choice(names, 3);
  g_assert_cmpstr(none, ==, "");
  g_assert_cmpstr(one, ==, "check");
  g_assert_cmpstr(two, ==, "check or path");
  g_assert_cmpstr(all, ==, "check, path or page");
}

static void
test_hint(void)
{
  g_autofree char *near = relata_hint("chekc", names, 3, '"'), *far = relata_hint("zebra", names, 3, '"');
  g_autofree char *bytes = relata_hint("chec\xff", names, 3, '"'),
                  *none = relata_hint("chekc", names, 0, '"');
  g_assert_cmpstr(near, ==, "did you mean \"check\"?");
  g_assert_null(far);
  g_assert_null(bytes);
  g_assert_null(none);
}

/* What is wrong, as the error says it of the candidates. */
static char *
unknown(const char *word, const char *const *candidates, guint n)
{
  g_autoptr(GError) error = NULL;
  g_assert_false(relata_unknown(&error, RELATA_ERROR_FORMAT, "command", word, candidates, n));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_FORMAT);
  return g_strdup(error->message);
}

static void
test_unknown(void)
{
  const char *many[50];
  for (guint i = 0; i < G_N_ELEMENTS(many); i++)
    many[i] = "many";
  g_autofree char *near = unknown("pth", names, 3), *far = unknown("zebra", names, 3);
  g_autofree char *none = unknown("zebra", names, 0), *cut = unknown("zebra", many, G_N_ELEMENTS(many));
  g_assert_cmpstr(near, ==, "no command is called 'pth'; did you mean 'path'?");
  g_assert_cmpstr(far, ==, "no command is called 'zebra'; there are: check, path, page");
  g_assert_cmpstr(none, ==, "no command is called 'zebra'; there are none");
  g_assert_true(g_str_has_suffix(cut, ", many and 10 more"));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/text/message/plural", test_plural);
  g_test_add_func("/text/message/rows", test_rows);
  g_test_add_func("/text/message/hint", test_hint);
  g_test_add_func("/text/message/unknown", test_unknown);
  return g_test_run();
}
