// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.contacts;

import java.time.Instant;

/** @param times how often the account has written to them, {@code last} when it did last */
public record Correspondent(String address, String name, int times, Instant last) {}
