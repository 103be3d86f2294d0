/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/run.h"

#include <signal.h>

int
main(int argc, char **argv)
{
  signal(SIGPIPE, SIG_IGN); /* writing then fails with EPIPE instead */
  return (int)cli_run(MAX(argc - 1, 0), argv + 1, NULL);
}
