/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How long things take: series of times, and how they are printed. Lines are like those of
 * tests/bench/measure.
 */
#ifndef RELATA_BENCH_TIMING_H
#define RELATA_BENCH_TIMING_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  GArray *ms; /* of double */
} Series;

Series series_new(void);
void series_free(Series *series);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Series, series_free)

/* Milliseconds on a clock that never goes back. */
double timing_now(void);
/* Adds the time from `since` to now. */
void series_add(Series *series, double since);
/* NAN where there is none. O(n log n). */
double series_median(const Series *series);

/* "median ms ± standard deviation, 90 % within it (least … most, at most limit)  label"; a limit of 0 is
 * none. FALSE where the median is above the limit. */
gboolean series_print(const Series *series, double limit, const char *label);

/* Megabytes that the process holds now, and that it held at most since timing_forget_peak() (where the system
 * cannot forget: since it began). */
double timing_memory(void);
double timing_peak_memory(void);
void timing_forget_peak(void);

G_END_DECLS

#endif
