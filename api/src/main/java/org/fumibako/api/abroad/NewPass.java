// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.abroad;

import java.time.Instant;
import java.util.List;

/** A travel pass: two-letter country codes, and from when until when; 90 days at most. */
record NewPass(List<String> countries, Instant from, Instant until) {}
