// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * It was done.
 *
 * @param undo for {@code POST /api/undo/{id}}; null when it cannot be undone
 */
public record Done(@Nullable Long undo) {}
