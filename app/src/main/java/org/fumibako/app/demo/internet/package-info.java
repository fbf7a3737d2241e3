// SPDX-License-Identifier: Apache-2.0
/**
 * The Internet of the demo: providers that do not exist, with zones in the demo's own name server and mail servers on loopback
 * addresses, which take mail, or do not, as their kind does in the world.
 *
 * <p>{@link org.fumibako.app.demo.internet.Provider#ALL} is the map. How a server behaves is its
 * {@link org.fumibako.app.demo.internet.Trait}s; what becomes of one recipient, whoever serves it, is the
 * {@link org.fumibako.app.demo.internet.Ending} of its name: {@code somebody-full@gmail.test}. What a server takes is a file in
 * {@code internet/DOMAIN/new} of the demo's data directory, with the octets that came behind trace fields of its own.
 *
 * <p>Threading: every visit has the virtual thread of its connection; what servers share is guarded by itself.
 *
 * <p>It is a stage, not a server: it knows no accounts, forgets what it remembers when it closes, and never speaks to anything
 * but this machine.
 */
@NullMarked
package org.fumibako.app.demo.internet;

import org.jspecify.annotations.NullMarked;
