// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.filter;

import java.util.Optional;
import org.fumibako.model.AccountId;
import org.fumibako.model.DomainId;

/**
 * What an account said of a message by moving it.
 *
 * @param position the journal's row
 * @param spam what it is to the account from now on; empty when it has taken back what it said
 */
public record Lesson(long position, AccountId account, DomainId domain, long contentId, Optional<Boolean> spam) {}
