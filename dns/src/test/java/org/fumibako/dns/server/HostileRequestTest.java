// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** Whatever comes in, what goes out is nothing, or a response that another implementation can read, and not too long. */
class HostileRequestTest {
    private static final int ROUNDS = 50_000;
    private static final int LIMIT = 512;

    private final Dialogue server = new Dialogue(Zones.simple("example.jp", 7, """
            @ 600 MX 10 mx.example.jp.
            mx 60 A 192.0.2.25
            www 60 CNAME mx.example.jp.
            *.wild 60 A 192.0.2.2
            child 60 NS ns.child.example.jp.
            ns.child 60 A 192.0.2.153
            """));

    @Test
    void damagedRequestsAreAnsweredOrNot() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] names = {"example.jp", "www.example.jp", "a.wild.example.jp", "x.child.example.jp", "no.example.jp"};
        for (int round = 0; round < ROUNDS; round++) {
            Message question = Dialogue.question(names[random.nextInt(names.length)], "MX");
            if (random.nextBoolean()) {
                question.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
            }
            byte[] request = damaged(question.toWire(), random);
            byte[] reply = server.raw(request, LIMIT);
            assertThat(reply.length).as("seed %d", seed).isLessThanOrEqualTo(LIMIT);
            if (reply.length > 0) {
                assertThat(new Message(reply).getHeader().getID())
                        .as("seed %d", seed)
                        .isEqualTo((request[0] & 0xFF) << 8 | (request[1] & 0xFF));
            }
        }
    }

    @Test
    void twoEdnsRecordsOrOneBelowTheRootAreMalformed() throws IOException {
        Message two = Dialogue.question("example.jp", "MX");
        two.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
        byte[] wire = two.toWire();
        byte[] twice = Arrays.copyOf(wire, wire.length + 11);
        System.arraycopy(wire, wire.length - 11, twice, wire.length, 11);
        twice[11] = 2;
        assertThat(new Message(server.raw(twice, LIMIT)).getRcode()).isEqualTo(Rcode.FORMERR);
        byte[] below = Arrays.copyOf(wire, wire.length + 1);
        System.arraycopy(wire, wire.length - 11, below, wire.length - 10, 11);
        below[wire.length - 11] = (byte) 0xC0;
        below[wire.length - 10] = 12;
        assertThat(new Message(server.raw(below, LIMIT)).getRcode()).isEqualTo(Rcode.FORMERR);
    }

    @Test
    void octetsBehindTheMessageMakeItMalformed() throws IOException {
        byte[] wire = Dialogue.question("example.jp", "MX").toWire();
        assertThat(new Message(server.raw(wire, LIMIT)).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(new Message(server.raw(Arrays.copyOf(wire, wire.length + 1), LIMIT)).getRcode())
                .isEqualTo(Rcode.FORMERR);
    }

    @Test
    void theLongestNameIsAnsweredOneLongerIsNot() throws IOException {
        String longest = "a.".repeat(121) + "example.jp";
        assertThat(longest).hasSize(252);
        assertThat(server.ask(longest, "A").getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(server.ask("b" + longest, "A").getRcode()).isEqualTo(Rcode.NXDOMAIN);
        byte[] wire = Dialogue.question("b" + longest, "A").toWire();
        byte[] longer = new byte[wire.length + 1];
        System.arraycopy(wire, 0, longer, 0, 12);
        longer[12] = 3;
        longer[13] = 'b';
        System.arraycopy(wire, 13, longer, 14, wire.length - 13);
        assertThat(server.raw(longer, LIMIT)[3] & 0xF).isEqualTo(Rcode.FORMERR);
    }

    private static byte[] damaged(byte[] wire, Random random) {
        byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(wire, random.nextInt(wire.length + 8)) : wire;
        for (int i = random.nextInt(4); i > 0 && damaged.length > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }
}
