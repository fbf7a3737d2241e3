// SPDX-License-Identifier: Apache-2.0
/**
 * The keys that domains sign their mail with (requirement A9): {@link org.fumibako.registry.dkim.DkimKeys} keeps them. Every domain
 * signs unless it was switched off; what a key does, and when it gets a successor, is decided above.
 *
 * <p><b>Invariants.</b> A key that is kept is published: it goes into the domain's zone when it is kept, and leaves it when it is
 * deleted. A selector is one key's within its domain. Keys go with their domain.
 *
 * <p><b>On disk.</b> Table {@code dkim_key}, private keys as they are: whoever reads the database can sign, as with any server that
 * signs by itself. Nothing here writes them into a log or the journal.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.registry.dkim;
