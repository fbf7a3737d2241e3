// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

import org.jspecify.annotations.Nullable;

/**
 * How an account is released.
 *
 * @param cancelHeld whether its held mail is taken out of the queue instead of going on
 */
record ReleaseRequest(@Nullable Boolean cancelHeld) {}
