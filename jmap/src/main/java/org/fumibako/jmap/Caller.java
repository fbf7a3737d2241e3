// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import org.fumibako.journal.Origin;
import org.fumibako.registry.Account;

/**
 * Who asks.
 *
 * @param account as it was when the request came
 * @param origin with the login; {@code session} names the request in the journal
 * @param page whether a page of ours asks in a session; what a mail program sends has to come from home, a page may from everywhere
 */
public record Caller(Account account, Origin origin, boolean page) {}
