// SPDX-License-Identifier: Apache-2.0
/** The address book as files, and whom the account has written to; its cards themselves are read and written over JMAP. */
@NullMarked
package org.fumibako.api.contacts;

import org.jspecify.annotations.NullMarked;
