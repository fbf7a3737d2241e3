// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter;

import org.fumibako.filter.bayes.Counts;
import org.fumibako.model.EmailAddress;

/** What is known of the owner of one mailbox. Safe for any number of threads. */
public interface Person {
    /** Somebody of whom nothing is known. */
    Person STRANGER = new Person() {
        @Override
        public Counts counts() {
            return Counts.NONE;
        }

        @Override
        public Counts neighbours() {
            return Counts.NONE;
        }

        @Override
        public boolean hasWrittenTo(EmailAddress address) {
            return false;
        }
    };

    /** What the owner has called spam and what not. */
    Counts counts();

    /** What everybody in the owner's domain has, the owner among them. */
    Counts neighbours();

    /** Whether the owner has sent mail to that address. */
    boolean hasWrittenTo(EmailAddress address);
}
