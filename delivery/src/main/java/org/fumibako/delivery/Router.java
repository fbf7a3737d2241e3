// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Directory;

/** Finds the accounts behind a recipient. */
public final class Router {
    private final Directory directory;

    public Router(Directory directory) {
        this.directory = directory;
    }

    public Route route(EmailAddress address) {
        return switch (directory.resolve(address)) {
            case Directory.Recipient.Local local -> new Route.Local(new Envelope.Recipient(address, local.accounts()));
            case Directory.Recipient.Unknown unknown -> new Route.Refused(RecipientReplies.UNKNOWN);
            case Directory.Recipient.Suspended suspended -> new Route.Refused(RecipientReplies.SUSPENDED);
            case Directory.Recipient.Remote remote -> new Route.Remote();
        };
    }
}
