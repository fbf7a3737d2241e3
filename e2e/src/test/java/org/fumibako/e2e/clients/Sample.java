// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import java.nio.charset.StandardCharsets;
import org.fumibako.e2e.server.Account;

/**
 * A message that is easy to damage: lines that start with dots, blanks at line ends, an empty line, Japanese in
 * the header and, as 8-bit text, in the body.
 *
 * @param id what tells it from other samples
 * @param from the address in From
 */
record Sample(String id, String from) {
    /** From a stranger. */
    Sample(String id) {
        this(id, "yamada@elsewhere.test");
    }

    /** From one's own account: nobody may submit mail in another's name. */
    Sample(String id, Account account) {
        this(id, account.address());
    }

    /** The text with LF line ends, as files have it. */
    String text() {
        return """
                From: =?UTF-8?B?5bGx55Sw?= <%3$s>
                To: reader@example.test
                Subject: =?UTF-8?B?5paH566x?= %1$s
                Message-ID: <%1$s@elsewhere.test>
                Date: Wed, 25 Nov 2026 09:00:00 +0900
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                .starts with a dot
                ..starts with two
                .

                ends with blanks  \t
                文箱に手紙を入れる。①㈱髙
                From a line that mbox would escape

                %2$s
                """.formatted(id, "x".repeat(900), from);
    }

    /** The octets on the wire, with CRLF line ends. */
    byte[] octets() {
        return text().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
