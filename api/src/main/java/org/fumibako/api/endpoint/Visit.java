// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

import org.fumibako.registry.Principal;

/** The session that a request belongs to, as far as a handler has to do with it. */
public interface Visit {
    /** For callers without a browser: there is no session. */
    Visit NONE = new Visit() {
        @Override
        public long session() {
            return 0;
        }

        @Override
        public String csrfToken() {
            return "";
        }

        @Override
        public void begin(Principal principal) {}

        @Override
        public void end() {}
    };

    /** 0 when there is none. */
    long session();

    /** What has to come back with every change; empty when there is no session. */
    String csrfToken();

    /** Somebody has proved who they are: a new session begins, the old one ends. */
    void begin(Principal principal);

    /** The session ends. */
    void end();
}
