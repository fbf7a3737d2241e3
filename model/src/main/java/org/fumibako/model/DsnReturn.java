// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

/** What a notification that reports a failure gives back (RFC 3461 §4.3): the full message, or its header only. */
public enum DsnReturn {
    FULL,
    HDRS
}
