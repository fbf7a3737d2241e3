// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import java.time.Duration;
import java.util.List;
import org.fumibako.dns.RecordData;

/** The records of one name and type, which share a TTL. */
record RecordSet(Duration ttl, List<RecordData> data) {}
