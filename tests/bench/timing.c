/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "timing.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <math.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

Series
series_new(void)
{
  return (Series){g_array_new(FALSE, FALSE, sizeof(double))};
}

void
series_free(Series *series)
{
  g_array_unref(series->ms);
}

double
timing_now(void)
{
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

void
series_add(Series *series, double since)
{
  const double ms = timing_now() - since;
  g_array_append_val(series->ms, ms);
}

static gint
compare(gconstpointer a, gconstpointer b)
{
  const double p = *(const double *)a, q = *(const double *)b;
  return (p > q) - (p < q);
}

/* The value below which a share of the series lies, between two of its values where none lies there. */
static double
quantile(const Series *series, double share)
{
  const guint n = series->ms->len;
  if (n == 0)
    return NAN;
  g_array_sort(series->ms, compare);
  const double at = share * (n - 1);
  const guint below = (guint)at, above = MIN(below + 1, n - 1);
  const double p = g_array_index(series->ms, double, below), q = g_array_index(series->ms, double, above);
  return p + (q - p) * (at - below);
}

double
series_median(const Series *series)
{
  return quantile(series, 0.5);
}

static double
deviation(const Series *series)
{
  const guint n = series->ms->len;
  double sum = 0, squares = 0;
  for (guint i = 0; i < n; i++)
    sum += g_array_index(series->ms, double, i);
  for (guint i = 0; i < n; i++)
    squares += pow(g_array_index(series->ms, double, i) - sum / n, 2);
  return n > 1 ? sqrt(squares / (n - 1)) : 0;
}

gboolean
series_print(const Series *series, double limit, const char *label)
{
  const double median = series_median(series);
  printf("%9.2f ms ± %.2f, 90 %% within %.2f  (%.2f … %.2f", median, deviation(series), quantile(series, 0.9),
         quantile(series, 0), quantile(series, 1));
  if (limit > 0)
    printf(", at most %g", limit);
  const gboolean slow = limit > 0 && !(median <= limit);
  printf(")  %s%s\n", label, slow ? "  TOO SLOW" : "");
  return !slow;
}

double
timing_memory(void)
{
  long pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (file == NULL)
    return NAN;
  if (fscanf(file, "%*d %ld", &pages) != 1)
    pages = 0;
  fclose(file);
  return (double)pages * (double)sysconf(_SC_PAGESIZE) / 1e6;
}

double
timing_peak_memory(void)
{
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (double)usage.ru_maxrss * 1024 / 1e6;
}

void
timing_forget_peak(void)
{
#ifdef __GLIBC__
  malloc_trim(0); /* what was freed is not in use */
#endif
  FILE *file = fopen("/proc/self/clear_refs", "w"); /* proc(5): 5 resets the peak resident set size */
  if (file == NULL)
    return;
  fputs("5", file);
  fclose(file);
}
