// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.html;

import java.util.Optional;

/** Where the pictures of one message are shown from. */
public interface Pictures {
    /** None is shown. */
    Pictures NONE = new Pictures() {
        @Override
        public Optional<String> attached(String contentId) {
            return Optional.empty();
        }

        @Override
        public Optional<String> remote(String address) {
            return Optional.empty();
        }
    };

    /**
     * Of a part of the message.
     *
     * @param contentId Content-ID without brackets (RFC 2392), or what stands for it in Content-Location
     * @return a path on this server, of characters that need no escape; empty when there is no such part
     */
    Optional<String> attached(String contentId);

    /**
     * Of something on the web.
     *
     * @param address beginning with {@code http:} or {@code https:}
     * @return a path on this server, of characters that need no escape; empty when the reader has not asked for it
     */
    Optional<String> remote(String address);
}
