/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/process.h"

#include "text/error.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

/* The child's bytes on the pipe: REACHED where it says so, then one of the others and its answer or message.
 */
enum { REACHED = '+', ANSWER = 'A', REFUSAL = 'E' };

static int answer_pipe = -1; /* in the child */

static gboolean
write_all(int fd, const void *bytes, gsize n)
{
  const char *at = bytes;
  while (n > 0) {
    const gssize written = write(fd, at, n);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return FALSE;
    at += written;
    n -= (gsize)written;
  }
  return TRUE;
}

void
relata_process_reached(void)
{
  const char byte = REACHED;
  if (answer_pipe >= 0 && !write_all(answer_pipe, &byte, 1))
    _exit(1);
}

/* The address space in use, so that the limit is on what comes on top. */
static gsize
used_memory(void)
{
  g_autofree char *text = NULL;
  if (!g_file_get_contents("/proc/self/statm", &text, NULL, NULL))
    return 0;
  return (gsize)g_ascii_strtoull(text, NULL, 10) * (gsize)sysconf(_SC_PAGESIZE);
}

static void
set_limits(gsize memory)
{
  const struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  if (!SANITIZED && memory > 0) { /* the sanitizers reserve terabytes of addresses */
    const rlim_t most = used_memory() + memory;
    const struct rlimit limit = {most, most};
    setrlimit(RLIMIT_AS, &limit);
  }
}

static G_GNUC_NORETURN void
run_child(RelataWork work, gpointer data, int fd, gsize memory)
{
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGINT, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
  set_limits(memory);
  answer_pipe = fd;
  /* What libraries print is nobody's to read; a sanitizer's report is. */
  const int nothing = open("/dev/null", O_RDWR);
  if (nothing >= 0) {
    dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    if (!SANITIZED)
      dup2(nothing, STDERR_FILENO);
  }
  GByteArray *out = g_byte_array_new();
  GError *error = NULL;
  const gboolean done = work(data, out, &error);
  const char kind = done ? ANSWER : REFUSAL;
  gboolean told = write_all(fd, &kind, 1);
  if (done)
    told = told && write_all(fd, out->data, out->len);
  else if (error != NULL)
    told = told && write_all(fd, error->message, strlen(error->message));
  /* Not exit(): the parent's handlers and half-filled streams are not ours to run and flush. */
  _exit(told ? 0 : 1);
}

/* Reads until the child closes its end: FALSE when it is late. */
static gboolean
listen_to(int fd, double seconds, double more, GByteArray *heard)
{
  gint64 deadline = g_get_monotonic_time() + (gint64)(seconds * G_USEC_PER_SEC);
  gboolean reached = FALSE;
  for (;;) {
    const gint64 left = deadline - g_get_monotonic_time();
    if (left <= 0)
      return FALSE;
    struct pollfd waiting = {.fd = fd, .events = POLLIN};
    const int ready = poll(&waiting, 1, (int)MIN(left / 1000 + 1, 60000));
    if (ready < 0 && errno != EINTR)
      return TRUE;
    if (ready <= 0)
      continue;
    guint8 buffer[65536];
    const gssize n = read(fd, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return TRUE;
    g_byte_array_append(heard, buffer, (guint)n);
    if (!reached && heard->data[0] == REACHED) {
      reached = TRUE;
      deadline = g_get_monotonic_time() + (gint64)(more * G_USEC_PER_SEC);
    }
  }
}

static RelataProcessEnd
judge(int status, const GByteArray *heard, GByteArray *out, GError **error)
{
  const guint at = heard->len > 0 && heard->data[0] == REACHED ? 1 : 0;
  if (WIFSIGNALED(status)) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "the drawing process was ended by a signal (%s)",
                g_strsignal(WTERMSIG(status)));
  } else if (heard->len > at && heard->data[at] == REFUSAL) {
    g_autofree char *message = g_strndup((const char *)heard->data + at + 1, heard->len - at - 1);
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_FAILED, message);
  } else if (WEXITSTATUS(status) != 0 || heard->len <= at || heard->data[at] != ANSWER) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED,
                "the drawing process ended early, with exit code %d", WEXITSTATUS(status));
  } else {
    g_byte_array_append(out, heard->data + at + 1, heard->len - at - 1);
    return RELATA_PROCESS_DONE;
  }
  return RELATA_PROCESS_FAILED;
}

RelataProcessEnd
relata_process_run(RelataWork work, gpointer data, double seconds, double more, gsize memory, GByteArray *out,
                   GError **error)
{
  if (seconds <= 0)
    return RELATA_PROCESS_LATE;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "no pipe to a drawing process: %s",
                g_strerror(errno));
    return RELATA_PROCESS_FAILED;
  }
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    run_child(work, data, ends[1], memory);
  }
  close(ends[1]);
  if (child < 0) {
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED, "no drawing process: %s", g_strerror(errno));
    close(ends[0]);
    return RELATA_PROCESS_FAILED;
  }
  g_autoptr(GByteArray) heard = g_byte_array_new();
  const gboolean in_time = listen_to(ends[0], seconds, more, heard);
  if (!in_time)
    kill(child, SIGKILL);
  close(ends[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) { /* ECHILD: the program ignores SIGCHLD; what was heard decides */
      status = 0;
      break;
    }
  return in_time ? judge(status, heard, out, error) : RELATA_PROCESS_LATE;
}
