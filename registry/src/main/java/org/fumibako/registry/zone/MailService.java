// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

/** What mail programs look for with SRV records (RFC 6186, RFC 8314 §5.1). IMAP comes before POP3 (RFC 6186 §3.4). */
public enum MailService {
    SUBMISSION("_submission", 587, 0),
    SUBMISSIONS("_submissions", 465, 0),
    IMAP("_imap", 143, 0),
    IMAPS("_imaps", 993, 0),
    POP3("_pop3", 110, 10),
    POP3S("_pop3s", 995, 10);

    private final String label;
    private final int port;
    private final int priority;

    MailService(String label, int port, int priority) {
        this.label = label;
        this.port = port;
        this.priority = priority;
    }

    /** The service's labels: {@code _imaps._tcp}. */
    String labels() {
        return label + "._tcp";
    }

    int port() {
        return port;
    }

    int priority() {
        return priority;
    }
}
