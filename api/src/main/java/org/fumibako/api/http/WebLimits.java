// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.time.Duration;

/** How much a browser may ask for at once. */
final class WebLimits {
    /** Octets of a request's line and fields: cookies, tokens and a long URL fit; nobody honest needs more. */
    static final int HEADER = 16 * 1024;

    /** Requests at work; the others wait their turn. Each may hold a body of a megabyte. */
    static final int REQUESTS = 256;

    /** Connections; a browser opens one (HTTP/2) or six. */
    static final int CONNECTIONS = 5_000;

    /** Requests at a time within one connection of HTTP/2. */
    static final int STREAMS = 64;

    /** Without an octet for so long a connection is closed. */
    static final Duration IDLE = Duration.ofSeconds(30);

    /** How long a body may take to come, so that nobody keeps a place by dripping. */
    static final Duration BODY = Duration.ofSeconds(60);

    /** How long an upload may take to come: the largest attachment on a slow line. */
    static final Duration UPLOAD = Duration.ofMinutes(20);

    private WebLimits() {}
}
