// SPDX-License-Identifier: Apache-2.0
/**
 * The control socket: how a command on the operator's terminal runs inside the server. A Unix socket in the data directory,
 * for the directory's owner only; whoever can open it may do everything.
 *
 * <p>A connection is one command. Both sides send frames: a kind octet, a length of four octets, UTF-8 text. The client sends
 * {@code ARGUMENT}s and {@code RUN}; the server sends {@code OUT} and {@code ERR}, may {@code ASK} (the client sends an
 * {@code ANSWER}), and ends with {@code EXIT}. Passwords travel as answers, never as arguments, which other users of a
 * machine can see.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.app.control;
