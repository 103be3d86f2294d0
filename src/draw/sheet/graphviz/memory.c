/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Graphviz goes on where it gets no memory, and draws something else, or crashes. So this program, which has
 * a limit of memory, has its own malloc(), which ends it instead. */
#include "draw/sheet/graphviz/protocol.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

#if !RELATA_SANITIZED /* sanitizers have an allocator of their own */

/* The libraries must find them. */
#define EXPORTED __attribute__((visibility("default")))

static void *
or_end(void *memory, size_t n)
{
  if (memory == NULL && n > 0)
    _exit(RELATA_EXIT_MEMORY);
  return memory;
}

/* The next function of this name. The system's dlsym() needs no memory where it finds what it looks for. */
static gpointer
next(gpointer *found, const char *name)
{
  if (*found == NULL)
    *found = dlsym(RTLD_NEXT, name);
  return *found;
}

/* ISO C does not allow casting a gpointer to a function pointer; POSIX gives them the same size. */
typedef union {
  gpointer pointer;
  void *(*malloc)(size_t);
  void *(*calloc)(size_t, size_t);
  void *(*realloc)(void *, size_t);
} Next;

EXPORTED void *
malloc(size_t n)
{
  static Next real;
  next(&real.pointer, "malloc");
  return or_end(real.malloc(n), n);
}

EXPORTED void *
calloc(size_t n, size_t size)
{
  static Next real;
  next(&real.pointer, "calloc");
  return or_end(real.calloc(n, size), n * size);
}

EXPORTED void *
realloc(void *old, size_t n)
{
  static Next real;
  next(&real.pointer, "realloc");
  return or_end(real.realloc(old, n), n);
}

#endif
