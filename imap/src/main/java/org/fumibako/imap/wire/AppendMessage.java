// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.model.Flags;

/**
 * One message of an APPEND before its octets are read.
 *
 * @param date the INTERNALDATE that the client wishes; empty for now
 * @param size octets that will come
 */
public record AppendMessage(Flags flags, Optional<Instant> date, long size) {}
