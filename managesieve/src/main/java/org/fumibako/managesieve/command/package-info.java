// SPDX-License-Identifier: Apache-2.0
/** The commands of ManageSieve, one class each (RFC 5804 §2). */
@NullMarked
package org.fumibako.managesieve.command;

import org.jspecify.annotations.NullMarked;
