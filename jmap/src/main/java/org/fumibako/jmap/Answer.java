// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

/**
 * What goes back over HTTP.
 *
 * @param status of HTTP
 * @param type media type
 */
public record Answer(int status, String type, byte[] body) {}
