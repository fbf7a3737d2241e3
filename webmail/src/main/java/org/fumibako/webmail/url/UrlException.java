// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.url;

import java.io.IOException;

/** Nothing was fetched. */
public final class UrlException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** It is no address of something on the web, or one that we do not go to. */
        ADDRESS,
        /** There is no such host. */
        NO_HOST,
        /** The host is not on the public internet. */
        NOT_PUBLIC,
        TOO_MANY_REDIRECTS,
        TOO_LARGE,
        TOO_SLOW,
        /** Too much is being fetched already. */
        BUSY,
        /** What came back is no HTTP. */
        NO_HTTP,
        /** The connection failed. */
        FAILED
    }

    UrlException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
