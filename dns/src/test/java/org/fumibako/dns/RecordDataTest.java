// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordDataTest {
    @Test
    void stringsOfATextAreReadAsOne() {
        assertThat(new RecordData.Txt(List.of("v=spf1 ", "-all")).joined()).isEqualTo("v=spf1 -all");
    }

    @Test
    void aStringHasAtMost255Octets() {
        assertThat(new RecordData.Txt(List.of("x".repeat(254))).joined()).hasSize(254);
        assertThat(new RecordData.Txt(List.of("x".repeat(255))).joined()).hasSize(255);
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordData.Txt(List.of("x".repeat(256))));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordData.Txt(List.of("文")));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordData.Txt(List.of()));
    }

    @Test
    void numbersFitTheirFields() {
        assertThat(new RecordData.Mx(65535, DnsName.ROOT).preference()).isEqualTo(65535);
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordData.Mx(65536, DnsName.ROOT));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordData.Mx(-1, DnsName.ROOT));
    }

    @Test
    void certificateAssociationsAreValues() {
        byte[] digest = {1, 2, 3};
        var tlsa = new RecordData.Tlsa(3, 1, 1, digest);
        digest[0] = 9;
        tlsa.data()[1] = 9;
        assertThat(tlsa)
                .isEqualTo(new RecordData.Tlsa(3, 1, 1, new byte[] {1, 2, 3}))
                .hasToString("Tlsa[3 1 1 010203]");
        assertThat(tlsa).isNotEqualTo(new RecordData.Tlsa(3, 1, 1, new byte[] {9, 2, 3}));
    }

    @Test
    void everyTypeIsFoundByItsCode() {
        for (RecordType type : RecordType.values()) {
            assertThat(RecordType.of(type.code())).contains(type);
        }
        assertThat(RecordType.of(41)).isEmpty();
    }
}
