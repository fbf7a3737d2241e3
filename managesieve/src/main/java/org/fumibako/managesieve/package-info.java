// SPDX-License-Identifier: Apache-2.0
/**
 * ManageSieve (RFC 5804): programs list, read, check, store and activate the scripts that an account sorts its mail by. Begin reading
 * at {@code ManageSieveSession}; the grammar is in {@code wire}, a command is a class in {@code command}.
 *
 * <p>Threading: a session is confined to its connection's thread. Invariant: what is stored was found sound before.
 */
@NullMarked
package org.fumibako.managesieve;

import org.jspecify.annotations.NullMarked;
