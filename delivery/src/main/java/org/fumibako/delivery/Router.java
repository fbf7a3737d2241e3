// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.util.List;
import java.util.Optional;
import org.fumibako.delivery.forward.ReversePaths;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.registry.ForwardRules;

/** Finds the accounts behind a recipient. */
public final class Router {
    private final Directory directory;
    private final Optional<Returns> returns;

    private record Returns(ReversePaths paths, ForwardRules rules) {}

    public Router(Directory directory) {
        this.directory = directory;
        this.returns = Optional.empty();
    }

    /** One that also knows where bounces of forwarded mail go. */
    public Router(Directory directory, ReversePaths paths, ForwardRules rules) {
        this.directory = directory;
        this.returns = Optional.of(new Returns(paths, rules));
    }

    public Route route(EmailAddress address) {
        return returns.flatMap(some -> returned(address, some)).orElseGet(() -> direct(address));
    }

    private Route direct(EmailAddress address) {
        return switch (directory.resolve(address)) {
            case Directory.Recipient.Local local -> new Route.Local(new Envelope.Recipient(address, local.accounts()));
            case Directory.Recipient.Unknown unknown -> new Route.Refused(RecipientReplies.UNKNOWN);
            case Directory.Recipient.Suspended suspended -> new Route.Refused(RecipientReplies.SUSPENDED);
            case Directory.Recipient.Remote remote -> new Route.Remote();
        };
    }

    /** Empty for an address that has nothing to do with forwarding. */
    private Optional<Route> returned(EmailAddress address, Returns some) {
        return switch (some.paths().read(address)) {
            case ReversePaths.Reading.Other _ -> Optional.empty();
            case ReversePaths.Reading.Invalid _ -> Optional.of(new Route.Refused(RecipientReplies.UNKNOWN));
            case ReversePaths.Reading.Return back ->
                Optional.of(some.rules()
                        .find(back.target())
                        .flatMap(target -> directory.account(target.account()))
                        .map(account -> owner(address, account))
                        .orElseGet(() -> new Route.Refused(RecipientReplies.UNKNOWN)));
        };
    }

    private static Route owner(EmailAddress address, Account account) {
        return account.suspended()
                ? new Route.Refused(RecipientReplies.SUSPENDED)
                : new Route.Returned(new Envelope.Recipient(address, List.of(account)));
    }
}
