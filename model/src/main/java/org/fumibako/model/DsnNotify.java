// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

/** The occasions on which a sender wants to be told about a recipient (RFC 3461 §4.1); {@link #NEVER} stands alone. */
public enum DsnNotify {
    NEVER,
    SUCCESS,
    FAILURE,
    DELAY
}
