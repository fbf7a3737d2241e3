// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.rules;

import java.time.Instant;
import java.util.List;

/** The newest messages of an account's INBOX. */
record RuleMessages(List<RuleMessage> items) {
    /** One of them; {@code id} is for trying rules on it. */
    record RuleMessage(String id, String from, String subject, Instant received) {}
}
