// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

/**
 * The octets behind the question of one answer. Names in it point into the question, so they fit every message whose question has the
 * length they were made for, or, where they hold no pointer but to the question's beginning, any.
 *
 * @param flags AA and RCODE
 * @param body answer and authority sections
 * @param extra additional records
 * @param extraMatters whether the answer is useless without them, as is a referral without glue
 */
record PreparedAnswer(
        int flags, byte[] body, int answers, int authorities, byte[] extra, int extras, boolean extraMatters) {}
