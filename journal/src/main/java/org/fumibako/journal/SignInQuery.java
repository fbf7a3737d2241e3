// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

/**
 * A piece of somebody's history of sign-ins, granted and refused.
 *
 * @param about an account, or the name of a login
 * @param before rows with a smaller id; {@link Long#MAX_VALUE} for the newest
 * @param limit rows at most, 1 to {@link JournalQuery#MAX_LIMIT}
 */
public record SignInQuery(JournalQuery.About about, long before, int limit) {}
