// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

import java.util.List;

/** A piece of the list of customers, by login. */
record CustomerRows(List<CustomerRow> items, long total) {}
