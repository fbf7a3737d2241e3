// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.portal;

import java.util.List;

/** A piece of the list of domains. */
record DomainRows(List<DomainRow> items, long total) {}
