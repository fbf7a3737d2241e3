// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.contacts;

import org.jspecify.annotations.Nullable;

/**
 * Which people.
 *
 * @param text part of a name or an address; all when nothing is said
 * @param limit how many at most, 1 to 100; 10 when nothing is said
 */
public record CorrespondentQuery(
        @Nullable String text, @Nullable Integer limit) {}
