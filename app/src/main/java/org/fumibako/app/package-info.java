// SPDX-License-Identifier: Apache-2.0
/**
 * The roof: configuration, wiring, the command line, the demo, and the tests that hold the architecture.
 *
 * <p>{@link org.fumibako.app.Fumibako} builds the whole server with plain constructors, one method a floor; nothing else
 * knows how the floors fit together. {@link org.fumibako.app.Main} is the process: commands, exit codes, signals.
 *
 * <p>A data directory belongs to one process. It holds
 *
 * <pre>
 * lock           held while a server runs
 * control.sock   where {@code fumibako admin} reaches it; for the directory's owner only
 * registry.db    customers, domains, accounts, credentials
 * volume/        one volume: index.db and packs/
 * tls/           the demo's own CA and certificate
 * acme/          certificates that an authority has issued, and the account with it
 * spool/         messages on their way in that are too large for memory; emptied at start
 * uploads/       what clients of JMAP have uploaded and not used yet; a day old at most
 * demo.json      what the demo listens on (written last)
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.app;
