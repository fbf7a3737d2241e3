// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

import java.util.List;
import org.fumibako.api.endpoint.Language;
import org.fumibako.api.endpoint.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param login null when nobody is
 * @param name for people
 * @param csrfToken what the header {@code X-CSRF-Token} must say with every change
 * @param surfaces where this person may go, the first one being theirs
 */
record SessionView(
        Role role,
        @Nullable String login,
        @Nullable String name,
        Language language,
        String csrfToken,
        List<Surface> surfaces) {
    /** The faces of the service. */
    enum Surface {
        PORTAL,
        PANEL,
        OPERATOR,
        WEBMAIL
    }
}
