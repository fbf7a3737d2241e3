// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import java.util.Arrays;
import java.util.Optional;

/** What a client can say it uses (RFC 8620 §3.3). */
public enum Capability {
    CORE("urn:ietf:params:jmap:core"),
    MAIL("urn:ietf:params:jmap:mail"),
    SUBMISSION("urn:ietf:params:jmap:submission"),
    VACATION("urn:ietf:params:jmap:vacationresponse"),
    QUOTA("urn:ietf:params:jmap:quota"),
    CONTACTS("urn:ietf:params:jmap:contacts"),
    BLOB("urn:ietf:params:jmap:blob");

    private final String uri;

    Capability(String uri) {
        this.uri = uri;
    }

    public String uri() {
        return uri;
    }

    static Optional<Capability> of(String uri) {
        return Arrays.stream(values())
                .filter(capability -> capability.uri.equals(uri))
                .findFirst();
    }
}
