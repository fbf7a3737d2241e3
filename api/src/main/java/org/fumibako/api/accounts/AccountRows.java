// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

import java.util.List;

/** A piece of the list of a domain's accounts. */
record AccountRows(List<AccountRow> items, long total) {}
