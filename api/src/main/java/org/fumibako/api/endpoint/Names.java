// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

import java.util.Locale;

/** How names of ours are written in JSON. */
public final class Names {
    private Names() {}

    /** {@code LAST_SIGN_IN} is {@code last-sign-in}. */
    public static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
