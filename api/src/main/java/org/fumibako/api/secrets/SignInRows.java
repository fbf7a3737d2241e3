// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.secrets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a history of sign-ins, the newest first.
 *
 * @param next for {@code before} of the next piece; null at the end
 */
record SignInRows(List<SignInRow> items, @Nullable Long next) {}
