/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/run.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

/* Where a standard stream is closed, the next file that is opened would take its place, and be read or
 * written as if it were the stream. What stands there instead cannot be used: reading and writing fail. */
static void
hold_streams(void)
{
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
    if (fcntl(stream, F_GETFD) < 0 && errno == EBADF)
      (void)!open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/* How far from the end of the stack an access is one beyond it. */
#define NEAR_END ((gsize)1 << 20)

static guintptr stack_end; /* 0: not known */
static struct sigaction before;

/* GLib ends the program where memory runs out. Where there is so little that it cannot even make its message,
 * it calls itself until the stack is used up, which is the same failure. Any other fault is what it was. */
static void
on_fault(int number, siginfo_t *about, void *context G_GNUC_UNUSED)
{
  static const char message[] = "relata: there is not enough memory\n";
  const guintptr at = (guintptr)about->si_addr;
  if (at + NEAR_END > stack_end && at < stack_end + NEAR_END) {
    (void)!write(STDERR_FILENO, message, sizeof message - 1);
    _exit((int)CLI_FAILED);
  }
  sigaction(number, &before, NULL); /* the access is repeated */
}

static void
watch_stack(const void *top)
{
  static char own[64 << 10]; /* there is no room on the stack then */
  const stack_t stack = {.ss_sp = own, .ss_size = sizeof own};
  struct sigaction action = {.sa_sigaction = on_fault, .sa_flags = (int)(SA_SIGINFO | SA_ONSTACK)};
  struct rlimit limit;
  if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY ||
      sigaltstack(&stack, NULL) != 0)
    return;
  stack_end = (guintptr)top - (gsize)limit.rlim_cur;
  sigaction(SIGSEGV, &action, &before);
}

static gboolean is_over;

/* A library that ends the program, as Fortran's does where it has no memory, would choose the exit code. */
static void
on_exit_of_others(void)
{
  if (!is_over)
    _exit((int)CLI_FAILED);
}

int
main(int argc, char **argv)
{
  hold_streams();
  watch_stack(&argc);
  relata_memory_must_suffice();
  signal(SIGPIPE, SIG_IGN); /* writing then fails with EPIPE instead */
  signal(SIGXFSZ, SIG_IGN); /* and with EFBIG */
  atexit(on_exit_of_others);
  const CliExit code = cli_run(MAX(argc - 1, 0), argv + 1, NULL);
  is_over = TRUE;
  return (int)code;
}
