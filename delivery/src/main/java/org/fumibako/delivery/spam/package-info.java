// SPDX-License-Identifier: Apache-2.0
/**
 * Step: the spam filter, between the DMARC policy and sorting. {@link SpamStep} examines a stranger's message once, judges it for each
 * account whose domain wants that, and answers with {@link Rulings}; filing does what they say. Accounts whose domain has the filter off
 * cost a look into a map.
 */
@NullMarked
package org.fumibako.delivery.spam;

import org.jspecify.annotations.NullMarked;
