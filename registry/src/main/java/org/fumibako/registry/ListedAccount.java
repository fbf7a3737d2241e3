// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * An account as a list shows it.
 *
 * @param name the note for people
 * @param lastSignIn over all protocols, up to an hour old
 * @param forwards addresses it forwards to
 * @param stoppedForwards those of them that nothing is forwarded to any more
 * @param keeps whether what is forwarded stays too
 * @param answers whether it answers by itself now
 * @param retired since when it is given up
 */
public record ListedAccount(
        Account account,
        String name,
        Instant created,
        Optional<Instant> lastSignIn,
        long forwards,
        long stoppedForwards,
        boolean keeps,
        boolean answers,
        Optional<Instant> retired) {}
