// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All rules, in their order, instead of those there are.
 *
 * @param revision of the rules that were changed
 * @param replace whether a script is to be replaced that says what rules cannot say; it is kept, and not used
 */
record RulesEdit(
        List<RuleForm> rules, String revision, @Nullable Boolean replace) {}
