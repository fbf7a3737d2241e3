// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Set;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.junit.jupiter.api.Test;

/** Tokens of programs: whose they are, and until when. */
interface ApiTokensContract {
    Origin PROGRAM = Office.caller(Protocol.WEB, "192.0.2.9");

    Office office();

    private static Principal owner(Office office, String address) {
        return new Principal.Owner(office.account(address));
    }

    @Test
    default void aTokenStandsForItsOwnerWithItsScopesUntilItIsRevoked() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("tanaka"));
            Principal taro = owner(office, "taro@example.jp");
            Principal jiro = owner(office, "jiro@example.jp");
            ApiTokens tokens = office.registry().apiTokens();
            ApiToken.Issued issued = tokens.add(taro, "sync", Set.of(TokenScope.ACCOUNTS_WRITE), Office.DESK);
            ApiToken.Bearer bearer = tokens.find(issued.token(), PROGRAM).orElseThrow();
            assertThat(bearer.principal().login()).isEqualTo("taro@example.jp");
            assertThat(bearer.may(TokenScope.ACCOUNTS_READ)).isTrue();
            assertThat(bearer.may(TokenScope.DNS_READ)).isFalse();
            assertThat(tokens.find(issued.token() + "x", PROGRAM)).isEmpty();
            assertThat(tokens.list(taro))
                    .singleElement()
                    .satisfies(row -> assertThat(row.lastUse())
                            .hasValueSatisfying(use -> assertThat(use.peer())
                                    .isEqualTo(
                                            InetAddress.ofLiteral("192.0.2.9").getHostAddress())));
            assertThat(tokens.list(jiro)).isEmpty();
            long id = issued.apiToken().id();
            assertThatThrownBy(() -> tokens.revoke(jiro, id, Office.DESK)).isInstanceOf(RegistryException.class);
            tokens.revoke(taro, id, Office.DESK);
            assertThat(tokens.find(issued.token(), PROGRAM)).isEmpty();
        }
    }

    @Test
    default void thereAreOnlySoManyTokens() {
        try (Office office = office()) {
            office.domain("example.jp", office.customer("tanaka"));
            Principal taro = owner(office, "taro@example.jp");
            ApiTokens tokens = office.registry().apiTokens();
            for (int i = 0; i < ApiTokens.MAX_TOKENS; i++) {
                tokens.add(taro, "token " + i, Set.of(TokenScope.DNS_READ), Office.DESK);
            }
            assertThatThrownBy(() -> tokens.add(taro, "more", Set.of(TokenScope.DNS_READ), Office.DESK))
                    .isInstanceOf(RegistryException.class);
        }
    }
}
