// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.regex.Pattern;
import org.fumibako.registry.RegistryException.Reason;

/** The names of plans and the logins of customers. */
final class Names {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private Names() {}

    static void check(String kind, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new RegistryException(
                    Reason.INVALID,
                    "The name of a " + kind + " is 1 to 64 of a-z, 0-9, dot, underscore and hyphen, and begins with a"
                            + " letter or digit.");
        }
    }
}
