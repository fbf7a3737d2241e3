// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.time.Instant;

/** An account that was slowed down: {@code why} is a sentence for people. */
public record Paced(Account account, Instant since, String why) {}
