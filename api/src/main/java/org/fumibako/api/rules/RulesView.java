// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules in their order.
 *
 * @param revision what these rules were read from; a change of them says it, so that two do not write over each other
 * @param foreign the name of the script in use when it says what rules cannot say, as a mail program may have written it; the
 *     rules are empty then
 * @param undo takes the change back that this answers; null when it answers none
 */
record RulesView(
        List<RuleForm> rules,
        String revision,
        @Nullable String foreign,
        @Nullable Long undo) {}
