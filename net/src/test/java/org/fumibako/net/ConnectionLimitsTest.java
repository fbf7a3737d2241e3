// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {
    private static final InetAddress LOCAL = InetAddress.ofLiteral("127.0.0.1");

    @Test
    void onePeerGetsItsShareAndNoMore() {
        ConnectionLimits limits = new ConnectionLimits(10, 2);
        InetAddress peer = InetAddress.ofLiteral("192.0.2.1");

        ConnectionLimits.Place first = limits.enter(peer).orElseThrow();
        assertThat(limits.enter(peer)).isPresent();
        assertThat(limits.enter(peer)).isEmpty();
        assertThat(limits.enter(InetAddress.ofLiteral("192.0.2.2"))).isPresent();

        first.close();
        first.close();
        assertThat(limits.enter(peer)).isPresent();
        assertThat(limits.enter(peer)).isEmpty();
    }

    @Test
    void anIpv6PeerIsItsSlash64() {
        ConnectionLimits limits = new ConnectionLimits(10, 1);

        assertThat(limits.enter(InetAddress.ofLiteral("2001:db8:0:1::1"))).isPresent();
        assertThat(limits.enter(InetAddress.ofLiteral("2001:db8:0:1:ffff::2"))).isEmpty();
        assertThat(limits.enter(InetAddress.ofLiteral("2001:db8:0:2::1"))).isPresent();
    }

    @Test
    void theLoopbackCountsOnlyInAll() {
        ConnectionLimits limits = new ConnectionLimits(3, 1);

        assertThat(limits.enter(LOCAL)).isPresent();
        assertThat(limits.enter(LOCAL)).isPresent();
        ConnectionLimits.Place third = limits.enter(LOCAL).orElseThrow();
        assertThat(limits.enter(LOCAL)).isEmpty();
        assertThat(limits.enter(InetAddress.ofLiteral("192.0.2.1"))).isEmpty();

        third.close();
        assertThat(limits.enter(InetAddress.ofLiteral("192.0.2.1"))).isPresent();
    }
}
