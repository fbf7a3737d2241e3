// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sorting;

import java.time.Instant;

/** A script in a list; {@code octets} is its size in UTF-8. */
public record StoredScript(String name, long octets, boolean active, Instant changed) {}
