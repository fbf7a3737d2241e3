// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.time.Instant;

/**
 * A change of a zone that somebody made.
 *
 * @param who the account or door that it came from
 * @param what a readable sentence without its final dot
 * @param undone whether it was taken back since
 */
public record ZoneChange(long id, Instant at, String who, String what, boolean undone) {}
