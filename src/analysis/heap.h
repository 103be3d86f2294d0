/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the room: a binary heap of numbers. A number identifies a record that is stored elsewhere. */
#ifndef RELATA_ANALYSIS_HEAP_H
#define RELATA_ANALYSIS_HEAP_H

#include <glib.h>

G_BEGIN_DECLS

/* Whether record a comes out before record b. A total order makes the order of removal deterministic. */
typedef gboolean (*RelataHeapBefore)(guint a, guint b, gconstpointer data);

typedef struct {
  GArray *numbers; /* of guint */
  RelataHeapBefore before;
  gconstpointer data;
} RelataHeap;

RelataHeap relata_heap_new(RelataHeapBefore before, gconstpointer data);
void relata_heap_clear(RelataHeap *heap);
/* Each takes O(log n) comparisons. */
void relata_heap_push(RelataHeap *heap, guint number);
guint relata_heap_pop(RelataHeap *heap); /* the heap must not be empty */

/* Returns the number that comes out next. The heap must not be empty. */
static inline guint
relata_heap_first(const RelataHeap *heap)
{
  return g_array_index(heap->numbers, guint, 0);
}

static inline gboolean
relata_heap_is_empty(const RelataHeap *heap)
{
  return heap->numbers->len == 0;
}

G_END_DECLS

#endif
