// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

/** HTTP methods (RFC 9110 §9). */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE;

    /** Whether it changes nothing. */
    public boolean isSafe() {
        return this == GET;
    }
}
