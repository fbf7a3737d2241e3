// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

/**
 * A zone in the form of RFC 1035 §5.
 *
 * @param replace of an import: whether all own records go; of an export always false
 */
record ZoneFile(String text, boolean replace) {}
