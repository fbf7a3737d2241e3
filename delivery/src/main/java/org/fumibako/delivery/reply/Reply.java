// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.reply;

import java.time.Duration;
import java.util.Optional;

/**
 * What is to be said.
 *
 * @param subject empty for one that follows the message's
 * @param from empty for the account's address
 * @param mime whether {@code text} is a MIME entity with its header (RFC 5230 §4.4)
 * @param handle replies with the same handle count as one; empty for that of the account's setting
 * @param rule what wanted it, for people
 */
record Reply(
        Optional<String> subject,
        Optional<String> from,
        boolean mime,
        String text,
        String handle,
        Duration again,
        String rule) {}
