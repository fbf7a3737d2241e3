// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import org.fumibako.jmap.mail.MailIndex.IndexedEmail;

/**
 * Whether an email fits a part of a filter.
 *
 * @param cost 0 when the index in memory knows; more when something has to be read
 */
record Test(int cost, Check check) {
    /** Answers for one email. */
    interface Check {
        boolean test(IndexedEmail email);
    }

    static Test cheap(Check check) {
        return new Test(0, check);
    }
}
