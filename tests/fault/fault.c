/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Preloaded into the program: makes one call of one kind fail, as a broken disk or a full memory would.
 *
 *   FAULT_CALL=NAME   which calls are counted: a name below
 *   FAULT_AT=N        the N-th of them fails (from 1), with FAULT_AT_LEAST also all that follow
 *   FAULT_ERRNO=E     with this error
 *   FAULT_IN=PROGRAM  only in the program of this name, and not in those that it starts
 *   FAULT_COUNT=FILE  appends to FILE, at the end of each process, how many there were
 *
 * Calls that the C library makes within itself are not seen; those of the program and of all other libraries
 * are. */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

/* The bit with which the C library marks a stream that failed: ferror() asks for it. */
#define FILE_FAILED 0x20

static const char *call, *count_file;
static long at, seen;
static int reason, all_later;

__attribute__((constructor)) static void
begin(void)
{
  const char *error = getenv("FAULT_ERRNO"), *n = getenv("FAULT_AT");
  count_file = getenv("FAULT_COUNT");
  reason = error != NULL ? atoi(error) : ENOMEM;
  at = n != NULL ? atol(n) : 0;
  all_later = getenv("FAULT_AT_LEAST") != NULL;
  const char *program = getenv("FAULT_IN");
  if (program == NULL || strcmp(program, program_invocation_short_name) == 0)
    call = getenv("FAULT_CALL");
}

__attribute__((destructor)) static void
end(void)
{
  const int file =
      count_file != NULL ? open(count_file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666) : -1;
  if (file < 0)
    return;
  call = NULL;
  dprintf(file, "%ld\n", seen);
  close(file);
}

static int
fails(const char *name)
{
  if (call == NULL || strcmp(call, name) != 0)
    return 0;
  const long n = __atomic_add_fetch(&seen, 1, __ATOMIC_RELAXED);
  if (at == 0 || (all_later ? n < at : n != at))
    return 0;
  errno = reason;
  return 1;
}

/* TYPE NAME(PARAMETERS) calls the next function of that name with ARGUMENTS, or fails with RESULT. */
#define FAULTY(type, name, parameters, arguments, result)                                                    \
  type name parameters                                                                                       \
  {                                                                                                          \
    static type(*real) parameters;                                                                           \
    if (fails(#name))                                                                                        \
      return result;                                                                                         \
    if (real == NULL)                                                                                        \
      *(void **)&real = dlsym(RTLD_NEXT, #name);                                                             \
    return real arguments;                                                                                   \
  }

FAULTY(ssize_t, read, (int file, void *bytes, size_t n), (file, bytes, n), -1)
FAULTY(ssize_t, write, (int file, const void *bytes, size_t n), (file, bytes, n), -1)
FAULTY(ssize_t, send, (int file, const void *bytes, size_t n, int flags), (file, bytes, n, flags), -1)
FAULTY(ssize_t, recv, (int file, void *bytes, size_t n, int flags), (file, bytes, n, flags), -1)
FAULTY(int, mkdir, (const char *path, mode_t mode), (path, mode), -1)
FAULTY(int, fsync, (int file), (file), -1)
FAULTY(int, rename, (const char *from, const char *to), (from, to), -1)
FAULTY(int, linkat, (int from, const char *a, int to, const char *b, int flags), (from, a, to, b, flags), -1)
FAULTY(int, fchmod, (int file, mode_t mode), (file, mode), -1)
FAULTY(int, stat, (const char *path, struct stat *status), (path, status), -1)
FAULTY(int, lstat, (const char *path, struct stat *status), (path, status), -1)
FAULTY(int, fstat, (int file, struct stat *status), (file, status), -1)
FAULTY(char *, realpath, (const char *path, char *resolved), (path, resolved), NULL)
FAULTY(DIR *, opendir, (const char *path), (path), NULL)
FAULTY(struct dirent *, readdir, (DIR * folder), (folder), NULL)
FAULTY(FILE *, fopen, (const char *path, const char *mode), (path, mode), NULL)
FAULTY(FILE *, fdopen, (int file, const char *mode), (file, mode), NULL)
FAULTY(size_t, fwrite, (const void *bytes, size_t size, size_t n, FILE *file), (bytes, size, n, file),
       (file->_flags |= FILE_FAILED, (size_t)0))
FAULTY(int, fflush, (FILE * file), (file), EOF)
FAULTY(int, socketpair, (int domain, int type, int protocol, int ends[2]), (domain, type, protocol, ends), -1)

int
open(const char *path, int flags, ...)
{
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = va_arg(rest, mode_t);
  va_end(rest);
  return fails("open") ? -1 : openat(AT_FDCWD, path, flags, mode);
}

/* ── Memory ── */

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

void *
malloc(size_t n)
{
  return fails("malloc") ? NULL : __libc_malloc(n);
}

void *
calloc(size_t n, size_t size)
{
  return fails("malloc") ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *old, size_t n)
{
  return fails("malloc") ? NULL : __libc_realloc(old, n);
}
