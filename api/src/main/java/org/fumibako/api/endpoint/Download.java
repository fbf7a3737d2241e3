// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

/** An answer that is a file: {@code type} is its media type, {@code name} what a browser saves it as. */
public record Download(String name, String type, byte[] content) {}
