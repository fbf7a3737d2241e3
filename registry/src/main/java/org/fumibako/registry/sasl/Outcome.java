// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.sasl;

import org.fumibako.registry.Authenticator.SignIn;

/** How the end of a sign-in ends the exchange. */
final class Outcome {
    private Outcome() {}

    static SaslServer.Step step(SignIn outcome, byte[] finalServerData) {
        return switch (outcome) {
            case SignIn.Granted granted -> new SaslServer.Success(granted, finalServerData);
            case SignIn.Denied denied -> new SaslServer.Failure(denied);
            case SignIn.Suspended suspended -> new SaslServer.Failure(suspended);
            case SignIn.TryLater later -> new SaslServer.Failure(later);
        };
    }
}
