/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/sheet/process.h"

#include "draw/sheet/graphviz/protocol.h"
#include "text/error.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define FAREWELL 1000 /* milliseconds in which a program without a request must end by itself */

/* What to do where a drawing takes too much. */
#define LESS_TO_DRAW "; draw less: --top, --around or --groups"

#define NOT_FOUND 127 /* the exit code of a program whose libraries are missing */

struct RelataProcess {
  pid_t pid; /* 0: the program has ended */
  int fd;    /* a socket that is the program's standard input and output; writing to a closed one raises no
                signal */
  gboolean busy;
};

/* Resets the signals that the caller may ignore or block. */
static int
spawn(pid_t *pid, const char *program, int fd)
{
  char *const arguments[] = {(char *)(gpointer)program, NULL};
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t usual, none;
  sigemptyset(&none);
  sigemptyset(&usual);
  sigaddset(&usual, SIGINT);
  sigaddset(&usual, SIGTERM);
  sigaddset(&usual, SIGPIPE);
  sigaddset(&usual, SIGXFSZ);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, fd, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, fd, STDOUT_FILENO);
  if (!RELATA_SANITIZED) /* nobody reads what the program prints; but a sanitizer's report must be seen */
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  const int failure = posix_spawn(pid, program, &files, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  return failure;
}

RelataProcess *
relata_process_new(const char *program, GError **error)
{
  int ends[2];
  pid_t pid = 0;
  int failure = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0 ? 0 : errno;
  if (failure == 0) {
    failure = spawn(&pid, program, ends[1]);
    close(ends[1]);
    if (failure != 0)
      close(ends[0]);
  }
  if (failure != 0) {
    g_set_error(
        error, RELATA_ERROR, RELATA_ERROR_FAILED, "%s does not start: %s%s", program, g_strerror(failure),
        failure == EAGAIN ? " (the limit of processes is reached: ulimit -u, or pids.max of its group)" : "");
    return NULL;
  }
  RelataProcess *process = g_new0(RelataProcess, 1);
  process->pid = pid;
  process->fd = ends[0];
  return process;
}

/* Waits for the program, so that it leaves no zombie. Returns its exit status. */
static int
end(RelataProcess *process)
{
  int status = 0;
  while (process->pid > 0 && waitpid(process->pid, &status, 0) < 0)
    if (errno != EINTR) { /* ECHILD: the calling program ignores SIGCHLD */
      status = 0;
      break;
    }
  process->pid = 0;
  return status;
}

void
relata_process_free(RelataProcess *process)
{
  if (process == NULL)
    return;
  if (process->pid > 0 && !process->busy) {
    struct pollfd waiting = {.fd = process->fd, .events = POLLIN};
    shutdown(process->fd, SHUT_WR);
    poll(&waiting, 1, FAREWELL);
  }
  if (process->pid > 0)
    kill(process->pid, SIGKILL);
  end(process);
  close(process->fd);
  g_free(process);
}

/* ── Asking ──────────────────────────────────────────────────────────────────────────────── */

/* The program has closed its output before the answer was complete. Ends it and reports why. */
static RelataProcessEnd
report_end(RelataProcess *process, GError **error)
{
  kill(process->pid, SIGKILL);
  const int status = end(process);
  if (WIFSIGNALED(status))
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED,
                "the drawing process was ended by a signal (%s)" LESS_TO_DRAW, g_strsignal(WTERMSIG(status)));
  else if (WEXITSTATUS(status) == RELATA_EXIT_MEMORY)
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED,
                "the drawing process found no memory (of its own it may take %u MiB)" LESS_TO_DRAW,
                (guint)(RELATA_DRAWING_MEMORY >> 20));
  else if (WEXITSTATUS(status) == NOT_FOUND)
    g_set_error_literal(
        error, RELATA_ERROR, RELATA_ERROR_FAILED,
        "relata-graphviz, which draws, does not start: the libraries of Graphviz are not installed (on "
        "Debian and Ubuntu: libgvc6)");
  else
    g_set_error(error, RELATA_ERROR, RELATA_ERROR_FAILED,
                "the drawing process ended early, with exit code %d", WEXITSTATUS(status));
  return RELATA_PROCESS_FAILED;
}

/* Returns whether all bytes that the head announces have arrived, or the head does not follow the
 * protocol. */
static gboolean
is_whole(const GByteArray *heard)
{
  RelataMessageHead head;
  if (heard->len < sizeof head)
    return FALSE;
  memcpy(&head, heard->data, sizeof head);
  return (head.kind != RELATA_MESSAGE_ANSWER && head.kind != RELATA_MESSAGE_REFUSAL) ||
         heard->len - sizeof head >= head.length;
}

/* Sends as many bytes as the program takes now, and returns how many are sent. If no more can be sent, the
 * rest counts as sent, and the program learns that nothing follows: then its answer so far decides. */
static gsize
send_some(int fd, const GByteArray *message, gsize sent)
{
  const gssize n = send(fd, message->data + sent, message->len - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
  if (n >= 0)
    return sent + (gsize)n;
  if (errno == EINTR || errno == EAGAIN)
    return sent;
  shutdown(fd, SHUT_WR);
  return message->len;
}

/* Returns FALSE at the end of the output. */
static gboolean
hear_some(int fd, GByteArray *heard)
{
  guint8 buffer[65536];
  const gssize n = recv(fd, buffer, sizeof buffer, MSG_DONTWAIT);
  if (n < 0)
    return errno == EINTR || errno == EAGAIN;
  g_byte_array_append(heard, buffer, (guint)n);
  return n > 0;
}

static RelataProcessEnd
exchange(int fd, const GByteArray *message, gint64 deadline, GByteArray *heard)
{
  gsize sent = 0;
  while (!is_whole(heard)) {
    const gint64 left = deadline - g_get_monotonic_time();
    if (left <= 0)
      return RELATA_PROCESS_LATE;
    struct pollfd waiting = {.fd = fd, .events = (short)(POLLIN | (sent < message->len ? POLLOUT : 0))};
    const int ready = poll(&waiting, 1, (int)MIN(left / 1000 + 1, 60000));
    if (ready < 0 && errno != EINTR)
      return RELATA_PROCESS_FAILED;
    if (ready <= 0)
      continue;
    if ((waiting.revents & POLLOUT) != 0)
      sent = send_some(fd, message, sent);
    if ((waiting.revents & ~POLLOUT) != 0 && !hear_some(fd, heard))
      return is_whole(heard) ? RELATA_PROCESS_DONE : RELATA_PROCESS_FAILED;
  }
  return RELATA_PROCESS_DONE;
}

static RelataProcessEnd
judge(const GByteArray *heard, GByteArray *answer, GError **error)
{
  RelataMessageHead head;
  memcpy(&head, heard->data, sizeof head);
  const guint8 *body = heard->data + sizeof head;
  if (head.kind == RELATA_MESSAGE_ANSWER) {
    g_byte_array_append(answer, body, head.length);
    return RELATA_PROCESS_DONE;
  }
  if (head.kind == RELATA_MESSAGE_REFUSAL) {
    g_autofree char *message = g_strndup((const char *)body, head.length);
    g_set_error_literal(error, RELATA_ERROR, RELATA_ERROR_FAILED, message);
  } else {
    g_set_error_literal(
        error, RELATA_ERROR, RELATA_ERROR_FAILED,
        "relata does not understand what relata-graphviz answers: they are not of one version");
  }
  return RELATA_PROCESS_FAILED;
}

RelataProcessEnd
relata_process_ask(RelataProcess *process, const GByteArray *request, gint64 deadline, GByteArray *answer,
                   GError **error)
{
  g_autoptr(GByteArray) message = g_byte_array_new(), heard = g_byte_array_new();
  const RelataMessageHead head = {RELATA_MESSAGE_REQUEST, request->len};
  g_byte_array_append(message, (const guint8 *)&head, sizeof head);
  g_byte_array_append(message, request->data, request->len);
  process->busy = TRUE;
  RelataProcessEnd ended = exchange(process->fd, message, deadline, heard);
  if (ended == RELATA_PROCESS_FAILED)
    return report_end(process, error);
  if (ended == RELATA_PROCESS_DONE)
    ended = judge(heard, answer, error);
  process->busy = ended == RELATA_PROCESS_LATE; /* who refuses waits for the next request, too */
  return ended;
}
