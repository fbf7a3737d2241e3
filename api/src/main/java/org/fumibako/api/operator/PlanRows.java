// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

import java.util.List;

/** All plans, by name. */
record PlanRows(List<PlanRow> items) {}
