/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whatever the program does that draws, its caller gets an answer, an error, or "late". The programs here are
 * this one again: the environment says what it is to do. */
#include "draw/sheet/graphviz.h"
#include "draw/sheet/graphviz/protocol.h"
#include "draw/sheet/process.h"
#include "draw/sheet/request.h"
#include "many.h"
#include "text/error.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROLE "RELATA_TEST_ROLE"

static char *self; /* the path of this program */

/* ── The programs that are started ───────────────────────────────────────────────────────── */

static void
say(const void *bytes, gsize n)
{
  const char *at = bytes;
  for (gssize written; n > 0; at += written, n -= (gsize)written)
    if ((written = write(STDOUT_FILENO, at, n)) <= 0)
      _exit(1);
}

static void
say_head(guint32 kind, guint32 length)
{
  const RelataMessageHead head = {kind, length};
  say(&head, sizeof head);
}

static gboolean
hear(void *bytes, gsize n)
{
  char *at = bytes;
  for (gssize taken; n > 0; at += taken, n -= (gsize)taken)
    if ((taken = read(STDIN_FILENO, at, n)) <= 0)
      return FALSE;
  return TRUE;
}

static void
echo(guint32 kind)
{
  RelataMessageHead head;
  while (hear(&head, sizeof head) && head.kind == RELATA_MESSAGE_REQUEST) {
    g_autofree char *request = g_malloc(head.length + 1);
    if (!hear(request, head.length))
      return;
    say_head(kind, head.length);
    say(request, head.length);
  }
}

static void
say_half(void)
{
  say_head(RELATA_MESSAGE_ANSWER, 100);
  say("half", 4);
}

/* More than a pipe holds, before anything is read. */
static void
say_too_early(void)
{
  g_autofree char *much = g_malloc0(1 << 20);
  say_head(RELATA_MESSAGE_ANSWER, 1 << 20);
  say(much, 1 << 20);
  pause();
}

static void
play(const char *role)
{
  if (g_str_equal(role, "echo"))
    echo(RELATA_MESSAGE_ANSWER);
  else if (g_str_equal(role, "refuse"))
    echo(RELATA_MESSAGE_REFUSAL);
  else if (g_str_equal(role, "rubbish"))
    say("Error: <stdin>: syntax error", 28);
  else if (g_str_equal(role, "a few bytes"))
    say("Err", 3);
  else if (g_str_equal(role, "half") || g_str_equal(role, "killed in the middle"))
    say_half();
  else if (g_str_equal(role, "early"))
    say_too_early();
  if (g_str_equal(role, "killed in the middle") || g_str_equal(role, "crash"))
    raise(SIGKILL);
  if (g_str_equal(role, "stubborn"))
    echo(RELATA_MESSAGE_ANSWER);
  while (g_str_equal(role, "hang") || g_str_equal(role, "stubborn"))
    pause();
  _exit(g_str_equal(role, "exit 3") ? 3 : g_str_equal(role, "exit 127") ? 127 : 0);
}

/* ── What comes of it ────────────────────────────────────────────────────────────────────── */

static guint
count_open_files(void)
{
  guint n = 0;
  for (int fd = 0; fd < 256; fd++)
    n += fcntl(fd, F_GETFD) >= 0 ? 1U : 0U;
  return n;
}

static RelataProcessEnd
ask(const char *role, guint size, double seconds, GByteArray *answer, GError **error)
{
  const guint n_files = count_open_files();
  g_autoptr(GByteArray) request = g_byte_array_new();
  g_byte_array_set_size(request, size);
  for (guint i = 0; i < size; i++)
    request->data[i] = (guint8)(i * 31 / 7);
  g_setenv(ROLE, role, TRUE);
  RelataProcess *process = relata_process_new(self, error);
  g_assert_nonnull(process);
  const gint64 deadline = g_get_monotonic_time() + (gint64)(seconds * G_USEC_PER_SEC);
  RelataProcessEnd end = relata_process_ask(process, request, deadline, answer, error);
  if (end == RELATA_PROCESS_DONE && g_str_equal(role, "echo")) {
    g_assert_cmpuint(answer->len, ==, request->len);
    g_assert_true(answer->len == 0 || memcmp(answer->data, request->data, answer->len) == 0);
    end = relata_process_ask(process, request, deadline, answer, error); /* and once more */
    g_assert_cmpuint(answer->len, ==, 2 * request->len);
  }
  relata_process_free(process);
  g_assert_cmpint(waitpid(-1, NULL, WNOHANG), ==, -1); /* nobody is left behind */
  g_assert_cmpuint(count_open_files(), ==, n_files);
  return end;
}

static void
test_answers(void)
{
  const guint sizes[] = {0, 1, 300000, 5000000}; /* more than a pipe holds */
  for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
    g_autoptr(GByteArray) answer = g_byte_array_new();
    g_autoptr(GError) error = NULL;
    g_assert_cmpint(ask("echo", sizes[i], 30, answer, &error), ==, RELATA_PROCESS_DONE);
    g_assert_no_error(error);
  }
}

static void
check_failure(const char *role, guint size, const char *words)
{
  g_autoptr(GByteArray) answer = g_byte_array_new();
  g_autoptr(GError) error = NULL;
  g_assert_cmpint(ask(role, size, 30, answer, &error), ==, RELATA_PROCESS_FAILED);
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_FAILED);
  g_assert_nonnull(strstr(error->message, words));
  g_assert_cmpuint(answer->len, ==, 0);
}

static void
test_failures(void)
{
  const guint sizes[] = {10, 5000000}; /* it ends while it is written to */
  for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
    check_failure("exit 3", sizes[i], "exit code 3");
    check_failure("exit 0", sizes[i], "ended early, with exit code 0");
    check_failure("exit 127", sizes[i], "libgvc6"); /* its libraries are not there */
    check_failure("crash", sizes[i], "signal");
    check_failure("rubbish", sizes[i], "not of one version");
    check_failure("a few bytes", sizes[i], "ended early");
    check_failure("half", sizes[i], "ended early");
    check_failure("killed in the middle", sizes[i], "signal");
  }
  check_failure("refuse", 0, "");
}

static void
test_deadline(void)
{
  g_autoptr(GByteArray) answer = g_byte_array_new();
  g_autoptr(GError) error = NULL;
  g_assert_cmpint(ask("hang", 10, 0.2, answer, &error), ==, RELATA_PROCESS_LATE);
  g_assert_cmpint(ask("hang", 5000000, 0.2, answer, &error), ==, RELATA_PROCESS_LATE);
  g_assert_cmpint(ask("echo", 10, 0, answer, &error), ==, RELATA_PROCESS_LATE);
  g_assert_no_error(error);
  g_assert_cmpuint(answer->len, ==, 0);
}

/* What answers too early, or does not end with its input, holds nobody up. */
static void
test_manners(void)
{
  g_autoptr(GByteArray) answer = g_byte_array_new();
  g_autoptr(GError) error = NULL;
  g_assert_cmpint(ask("early", 5000000, 30, answer, &error), ==, RELATA_PROCESS_DONE);
  g_assert_cmpuint(answer->len, ==, 1 << 20);
  g_assert_cmpint(ask("stubborn", 10, 30, answer, &error), ==, RELATA_PROCESS_DONE);
  g_assert_no_error(error);
}

static void
test_many(void)
{
  g_autoptr(GByteArray) answer = g_byte_array_new();
  const char *const roles[] = {"echo", "half", "exit 3"};
  for (guint i = 0; i < many(25); i++) {
    g_autoptr(GError) error = NULL;
    g_byte_array_set_size(answer, 0);
    ask(roles[i % G_N_ELEMENTS(roles)], i, 30, answer, &error);
    g_assert_true((error == NULL) == (i % G_N_ELEMENTS(roles) == 0));
  }
}

/* Also where the caller has closed its own standard files, and so the socket takes their numbers. */
static void
test_closed_files(void)
{
  int kept[3];
  for (int fd = 0; fd < 3; fd++) {
    kept[fd] = fcntl(fd, F_DUPFD_CLOEXEC, 10);
    close(fd);
  }
  g_autoptr(GByteArray) answer = g_byte_array_new();
  const RelataProcessEnd end = ask("echo", 1000, 30, answer, NULL);
  for (int fd = 0; fd < 3; fd++) {
    dup2(kept[fd], fd);
    close(kept[fd]);
  }
  g_assert_cmpint(end, ==, RELATA_PROCESS_DONE);
}

/* ── A session ───────────────────────────────────────────────────────────────────────────── */

static void
check_session(const char *program, const char *role, double seconds, RelataErrorCode code, const char *words)
{
  g_autoptr(RelataGraphviz) graphviz = relata_graphviz_new(program);
  g_autoptr(GPtrArray) glyphs = g_ptr_array_new_with_free_func((GDestroyNotify)relata_glyph_free);
  g_autoptr(GError) error = NULL;
  g_setenv(ROLE, role, TRUE);
  g_ptr_array_add(glyphs, relata_glyph_new("Kabul", 10, NULL));
  relata_graphviz_begin(graphviz, seconds, 30);
  if (seconds > 0)
    relata_graphviz_reached(graphviz);
  g_assert_false(relata_graphviz_measure(graphviz, glyphs, "Liberation Sans", &error));
  g_assert_error(error, RELATA_ERROR, (int)code);
  g_assert_nonnull(strstr(error->message, words));
}

static void
test_sessions(void)
{
  check_session(self, "half", 30, RELATA_ERROR_FAILED, "ended early");
  check_session(self, "hang", 0, RELATA_ERROR_LIMIT, "longer than 0 seconds");
  check_session(self, "refuse", 30, RELATA_ERROR_FAILED, "texts"); /* the first word of the request */
  check_session("/nowhere/relata-graphviz", "", 30, RELATA_ERROR_FAILED, "/nowhere/relata-graphviz");
}

/* The words of the request come back: as numbers of a curve they have no meaning. */
static void
test_wrong_numbers(void)
{
  g_autoptr(RelataGraphviz) graphviz = relata_graphviz_new(self);
  g_autoptr(GPtrArray) none = g_ptr_array_new();
  g_autoptr(GPtrArray) curves = g_ptr_array_new_with_free_func((GDestroyNotify)relata_curve_free);
  g_autoptr(GError) error = NULL;
  const RelataLayoutOptions options = {.engine = "dot", .routed = TRUE};
  g_setenv(ROLE, "echo", TRUE);
  g_ptr_array_add(curves, relata_curve_new(0, 0));
  relata_graphviz_begin(graphviz, 30, 30);
  g_assert_false(relata_graphviz_layout(graphviz, none, curves, &options, &error));
  g_assert_error(error, RELATA_ERROR, RELATA_ERROR_FAILED);
  g_assert_nonnull(strstr(error->message, "other numbers"));
}

int
main(int argc, char **argv)
{
  const char *role = g_getenv(ROLE);
  if (role != NULL)
    play(role);
  self = g_file_read_link("/proc/self/exe", NULL);
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/draw/process/answers", test_answers);
  g_test_add_func("/draw/process/failures", test_failures);
  g_test_add_func("/draw/process/deadline", test_deadline);
  g_test_add_func("/draw/process/manners", test_manners);
  g_test_add_func("/draw/process/many", test_many);
  g_test_add_func("/draw/process/closed-files", test_closed_files);
  g_test_add_func("/draw/process/sessions", test_sessions);
  g_test_add_func("/draw/process/wrong-numbers", test_wrong_numbers);
  const int failed = g_test_run();
  g_free(self);
  return failed;
}
