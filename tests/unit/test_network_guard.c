/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The guard: igraph's errors become GErrors with the first reason, nothing is printed, nothing leaks. */
#include "network/guard.h"
#include "text/error.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static guint n_foreign;

static void
foreign_warning(const char *reason, const char *file, int line)
{
  (void)reason;
  (void)file;
  (void)line;
  n_foreign++;
}

static void
test_success(void)
{
  g_autoptr(GError) error = NULL;
  RelataGuard guard;
  igraph_t graph;
  relata_guard_enter(&guard);
  igraph_error_t code = igraph_ring(&graph, 5, IGRAPH_UNDIRECTED, FALSE, TRUE);
  g_assert_true(relata_guard_leave(&guard, code, &error));
  g_assert_no_error(error);
  g_assert_cmpint((int)igraph_ecount(&graph), ==, 5);
  igraph_destroy(&graph);
}

static void
test_error(void)
{
  for (int i = 0; i < 3; i++) {
    g_autoptr(GError) error = NULL;
    RelataGuard guard;
    igraph_t graph;
    igraph_vector_int_t edges;
    relata_guard_enter(&guard);
    igraph_vector_int_init_int(&edges, 3, 0, 1, 2); /* an odd number of ends */
    igraph_error_t code = igraph_create(&graph, &edges, 3, IGRAPH_DIRECTED);
    igraph_vector_int_destroy(&edges);
    g_assert_false(relata_guard_leave(&guard, code, &error));
    g_assert_error(error, RELATA_ERROR, RELATA_ERROR_FAILED);
    g_assert_true(g_str_has_prefix(error->message, "igraph: "));
    g_assert_nonnull(strstr(error->message, "edge"));
  }
}

static void
test_error_without_place_to_put_it(void)
{
  RelataGuard guard;
  relata_guard_enter(&guard);
  g_assert_false(relata_guard_leave(&guard, IGRAPH_EINVAL, NULL));
}

/* Two igraph errors in one guard: the first one is the reason. */
static igraph_error_t
two_errors(gpointer data)
{
  (void)data;
  igraph_t graph;
  igraph_error_t first = igraph_ring(&graph, -1, FALSE, FALSE, TRUE);
  igraph_error_t second = igraph_empty(&graph, -7, FALSE);
  g_assert_cmpint(first, !=, IGRAPH_SUCCESS);
  g_assert_cmpint(second, !=, IGRAPH_SUCCESS);
  return first;
}

static igraph_error_t
only_second(gpointer data)
{
  (void)data;
  igraph_t graph;
  return igraph_empty(&graph, -7, FALSE);
}

static void
test_first_reason(void)
{
  g_autoptr(GError) both = NULL, second = NULL;
  g_assert_false(relata_guard_run(two_errors, NULL, &both));
  g_assert_false(relata_guard_run(only_second, NULL, &second));
  g_assert_cmpstr(both->message, !=, second->message);
}

static igraph_error_t
die(gpointer data)
{
  igraph_vector_t pending; /* as igraph's own functions do: freed before the jump, or the leak check fails */
  if (igraph_vector_init(&pending, 1000) != IGRAPH_SUCCESS)
    return IGRAPH_ENOMEM;
  IGRAPH_FINALLY(igraph_vector_destroy, &pending);
  *(gboolean *)data = TRUE;
  IGRAPH_FATAL("the end");
  return IGRAPH_SUCCESS;
}

static void
test_fatal(void)
{
  g_autoptr(GError) error = NULL;
  gboolean begun = FALSE;
  g_assert_false(relata_guard_run(die, &begun, &error));
  g_assert_true(begun);
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_FAILED);
  g_assert_cmpstr(error->message, ==, "igraph: the end");
  test_success();
}

static igraph_error_t
warn(gpointer data)
{
  (void)data;
  IGRAPH_WARNING("be warned");
  return IGRAPH_SUCCESS;
}

static void
test_handlers_are_put_back(void)
{
  igraph_warning_handler_t *former = igraph_set_warning_handler(foreign_warning);
  n_foreign = 0;
  g_assert_true(relata_guard_run(warn, NULL, NULL));
  g_assert_cmpuint(n_foreign, ==, 0);
  IGRAPH_WARNING("outside");
  g_assert_cmpuint(n_foreign, ==, 1);
  igraph_set_warning_handler(former);
}

/* Standard output and standard error of errors, warnings and fatal errors, by putting files in their place.
 */
static void
test_silence(void)
{
  g_autofree char *name = NULL;
  int file = g_file_open_tmp("relata-guard-XXXXXX", &name, NULL);
  g_assert_cmpint(file, >=, 0);
  fflush(NULL);
  int out = dup(STDOUT_FILENO), err = dup(STDERR_FILENO);
  dup2(file, STDOUT_FILENO);
  dup2(file, STDERR_FILENO);
  gboolean begun = FALSE, ran = relata_guard_run(two_errors, NULL, NULL) ||
                                relata_guard_run(die, &begun, NULL) || !relata_guard_run(warn, NULL, NULL);
  fflush(NULL);
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  off_t written = lseek(file, 0, SEEK_END);
  close(out);
  close(err);
  close(file);
  g_unlink(name);
  g_assert_false(ran);
  g_assert_cmpint((int)written, ==, 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_assert_true(relata_lazy_igraph(NULL)); /* relata_guard_run() would do so */
  g_test_add_func("/network/guard/success", test_success);
  g_test_add_func("/network/guard/error", test_error);
  g_test_add_func("/network/guard/no-error-wanted", test_error_without_place_to_put_it);
  g_test_add_func("/network/guard/first-reason", test_first_reason);
  g_test_add_func("/network/guard/fatal", test_fatal);
  g_test_add_func("/network/guard/handlers-are-put-back", test_handlers_are_put_back);
  g_test_add_func("/network/guard/silence", test_silence);
  return g_test_run();
}
