/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/heap.h"

RelataHeap
relata_heap_new(RelataHeapBefore before, gconstpointer data)
{
  return (RelataHeap){g_array_new(FALSE, FALSE, sizeof(guint)), before, data};
}

void
relata_heap_clear(RelataHeap *heap)
{
  g_clear_pointer(&heap->numbers, g_array_unref);
}

void
relata_heap_push(RelataHeap *heap, guint number)
{
  g_array_append_val(heap->numbers, number);
  guint *at = (guint *)(void *)heap->numbers->data;
  guint place = heap->numbers->len - 1;
  for (; place > 0 && heap->before(number, at[(place - 1) / 2], heap->data); place = (place - 1) / 2)
    at[place] = at[(place - 1) / 2];
  at[place] = number;
}

guint
relata_heap_pop(RelataHeap *heap)
{
  guint *at = (guint *)(void *)heap->numbers->data;
  const guint first = at[0], n = heap->numbers->len - 1, last = at[n];
  guint place = 0;
  g_array_set_size(heap->numbers, n);
  for (guint child = 1; child < n; child = 2 * place + 1) {
    if (child + 1 < n && heap->before(at[child + 1], at[child], heap->data))
      child++;
    if (!heap->before(at[child], last, heap->data))
      break;
    at[place] = at[child];
    place = child;
  }
  if (n > 0)
    at[place] = last;
  return first;
}
