// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import java.util.List;

/**
 * How often others have to ask DNS for an SPF record (RFC 7208 §4.6.4).
 *
 * @param lookups with all that it includes
 * @param limit more than so many make the record worthless
 * @param terms those that cost something
 */
record SpfCostView(int lookups, int limit, List<SpfTermCost> terms) {
    /** @param term as it stands in the record; {@code redirect} for that */
    record SpfTermCost(String term, int lookups) {}
}
