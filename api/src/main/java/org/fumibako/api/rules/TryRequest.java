// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules to be tried, saved or not, on a message.
 *
 * @param message of {@code listRuleMessages}; null to try the text in the other fields
 */
record TryRequest(
        List<RuleForm> rules,
        @Nullable String message,
        @Nullable String from,
        @Nullable String to,
        @Nullable String subject,
        @Nullable String body) {}
