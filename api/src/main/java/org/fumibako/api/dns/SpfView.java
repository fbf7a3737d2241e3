// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

/** Who may send; {@code record} is what is served, empty when an own record is not there either. */
record SpfView(SpfEdit.SpfKind choice, String record) {}
