// SPDX-License-Identifier: Apache-2.0
/**
 * What DNS says of customers' domains. A zone is made of records that follow from the configuration, the domain's settings and its
 * {@link org.fumibako.registry.zone.PublishedKeys keys}, and of the customer's own.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.registry.zone;
