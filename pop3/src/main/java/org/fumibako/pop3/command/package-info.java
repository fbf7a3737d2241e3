// SPDX-License-Identifier: Apache-2.0
/** One class a command; {@link org.fumibako.pop3.command.Handlers} is the door. */
@org.jspecify.annotations.NullMarked
package org.fumibako.pop3.command;
