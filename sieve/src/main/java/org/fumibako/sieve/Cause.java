// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

/**
 * The rule that wanted an action.
 *
 * @param script name of the script
 * @param line of the command, counted from 1; 0 for what happens without a command
 * @param rule the name that a comment {@code # rule:[name]} gives the rule, as many programs write it; else empty
 */
public record Cause(String script, int line, String rule) {
    /** For people: {@code rule "Invoices" (main, line 12)}. */
    public String describe() {
        if (line == 0) {
            return "no rule of " + script;
        }
        return (rule.isEmpty() ? "a rule" : "rule \"" + rule + "\"") + " (" + script + ", line " + line + ")";
    }
}
