// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.secrets;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a history of sign-ins.
 *
 * @param before the {@code next} of the piece before; missing for the newest
 * @param limit rows at most, 1 to 200, else 50
 */
record SignInQueryRequest(@Nullable Long before, @Nullable Integer limit) {}
