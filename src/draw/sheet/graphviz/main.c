/* SPDX-License-Identifier: GPL-2.0-or-later */
/* relata-graphviz is a separate program, because Graphviz may call exit(), cannot be interrupted and allows
 * only one context in a process; and because its licence and igraph's must not be combined in one program.
 * relata starts it, talks to it as protocol.h says, and ends it. It links Graphviz and GLib only. */
#include "draw/sheet/graphviz/answer.h"
#include "draw/sheet/graphviz/protocol.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

static gboolean
read_all(int fd, void *bytes, gsize n)
{
  char *at = bytes;
  while (n > 0) {
    const gssize taken = read(fd, at, n);
    if (taken < 0 && errno == EINTR)
      continue;
    if (taken <= 0)
      return FALSE;
    at += taken;
    n -= (gsize)taken;
  }
  return TRUE;
}

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

static gboolean
tell(int fd, RelataMessageKind kind, const void *bytes, gsize n)
{
  const RelataMessageHead head = {kind, (guint32)n};
  return write_all(fd, &head, sizeof head) && write_all(fd, bytes, n);
}

static gboolean
serve(int in, int out, guint32 length)
{
  g_autoptr(GByteArray) request = g_byte_array_new(), answer = g_byte_array_new();
  g_byte_array_set_size(request, length);
  if (!read_all(in, request->data, length))
    return FALSE;
  g_autofree char *refusal = relata_graphviz_answer(request, answer);
  return refusal != NULL ? tell(out, RELATA_MESSAGE_REFUSAL, refusal, strlen(refusal))
                         : tell(out, RELATA_MESSAGE_ANSWER, answer->data, answer->len);
}

static void
set_limits(void)
{
  const struct rlimit none = {0, 0}, memory = {RELATA_DRAWING_MEMORY, RELATA_DRAWING_MEMORY};
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  setrlimit(RLIMIT_CORE, &none);
  if (!RELATA_SANITIZED) /* sanitizers reserve terabytes of address space */
    setrlimit(RLIMIT_AS, &memory);
}

int
main(void)
{
  set_limits();
  /* Text that libraries print must not come between the answers. */
  const int in = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3), out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (in < 0 || out < 0 || nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 || dup2(nothing, STDOUT_FILENO) < 0)
    return 1;
  RelataMessageHead head;
  while (read_all(in, &head, sizeof head))
    if (head.kind != RELATA_MESSAGE_REQUEST || !serve(in, out, head.length))
      return 1;
#ifdef RELATA_COVERAGE /* coverage is written at a normal exit */
  return 0;
#else
  _exit(0); /* not worth freeing what Graphviz, Pango and fontconfig hold; relata is waiting */
#endif
}
