// SPDX-License-Identifier: Apache-2.0
/**
 * What accounts and domains sort their mail by, and how they answer by themselves: kept here, understood by {@code delivery}.
 * {@link org.fumibako.registry.sorting.Scripts} and {@link org.fumibako.registry.sorting.AutoReplies} change it,
 * {@link org.fumibako.registry.sorting.SortingRules} is what delivery asks.
 *
 * <p>Threading: safe for any number of threads. Invariant: an account has one active script at most.
 */
@NullMarked
package org.fumibako.registry.sorting;

import org.jspecify.annotations.NullMarked;
