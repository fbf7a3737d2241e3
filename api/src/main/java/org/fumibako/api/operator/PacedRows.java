// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

import java.util.List;

/** Accounts that are slow, the longest first. */
record PacedRows(List<PacedRow> items) {}
