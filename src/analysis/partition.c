/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/partition.h"

#include <stdlib.h>

typedef struct {
  guint label, size, first;
} Group;

static int
compare_groups(gconstpointer a, gconstpointer b)
{
  const Group *one = a, *other = b;
  if (one->size != other->size)
    return one->size > other->size ? -1 : 1;
  return one->first < other->first ? -1 : one->first > other->first;
}

RelataPartition *
relata_partition_new(const guint *labels, guint n_vertices, guint n_labels)
{
  g_return_val_if_fail(labels != NULL || n_vertices == 0, NULL);
  for (guint i = 0; i < n_vertices; i++)
    g_return_val_if_fail(labels[i] < n_labels || labels[i] == RELATA_NONE, NULL);
  g_autofree Group *groups = g_new0(Group, MAX(n_labels, 1));
  g_autofree guint *numbers = g_new0(guint, MAX(n_labels, 1));
  RelataPartition *partition = g_new0(RelataPartition, 1);
  for (guint i = 0; i < n_labels; i++)
    groups[i] = (Group){i, 0, n_vertices};
  for (guint i = 0; i < n_vertices; i++) {
    if (labels[i] == RELATA_NONE)
      continue;
    Group *group = &groups[labels[i]];
    group->first = MIN(group->first, i);
    group->size++;
  }
  qsort(groups, n_labels, sizeof *groups, compare_groups);
  partition->sizes = g_new0(guint, MAX(n_labels, 1));
  for (guint i = 0; i < n_labels && groups[i].size > 0; i++) { /* empty groups are last */
    numbers[groups[i].label] = i;
    partition->sizes[i] = groups[i].size;
    partition->n_groups++;
  }
  partition->of = g_new(guint, MAX(n_vertices, 1));
  for (guint i = 0; i < n_vertices; i++)
    partition->of[i] = labels[i] == RELATA_NONE ? RELATA_NONE : numbers[labels[i]];
  return partition;
}

void
relata_partition_free(RelataPartition *partition)
{
  if (partition == NULL)
    return;
  g_free(partition->of);
  g_free(partition->sizes);
  g_free(partition);
}
