// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

/** A request without fields, or an answer without content. */
public record Nothing() {
    public static final Nothing NOTHING = new Nothing();
}
