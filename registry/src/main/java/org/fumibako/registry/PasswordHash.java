// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

/** Makes and checks the hashes that stand for passwords, as PHC strings. */
interface PasswordHash extends AutoCloseable {
    String hash(PreparedPassword password);

    /** Checks against the parameters in {@code phc}, which need not be today's. */
    boolean fits(PreparedPassword password, String phc);

    /** A hash that costs as much to check as any and that no password fits. */
    String unfittable();

    @Override
    void close();
}
