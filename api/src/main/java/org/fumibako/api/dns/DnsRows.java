// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import java.util.List;

/** The records of the zone that a domain is in, the customer's own first. */
record DnsRows(List<DnsRow> records) {}
