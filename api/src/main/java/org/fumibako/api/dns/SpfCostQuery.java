// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

/** @param record a whole SPF record, published or not */
record SpfCostQuery(String record) {}
