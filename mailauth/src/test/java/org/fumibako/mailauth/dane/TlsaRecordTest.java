// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dane;

import static org.assertj.core.api.Assertions.assertThat;

import org.fumibako.dns.RecordData;
import org.junit.jupiter.api.Test;

class TlsaRecordTest {
    @Test
    void authoritiesAndServersAreUsableWithSmtp() {
        assertThat(new TlsaRecord(3, 1, 1, new byte[32]).usable()).isTrue();
        assertThat(new TlsaRecord(2, 0, 2, new byte[64]).usable()).isTrue();
        assertThat(new TlsaRecord(3, 0, 0, new byte[700]).usable()).isTrue();
    }

    @Test
    void publicAuthoritiesAreNot() {
        assertThat(new TlsaRecord(0, 1, 1, new byte[32]).usable()).isFalse();
        assertThat(new TlsaRecord(1, 1, 1, new byte[32]).usable()).isFalse();
    }

    @Test
    void whatIsUnknownOrOfTheWrongLengthIsNot() {
        assertThat(new TlsaRecord(3, 2, 1, new byte[32]).usable()).isFalse();
        assertThat(new TlsaRecord(3, 1, 3, new byte[32]).usable()).isFalse();
        assertThat(new TlsaRecord(3, 1, 1, new byte[31]).usable()).isFalse();
        assertThat(new TlsaRecord(3, 1, 2, new byte[65]).usable()).isFalse();
        assertThat(new TlsaRecord(3, 1, 0, new byte[0]).usable()).isFalse();
    }

    @Test
    void comesFromDns() {
        RecordData.Tlsa published = new RecordData.Tlsa(3, 1, 1, new byte[32]);
        assertThat(TlsaRecord.of(published)).isEqualTo(new TlsaRecord(3, 1, 1, new byte[32]));
    }
}
