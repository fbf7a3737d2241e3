// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.fumibako.testkit.TranscriptRunner;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Dialogues about the messages of a selected mailbox; INBOX holds {@link #MESSAGES} when they begin. */
class MessageTranscriptsTest {
    private static final String MINUTES = """
            Date: Wed, 17 Jul 1996 02:23:25 -0700 (PDT)
            From: Terry Gray <gray@cac.washington.edu>
            Subject: IMAP4rev2 WG mtg summary and minutes
            To: imap@cac.washington.edu
            cc: minutes@CNRI.Reston.VA.US, John Klensin <KLENSIN@MIT.EDU>
            Message-Id: <B27397-0100000@cac.washington.edu>
            MIME-Version: 1.0
            Content-Type: TEXT/PLAIN; CHARSET=US-ASCII

            Here are the minutes.
            """;

    /** The subject says 会議; the text 東京でお会いしましょう, in base64; the attachment is the octets 0 to 3. */
    private static final String MEETING = """
            Date: Wed, 25 Nov 2026 09:00:00 +0900
            From: =?UTF-8?B?5bGx55Sw?= <yamada@example.jp>
            To: taro@example.test
            Subject: =?ISO-2022-JP?B?GyRCMnE1RBsoQg==?=
            Message-ID: <meeting@example.jp>
            Content-Type: multipart/mixed; boundary=xyz

            --xyz
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            5p2x5Lqs44Gn44GK5Lya44GE44GX44G+44GX44KH44GG
            --xyz
            Content-Type: application/octet-stream; name=data.bin
            Content-Transfer-Encoding: base64

            AAECAw==
            --xyz--
            """;

    private static final String FORWARD = """
            Date: Thu, 26 Nov 2026 09:00:00 +0900
            From: hanako@example.test
            Subject: Fwd: lunch
            Content-Type: message/rfc822

            Subject: lunch
            From: jiro@example.jp
            Content-Type: text/plain

            At noon?
            """;

    private static final List<String> MESSAGES = List.of(crlf(MINUTES), crlf(MEETING), crlf(FORWARD));

    @TestFactory
    Stream<DynamicTest> transcripts() {
        return TranscriptRunner.tests("/transcripts/messages", name -> filled());
    }

    private static TestServer filled() throws IOException {
        TestServer server = TestServer.start();
        server.fill("INBOX", MESSAGES);
        return server;
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }
}
