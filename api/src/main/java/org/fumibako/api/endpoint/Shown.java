// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

/**
 * An answer that a browser shows: a document for a frame, or a picture.
 *
 * @param policy the Content-Security-Policy of the document
 * @param seconds how long the browser may keep it
 */
public record Shown(String type, byte[] content, String policy, int seconds) {}
