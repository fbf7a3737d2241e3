// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.queue;

import java.util.List;

/** Recipients, the oldest messages first, and how many wait and are held in all. */
record QueueItems(List<QueueItem> items, long waiting, long held) {}
