// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetoldTest {
    @Test
    void whatTheJournalKeepsIsToldInJapaneseToo() {
        assertThat(Retold.of("filed into \"Trash\"").ja()).isEqualTo("「Trash」に入れました");
        assertThat(Retold.of("a rule (rules, line 1)").ja()).isEqualTo("ルール（rules の 1行目）");
        assertThat(Retold.of("rule \"Invoices\" (main, line 12)").ja()).isEqualTo("ルール「Invoices」（main の 12行目）");
        assertThat(Retold.of("STANDARD, spam from 5.0").ja()).isEqualTo("標準の設定、5.0点から迷惑メール");
        assertThat(Retold.of("it sent to 800 recipients within an hour, and to 3 on its busiest day before; it sent"
                                + " from a place nobody had signed in from")
                        .ja())
                .isEqualTo("1時間に 800件の宛先へ送信されました（これまで最も多い日で 3件）。これまでサインインのなかった場所から送信されました");
    }

    @Test
    void whatIsNotKnownIsLeftAsItIs() {
        assertThat(Retold.of("$1 is \\ odd").ja()).isEqualTo("$1 is \\ odd");
        assertThat(Retold.of("sent on to a$1\\@b.test").ja()).isEqualTo("a$1\\@b.test へ転送しました");
    }
}
