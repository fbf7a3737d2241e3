// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

/** A record as found in a pack: where, how long, what it says and how it holds its content. */
public record PackRecord(long offset, long length, LogEvent event, ContentForm form) {}
