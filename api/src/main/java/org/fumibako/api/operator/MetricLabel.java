// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

/** What tells one value from the others of its name. */
record MetricLabel(String name, String value) {}
