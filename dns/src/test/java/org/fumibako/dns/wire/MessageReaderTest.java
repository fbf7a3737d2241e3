// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.fumibako.dns.DnsName;
import org.junit.jupiter.api.Test;

class MessageReaderTest {
    @Test
    void pointersLeadBack() throws MalformedMessageException {
        byte[] message = message(label("jp"), 0, label("mx"), pointer(12), 7);
        MessageReader in = at(message, 16);
        assertThat(in.name()).contains(DnsName.of("mx.jp"));
        assertThat(in.u8()).isEqualTo(7);
        assertThat(in.left()).isZero();
    }

    @Test
    void pointersToThemselvesForwardOrIntoTheHeaderAreRefused() {
        assertThatIsMalformed(message(pointer(12)), 12);
        assertThatIsMalformed(message(label("a"), pointer(12)), 12);
        assertThatIsMalformed(message(pointer(14), label("jp"), 0), 12);
        assertThatIsMalformed(message(pointer(11)), 12);
        assertThatIsMalformed(message(pointer(14), pointer(12)), 14);
    }

    @Test
    void aNameFollowsAtMost127Pointers() throws MalformedMessageException {
        for (int pointers = MessageReader.MAX_POINTERS - 1; pointers <= MessageReader.MAX_POINTERS + 1; pointers++) {
            ByteArrayOutputStream chain = new ByteArrayOutputStream();
            chain.writeBytes(message(0));
            for (int i = 0; i < pointers; i++) {
                chain.writeBytes(pointer(i == 0 ? 12 : 11 + 2 * i));
            }
            int last = chain.size() - 2;
            if (pointers <= MessageReader.MAX_POINTERS) {
                assertThat(at(chain.toByteArray(), last).name()).contains(DnsName.ROOT);
            } else {
                assertThatIsMalformed(chain.toByteArray(), last);
            }
        }
    }

    @Test
    void aNameHasAtMost255Octets() throws MalformedMessageException {
        byte[] sixtyThree = label("a".repeat(63));
        byte[] most = message(sixtyThree, sixtyThree, sixtyThree, label("b".repeat(61)), 0);
        assertThat(most.length - Wire.HEADER).isEqualTo(Wire.MAX_NAME);
        assertThat(at(most, 12).name()).isPresent();
        assertThat(at(message(sixtyThree, sixtyThree, sixtyThree, label("b".repeat(60)), 0), 12)
                        .name())
                .isPresent();
        assertThatIsMalformed(message(sixtyThree, sixtyThree, sixtyThree, label("b".repeat(62)), 0), 12);
    }

    @Test
    void oddOctetsMakeANameThatIsPassedOver() throws MalformedMessageException {
        for (String odd : new String[] {"a.b", "a\\", "a b", "\u00E4", "\u0000", "\u007F"}) {
            MessageReader in = at(message(label(odd), label("jp"), 0, 7), 12);
            assertThat(in.name()).as(odd).isEmpty();
            assertThat(in.u8()).isEqualTo(7);
        }
        assertThat(at(message(label("_DMARC"), label("Jp"), 0), 12).name()).contains(DnsName.of("_dmarc.jp"));
    }

    @Test
    void aMessageIsNotReadBeyondItsEnd() {
        assertThatIsMalformed(message(label("jp")), 12);
        assertThatIsMalformed(message(5, 'a'), 12);
        assertThatIsMalformed(message(0xC0), 12);
        assertThatIsMalformed(message(0x40), 12);
        MessageReader in = new MessageReader(new byte[8], 3);
        assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(in::u32);
        assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> in.octets(4));
        assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> in.latin1(4));
        assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> in.skip(4));
    }

    private static void assertThatIsMalformed(byte[] message, int position) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> at(message, position).name());
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> at(message, position).skipName());
    }

    private static MessageReader at(byte[] message, int position) throws MalformedMessageException {
        MessageReader in = new MessageReader(message, message.length);
        in.skip(position);
        return in;
    }

    private static byte[] label(String text) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] label = new byte[octets.length + 1];
        label[0] = (byte) octets.length;
        System.arraycopy(octets, 0, label, 1, octets.length);
        return label;
    }

    private static byte[] pointer(int target) {
        return new byte[] {(byte) (0xC0 | target >> 8), (byte) target};
    }

    /** Twelve octets of header, then the parts. */
    private static byte[] message(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[Wire.HEADER]);
        for (Object part : parts) {
            switch (part) {
                case byte[] octets -> out.writeBytes(octets);
                case Integer octet -> out.write(octet);
                case Character character -> out.write(character);
                default -> throw new IllegalArgumentException(part.toString());
            }
        }
        return out.toByteArray();
    }
}
