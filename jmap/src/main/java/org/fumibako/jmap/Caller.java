// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import org.fumibako.journal.Origin;
import org.fumibako.registry.Account;

/**
 * Who asks.
 *
 * @param account as it was when the request came
 * @param origin with the login; {@code session} names the request in the journal
 */
public record Caller(Account account, Origin origin) {}
