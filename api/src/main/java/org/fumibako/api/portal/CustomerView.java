// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.portal;

import org.jspecify.annotations.Nullable;

/**
 * A customer's own details.
 *
 * @param login what it signs in with; it never changes
 * @param undo takes the change back that this answers; null when it answers none
 */
record CustomerView(
        String login, String name, String plan, @Nullable Long undo) {}
