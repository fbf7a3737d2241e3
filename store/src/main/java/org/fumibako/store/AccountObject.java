// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.AccountId;

/**
 * Something of an account's beside its mail.
 *
 * @param id positive, of this account and kind alone, never used again
 * @param value what it says, as JSON
 * @param changed the state of its kind at which it changed last
 * @param due when something is to be done with it
 * @param claimed whether somebody is doing it
 */
public record AccountObject(
        AccountId account, long id, String value, long changed, Optional<Instant> due, boolean claimed) {}
