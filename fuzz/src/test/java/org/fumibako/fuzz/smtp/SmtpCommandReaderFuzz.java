// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.model.EmailAddress;
import org.fumibako.smtp.server.wire.SmtpCommand;
import org.fumibako.smtp.server.wire.SmtpCommandReader;
import org.fumibako.smtp.server.wire.SmtpSyntaxException;

/** Any octets are a command or a refusal, and no control character gets past the reader. */
class SmtpCommandReaderFuzz {
    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/smtp.dict")
    void anyOctetsAreACommandOrARefusal(byte[] line) {
        try {
            SmtpCommand command = SmtpCommandReader.read(line);
            assertThat(command.toString()).doesNotMatch("(?s).*[\\x00-\\x1f\\x7f].*");
            if (command instanceof SmtpCommand.Rcpt rcpt) {
                agree(rcpt.recipient());
            } else if (command instanceof SmtpCommand.Mail mail) {
                agree(mail.sender());
            }
        } catch (SmtpSyntaxException refused) {
            assertThat(refused.reply().isPermanent()).isTrue();
        }
    }

    /** An address that is written down and read again is the same address. */
    private static void agree(Optional<EmailAddress> address) {
        address.ifPresent(
                read -> assertThat(EmailAddress.parse(read.toString())).contains(read));
    }
}
