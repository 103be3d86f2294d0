/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whatever happens in the child, the parent gets an answer, an error, or "late". */
#include "draw/sheet/process.h"
#include "text/error.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static gboolean
answer(gpointer data, GByteArray *out, GError **error)
{
  (void)error;
  relata_process_reached();
  for (guint i = 0; i < GPOINTER_TO_UINT(data); i++)
    g_byte_array_append(out, (const guint8 *)"+", 1);
  return TRUE;
}

static gboolean
refuse(gpointer data, GByteArray *out, GError **error)
{
  (void)data;
  (void)out;
  g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_VALUE, "no such thing");
  return FALSE;
}

static gboolean
leave(gpointer data, GByteArray *out, GError **error)
{
  (void)out;
  (void)error;
  _exit(GPOINTER_TO_INT(data));
}

static gboolean
crash(gpointer data, GByteArray *out, GError **error)
{
  (void)data;
  (void)out;
  (void)error;
  raise(SIGKILL);
  return TRUE;
}

static gboolean
hang(gpointer data, GByteArray *out, GError **error)
{
  (void)out;
  (void)error;
  if (data != NULL)
    relata_process_reached();
  pause();
  return TRUE;
}

static gboolean
in_time_then_slow(gpointer data, GByteArray *out, GError **error)
{
  (void)error;
  relata_process_reached();
  g_usleep(400000);
  g_byte_array_append(out, data, 2);
  return TRUE;
}

static RelataProcessEnd
run(RelataWork work, gpointer data, double seconds, double more, GByteArray *out, GError **error)
{
  const RelataProcessEnd end = relata_process_run(work, data, seconds, more, 0, out, error);
  g_assert_cmpint(waitpid(-1, NULL, WNOHANG), ==, -1); /* nobody is left behind */
  return end;
}

static void
test_answers(void)
{
  const guint sizes[] = {0, 1, 300000}; /* more than a pipe holds */
  for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
    g_autoptr(GByteArray) out = g_byte_array_new();
    g_autoptr(GError) error = NULL;
    g_assert_cmpint(run(answer, GUINT_TO_POINTER(sizes[i]), 30, 30, out, &error), ==, RELATA_PROCESS_DONE);
    g_assert_no_error(error);
    g_assert_cmpuint(out->len, ==, sizes[i]);
  }
}

static void
check_failure(RelataWork work, gpointer data, const char *words)
{
  g_autoptr(GByteArray) out = g_byte_array_new();
  g_autoptr(GError) error = NULL;
  g_assert_cmpint(run(work, data, 30, 30, out, &error), ==, RELATA_PROCESS_FAILED);
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_FAILED);
  g_assert_nonnull(strstr(error->message, words));
  g_assert_cmpuint(out->len, ==, 0);
}

static void
test_failures(void)
{
  check_failure(refuse, NULL, "no such thing");
  check_failure(leave, GINT_TO_POINTER(3), "exit code 3");
  check_failure(leave, GINT_TO_POINTER(0), "ended early");
  check_failure(crash, NULL, "signal");
}

static void
test_deadline(void)
{
  g_autoptr(GByteArray) out = g_byte_array_new();
  g_autoptr(GError) error = NULL;
  const gint64 before = g_get_monotonic_time();
  g_assert_cmpint(run(hang, NULL, 0.2, 30, out, &error), ==, RELATA_PROCESS_LATE);
  g_assert_cmpint(run(hang, GINT_TO_POINTER(1), 30, 0.2, out, &error), ==, RELATA_PROCESS_LATE);
  g_assert_cmpint(run(answer, NULL, 0, 30, out, &error), ==, RELATA_PROCESS_LATE);
  g_assert_cmpint(g_get_monotonic_time() - before, <, 10 * G_USEC_PER_SEC);
  g_assert_no_error(error);
  g_assert_cmpuint(out->len, ==, 0);
}

/* The first deadline ends where the child says so. */
static void
test_reached(void)
{
  g_autoptr(GByteArray) out = g_byte_array_new();
  char data[] = "ok";
  g_assert_cmpint(run(in_time_then_slow, data, 0.3, 30, out, NULL), ==, RELATA_PROCESS_DONE);
  g_assert_cmpuint(out->len, ==, 2);
  g_assert_true(memcmp(out->data, "ok", 2) == 0);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draw/process/answers", test_answers);
  g_test_add_func("/draw/process/failures", test_failures);
  g_test_add_func("/draw/process/deadline", test_deadline);
  g_test_add_func("/draw/process/reached", test_reached);
  return g_test_run();
}
