/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which grades reach which, as tests/vectors/grades.json has it, which the page's scripts are held against
 * too. */
#include "corpus/grade.h"

#include <cJSON.h>

#define N_GRADES 49

static RelataGrade
grade_of(const char *word)
{
  RelataGrade grade = {0};
  g_assert_true(*word == '\0' || relata_grade_parse(word, &grade));
  return grade;
}

static cJSON *
read_vectors(void)
{
  const char *source = g_getenv("RELATA_SOURCE");
  g_autofree char *path =
      g_build_filename(source != NULL ? source : ".", "tests", "vectors", "grades.json", NULL);
  g_autofree char *text = NULL;
  return g_file_get_contents(path, &text, NULL, NULL) ? cJSON_Parse(text) : NULL;
}

static gboolean
lists(const cJSON *reach, const char *grade)
{
  for (const cJSON *item = reach->child; item != NULL; item = item->next)
    if (g_str_equal(item->valuestring, grade))
      return TRUE;
  return FALSE;
}

static void
test_reaches(void)
{
  cJSON *vectors = read_vectors();
  if (vectors == NULL) {
    g_test_skip("run from the source tree, or set RELATA_SOURCE");
    return;
  }
  g_assert_cmpint(cJSON_GetArraySize(vectors), ==, N_GRADES);
  for (const cJSON *row = vectors->child; row != NULL; row = row->next) {
    const char *least = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(row, "least"));
    const cJSON *reach = cJSON_GetObjectItemCaseSensitive(row, "reach");
    for (const cJSON *other = vectors->child; other != NULL; other = other->next) {
      const char *grade = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(other, "least"));
      g_test_message("%s reaches %s", grade, least);
      g_assert_cmpint(relata_grade_reaches(grade_of(grade), grade_of(least)), ==, lists(reach, grade));
    }
  }
  cJSON_Delete(vectors);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/corpus/grade/reaches", test_reaches);
  return g_test_run();
}
