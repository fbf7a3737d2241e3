// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.filter;

import org.fumibako.registry.filter.FilterAction;
import org.fumibako.registry.filter.FilterLevel;

/** How strict the filter is to be and what becomes of spam; the lists stay. */
record FilterEdit(FilterLevel level, FilterAction action, boolean tag) {}
