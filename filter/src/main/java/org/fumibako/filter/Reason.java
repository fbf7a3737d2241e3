// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter;

/**
 * Why a message is, or is not, taken for spam.
 *
 * @param code names the rule in headers and journal: capitals, digits and underscores
 * @param points above zero for spam, below for wanted mail
 * @param japanese a sentence for whoever owns the mailbox
 * @param english the same
 */
public record Reason(String code, double points, String japanese, String english) {
    /** The same with other points. */
    public Reason worth(double other) {
        return new Reason(code, other, japanese, english);
    }
}
